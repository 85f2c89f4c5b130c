import type { ReactNode } from 'react';
import type { FieldChange } from '#renderer/db/history.ts';
import { fieldHistory } from '#renderer/db/history.ts';
import { useLive } from '#renderer/db/use-live.ts';
import { Button } from '#renderer/ui/button.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { describeCellChange } from '#shared/domain/cell-changes.ts';
import { revised } from '#shared/domain/cells.ts';
import type { Cell } from '#shared/domain/marks.ts';
import { sameJson } from '#shared/lib/json.ts';
import type { Script } from './use-script.ts';

const asCell = (value: FieldChange['before']): Cell | undefined => value as unknown as Cell | undefined;

/** Everything that was done to this script, the latest first, and the way back to how it was before. */
export const HistoryList = ({ script }: { readonly script: Script }): ReactNode => {
  const { t, say, formatDate, formatTime } = useText();
  const { row, assignment } = script.target;
  const history = useLive(() => fieldHistory('sheets', row.id, `cells/${assignment.id}`), [row.id, assignment.id]);
  if (history === undefined) return null;
  if (history.length === 0) return <p className="script-hint">{t('script.noHistory')}</p>;
  const goBack = (before: Cell | undefined): void =>
    script.change('script.what.restored', (cell, marking) => {
      const now = cell ?? { attempts: [] };
      return revised(now, before ?? { attempts: [] }, marking);
    });
  return (
    <ol className="script-history">
      {history.map(({ id, at, by, why, kind, before, after }) => {
        const [was, is] = [asCell(before), asCell(after)];
        const words = describeCellChange(was, is).map(say).join('; ');
        const same = sameJson(was ?? { attempts: [] }, script.cell ?? { attempts: [] });
        return (
          <li key={id}>
            <p>
              <time>
                {formatDate(at, 'short')} {formatTime(at)}
              </time>{' '}
              <span className="second">{by.name}</span>
            </p>
            <p>
              {kind !== 'do' && <>{t(`script.kind.${kind}`)} </>}
              {words === '' ? t('script.nothingShown') : words}
              {why.note !== undefined && <span className="second"> {t('script.why', { note: why.note })}</span>}
            </p>
            {!same && (
              <Button size="tiny" disabled={row.locked} onClick={() => goBack(was)}>
                {t('script.goBack')}
                <span className="vh">
                  {' '}
                  {formatDate(at, 'short')} {formatTime(at)}
                </span>
              </Button>
            )}
          </li>
        );
      })}
    </ol>
  );
};
