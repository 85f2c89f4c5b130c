import type { ReactNode } from 'react';
import type { MessageKey } from '#shared/i18n/message-key.ts';
import { listExportNotes } from '#renderer/db/repositories/export-notes.ts';
import { useLive } from '#renderer/db/use-live.ts';
import { Sheet } from '#renderer/ui/sheet.tsx';
import { Tag } from '#renderer/ui/tag.tsx';
import { useText } from '#renderer/ui/text.tsx';

const shown = 50;

/** What left this workspace: every export with who, when, how many rows, and whether names were in it. */
export const LeftSheet = (): ReactNode => {
  const { t, formatDate, formatNumber } = useText();
  const notes = useLive(listExportNotes, []);
  if (notes === undefined || notes.length === 0) return null;
  return (
    <Sheet title={t('outcomes.left.title')} count={formatNumber(notes.length)} className="left">
      <table className="list">
        <caption className="vh">{t('outcomes.left.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('outcomes.left.when')}</th>
            <th scope="col">{t('outcomes.left.what')}</th>
            <th scope="col">{t('outcomes.left.file')}</th>
            <th scope="col">{t('outcomes.left.by')}</th>
            <th scope="col" className="num">
              {t('outcomes.left.rows')}
            </th>
            <th scope="col">{t('outcomes.left.people')}</th>
          </tr>
        </thead>
        <tbody>
          {notes.slice(0, shown).map(({ id, at, by, kind, what, rows, named }) => (
            <tr key={id}>
              <td className="nowrap">{formatDate(at.slice(0, 10))}</td>
              <th scope="row">{t(`exports.about.kinds.${kind}` as MessageKey)}</th>
              <td>{what}</td>
              <td>{by}</td>
              <td className="num">{formatNumber(rows)}</td>
              <td>
                <Tag tone={named ? 'warn' : 'mute'}>
                  {t(named ? 'outcomes.left.named' : 'outcomes.left.deidentified')}
                </Tag>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sheet>
  );
};
