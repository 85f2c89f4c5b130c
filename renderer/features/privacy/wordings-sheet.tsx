import type { ReactNode } from 'react';
import { useState } from 'react';
import type { ConsentWording } from '#shared/domain/consents.ts';
import { listWordings } from '#renderer/db/repositories/consents.ts';
import { useLive } from '#renderer/db/use-live.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Sheet } from '#renderer/ui/sheet.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { WordingDialog, wordingLanguages } from './wording-dialog.tsx';

const WordingRow = ({
  wording: { purpose, version, from, text, used },
  onChange,
}: {
  readonly wording: ConsentWording & { readonly used: number };
  readonly onChange: () => void;
}): ReactNode => {
  const { t, formatDate } = useText();
  const name = t(`privacy.purpose.${purpose}`);
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{version}</td>
      <td>{formatDate(from)}</td>
      <td>{wordingLanguages.filter((language) => text[language] !== undefined).join(' · ')}</td>
      <td>{t('privacy.wording.usedBy', { count: used })}</td>
      <td className="privacy-row-actions">
        {used > 0 ? (
          <small className="second">{t('privacy.wording.fixed')}</small>
        ) : (
          <Button size="tiny" onClick={onChange}>
            {t('privacy.wording.change')}
            <span className="vh"> {t('privacy.wording.changeTitle', { purpose: name, version })}</span>
          </Button>
        )}
      </td>
    </tr>
  );
};

/** The editions of the words that people agree to. */
export const WordingsSheet = (): ReactNode => {
  const { t } = useText();
  const wordings = useLive(listWordings, []);
  const [open, setOpen] = useState<{ readonly wording: ConsentWording | undefined }>();
  const add = (
    <Button size="small" onClick={() => setOpen({ wording: undefined })}>
      {t('privacy.wording.add')}
    </Button>
  );
  return (
    <Sheet
      title={t('privacy.wording.title')}
      {...(wordings === undefined ? {} : { count: t('privacy.wording.count', { count: wordings.length }) })}
      actions={add}
    >
      {wordings?.length === 0 && <EmptyState sentence={t('privacy.wording.none')} />}
      {wordings !== undefined && wordings.length > 0 && (
        <table className="list">
          <caption className="vh">{t('privacy.wording.caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('privacy.wording.purpose')}</th>
              <th scope="col">{t('privacy.wording.edition')}</th>
              <th scope="col">{t('privacy.wording.from')}</th>
              <th scope="col">{t('privacy.wording.languages')}</th>
              <th scope="col">{t('privacy.wording.used')}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {wordings.map((wording) => (
              <WordingRow key={wording.id} wording={wording} onChange={() => setOpen({ wording })} />
            ))}
          </tbody>
        </table>
      )}
      <p className="privacy-foot second">{t('privacy.wording.hint')}</p>
      {open !== undefined && <WordingDialog wording={open.wording} onClose={() => setOpen(undefined)} />}
    </Sheet>
  );
};
