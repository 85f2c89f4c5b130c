import type { ReactNode } from 'react';
import { useState } from 'react';
import { Link } from 'wouter';
import type { RetentionLine } from '#renderer/db/repositories/retention.ts';
import { carryOutRetention, retentionWorklist } from '#renderer/db/repositories/retention.ts';
import { useLive } from '#renderer/db/use-live.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Sheet } from '#renderer/ui/sheet.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { EraseDialog } from './erase-dialog.tsx';

/** Rows drawn at once: the list is worked off from the top. */
const mostRows = 100;
const mostNames = 12;

const useProposal = (): ((line: RetentionLine) => string) => {
  const { t } = useText();
  return ({ action, kinds }) =>
    action === 'erase'
      ? t('privacy.worklist.erase')
      : t('privacy.worklist.remove', { kinds: kinds.map((kind) => t(`privacy.worklist.kinds.${kind}`)).join(', ') });
};

const CarryOut = ({
  lines,
  onClose,
}: {
  readonly lines: readonly RetentionLine[];
  readonly onClose: () => void;
}): ReactNode => {
  const { t } = useText();
  const whole = lines.filter(({ action }) => action === 'erase');
  const now = whole.length > 0 ? whole : lines;
  const kinds = whole.length > 0 ? undefined : [...new Set(lines.flatMap((line) => line.kinds))];
  return (
    <EraseDialog
      title={t(kinds === undefined ? 'privacy.erase.titleMany' : 'privacy.erase.removeTitle', { count: now.length })}
      {...(kinds === undefined ? {} : { kinds })}
      work={() => carryOutRetention(lines)}
      then="/settings/privacy"
      onClose={onClose}
    >
      <ul className="privacy-lines">
        {now.slice(0, mostNames).map(({ personId, name }) => (
          <li key={personId} lang="und">
            {name}
          </li>
        ))}
        {now.length > mostNames && <li>{t('privacy.worklist.more', { count: now.length - mostNames })}</li>}
      </ul>
      {whole.length > 0 && whole.length < lines.length && <p>{t('privacy.worklist.mixed')}</p>}
    </EraseDialog>
  );
};

const WorklistRow = ({
  line,
  chosen,
  onChoose,
}: {
  readonly line: RetentionLine;
  readonly chosen: boolean;
  readonly onChoose: (yes: boolean) => void;
}): ReactNode => {
  const { t, formatDate } = useText();
  const proposal = useProposal();
  const { personId, name, lastDay, since } = line;
  return (
    <tr>
      <td>
        <input
          type="checkbox"
          aria-label={t('privacy.worklist.choose', { name })}
          checked={chosen}
          onChange={(event) => onChoose(event.target.checked)}
        />
      </td>
      <th scope="row">
        <Link href={`/people/${personId}`} lang="und">
          {name}
        </Link>
      </th>
      <td>{formatDate(lastDay)}</td>
      <td>{formatDate(since)}</td>
      <td>{proposal(line)}</td>
    </tr>
  );
};

type TableProps = {
  readonly lines: readonly RetentionLine[];
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (ids: readonly string[], yes: boolean) => void;
};

const WorklistTable = ({ lines, chosen, onChoose }: TableProps): ReactNode => {
  const { t } = useText();
  return (
    <table className="list">
      <caption className="vh">{t('privacy.worklist.caption')}</caption>
      <thead>
        <tr>
          <td>
            <input
              type="checkbox"
              aria-label={t('privacy.worklist.chooseAll')}
              checked={lines.every(({ personId }) => chosen.has(personId))}
              onChange={(event) =>
                onChoose(
                  lines.map(({ personId }) => personId),
                  event.target.checked,
                )
              }
            />
          </td>
          <th scope="col">{t('privacy.worklist.person')}</th>
          <th scope="col">{t('privacy.worklist.lastDay')}</th>
          <th scope="col">{t('privacy.worklist.since')}</th>
          <th scope="col">{t('privacy.worklist.proposed')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.slice(0, mostRows).map((line) => (
          <WorklistRow
            key={line.personId}
            line={line}
            chosen={chosen.has(line.personId)}
            onChoose={(yes) => onChoose([line.personId], yes)}
          />
        ))}
      </tbody>
    </table>
  );
};

/** The people whose time is up, with what is proposed; carried out for one or for many. */
export const WorklistSheet = (): ReactNode => {
  const { t } = useText();
  const lines = useLive(retentionWorklist, []);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [working, setWorking] = useState(false);
  if (lines === undefined) return null;
  const wanted = lines.filter(({ personId }) => chosen.has(personId));
  const choose = (ids: readonly string[], yes: boolean): void =>
    setChosen((before) => new Set([...[...before].filter((id) => !ids.includes(id)), ...(yes ? ids : [])]));
  return (
    <Sheet
      title={t('privacy.worklist.title')}
      count={t('privacy.worklist.count', { count: lines.length })}
      {...(wanted.length === 0
        ? {}
        : {
            actions: (
              <Button size="small" onClick={() => setWorking(true)}>
                {t('privacy.worklist.do', { count: wanted.length })}
              </Button>
            ),
          })}
    >
      {lines.length === 0 ? (
        <EmptyState sentence={t('privacy.worklist.none')} />
      ) : (
        <WorklistTable lines={lines} chosen={chosen} onChoose={choose} />
      )}
      {lines.length > mostRows && (
        <p className="privacy-foot second">{t('privacy.worklist.more', { count: lines.length - mostRows })}</p>
      )}
      {working && <CarryOut lines={wanted} onClose={() => setWorking(false)} />}
    </Sheet>
  );
};
