import type { ReactNode } from 'react';
import { listChanges } from '#shared/domain/award-lists.ts';
import type { AwardList } from '#shared/domain/awards.ts';
import type { BoardContent } from '#renderer/db/repositories/award-board.ts';
import type { CohortResults } from '#renderer/db/repositories/results.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Sheet } from '#renderer/ui/sheet.tsx';
import { Tag } from '#renderer/ui/tag.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { ApprovalLine } from './approvals.tsx';
import { ListChanges } from './list-changes.tsx';
import type { ListFile } from './use-list-files.ts';
import { useListFiles } from './use-list-files.ts';

type ListsProps = { readonly results: CohortResults; readonly content: BoardContent };

type FilesProps = ListsProps & { readonly list: AwardList | undefined };

const kinds = ['pdf', 'xlsx'] as const satisfies readonly ListFile[];

const Files = ({ results, content, list }: FilesProps): ReactNode => {
  const { t, formatDate } = useText();
  const { save, saving } = useListFiles();
  const of = list === undefined ? t('awards.lists.draft') : t('awards.lists.of', { date: formatDate(list.frozenOn) });
  return (
    <span className="list-files">
      {kinds.map((kind) => (
        <Button
          key={kind}
          size="tiny"
          disabled={saving}
          aria-label={t('awards.lists.save', { kind: t(`awards.lists.${kind}`), of })}
          onClick={() => save({ results, content, list }, kind)}
        >
          {t(`awards.lists.${kind}`)}
        </Button>
      ))}
    </span>
  );
};

const OneList = ({ results, content, list }: ListsProps & { readonly list: AwardList }): ReactNode => {
  const { t, formatDate } = useText();
  const before = content.lists.find(({ id }) => id === list.supersedes);
  const changes = before === undefined ? [] : listChanges(before.lines, list.lines);
  const counts = list.id === results.list?.id;
  return (
    <li>
      <p className="list-head">
        <b>{formatDate(list.frozenOn)}</b>
        <Tag tone={counts ? 'ok' : 'mute'} glyph={counts ? 'released' : 'revised'}>
          {counts ? t('awards.lists.counts') : t('awards.lists.superseded')}
        </Tag>
        <Files {...{ results, content, list }} />
      </p>
      <p className="second">{t('awards.lists.facts', { count: list.lines.length, by: list.frozenBy })}</p>
      {list.reason !== undefined && <p>{t('awards.lists.reason', { reason: list.reason })}</p>}
      {list.approvals?.map((approval, index) => (
        <p key={index}>
          <ApprovalLine approval={approval} />
        </p>
      ))}
      {changes.length > 0 && (
        <details>
          <summary>{t('awards.lists.changes', { count: changes.length })}</summary>
          <ListChanges changes={changes} learners={results.lines} />
        </details>
      )}
    </li>
  );
};

/** Every list of the cohort, the one that counts first, with its paper and its spreadsheet; before the first, the draft. */
export const BoardLists = ({ results, content }: ListsProps): ReactNode => {
  const { t } = useText();
  return (
    <Sheet title={t('awards.lists.title')} count={content.lists.length === 0 ? undefined : content.lists.length}>
      <div className="result-panel-body">
        <p className="list-head">
          <span className="second">{t('awards.lists.draftWhat')}</span>
          <Files {...{ results, content }} list={undefined} />
        </p>
        {content.lists.length > 0 && (
          <ul className="award-lists">
            {content.lists.map((list) => (
              <OneList key={list.id} {...{ results, content, list }} />
            ))}
          </ul>
        )}
      </div>
    </Sheet>
  );
};
