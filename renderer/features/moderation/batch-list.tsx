import type { ReactNode } from 'react';
import type { AssignmentId } from '#shared/domain/ids.ts';
import { inLanguage } from '#shared/domain/languages.ts';
import type { ModerationState } from '#shared/domain/moderation-release.ts';
import type { Module } from '#shared/domain/programmes.ts';
import type { Batch, CohortModeration } from '#renderer/db/repositories/moderation.ts';
import { releaseCheckOf } from '#renderer/db/repositories/release.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Glyph } from '#renderer/ui/icon.tsx';
import { Sheet } from '#renderer/ui/sheet.tsx';
import { Tag } from '#renderer/ui/tag.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { stateWords } from './state-words.ts';

const tones = {
  empty: undefined,
  'not-drawn': undefined,
  'under-way': 'info',
  'to-decide': 'warn',
  accepted: 'ok',
  're-mark': 'bad',
} as const satisfies Record<ModerationState, string | undefined>;

type BatchListProps = {
  readonly content: CohortModeration;
  readonly batches: readonly Batch[];
  readonly chosen: AssignmentId | undefined;
  readonly onChoose: (id: AssignmentId) => void;
  readonly onRelease: (module: Module) => void;
  readonly onReport: () => void;
};

const Line = ({
  batch,
  here,
  onChoose,
}: {
  readonly batch: Batch;
  readonly here: boolean;
  readonly onChoose: () => void;
}): ReactNode => {
  const { t, language } = useText();
  const { short, spoken } = stateWords(batch, t);
  const tone = tones[batch.state];
  return (
    <li>
      <button type="button" className="batch-line" aria-current={here} onClick={onChoose}>
        <span className="cut">{inLanguage(batch.assignment.title, language)}</span>
        <span className="vh">{spoken}</span>
        {batch.state === 'empty' ? (
          <span className="quiet" aria-hidden="true">
            {short}
          </span>
        ) : (
          <span aria-hidden="true">
            <Tag {...(tone === undefined ? {} : { tone })}>{short}</Tag>
          </span>
        )}
      </button>
    </li>
  );
};

const Release = ({
  content,
  module,
  onRelease,
}: Pick<BatchListProps, 'content' | 'onRelease'> & { readonly module: Module }): ReactNode => {
  const { t, formatDate } = useText();
  const day = content.cohort.released[module.id];
  const { ready } = releaseCheckOf(content, module);
  const values = { number: module.number, count: ready };
  return (
    <span className="batch-release">
      {day !== undefined && (
        <span className="second nowrap">
          <Glyph name="released" /> {t('moderation.release.released', { date: formatDate(day, 'short') })}
        </span>
      )}
      {ready > 0 && (
        <Button
          size="tiny"
          data-release={module.number}
          aria-label={t(day === undefined ? 'moderation.release.button' : 'moderation.release.moreOf', values)}
          onClick={() => onRelease(module)}
        >
          {t(day === undefined ? 'moderation.release.short' : 'moderation.release.more', values)}
        </Button>
      )}
    </span>
  );
};

/** The assignments by module with where their second marking stands, and the release of each module. */
export const BatchList = (props: BatchListProps): ReactNode => {
  const { content, batches, chosen, onChoose, onRelease, onReport } = props;
  const { t, language } = useText();
  return (
    <Sheet
      className="batch-list"
      title={t('moderation.batches')}
      actions={
        <Button size="tiny" onClick={onReport}>
          {t('moderation.changes.button')}
        </Button>
      }
    >
      <ul aria-label={t('moderation.batchList')}>
        {content.programme.modules.map((module) => (
          <li key={module.id} className="batch-module">
            <h3>
              <span className="cut" title={inLanguage(module.title, language)}>
                {t('moderation.module', { number: module.number, title: inLanguage(module.title, language) })}
              </span>
              <Release content={content} module={module} onRelease={onRelease} />
            </h3>
            <ul>
              {batches
                .filter((batch) => batch.module.id === module.id)
                .map((batch) => (
                  <Line
                    key={batch.assignment.id}
                    batch={batch}
                    here={batch.assignment.id === chosen}
                    onChoose={() => onChoose(batch.assignment.id)}
                  />
                ))}
            </ul>
          </li>
        ))}
      </ul>
    </Sheet>
  );
};
