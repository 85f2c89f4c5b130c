import type { ReactNode } from 'react';
import type { Signatory } from '#shared/domain/cohorts.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Sheet } from '#renderer/ui/sheet.tsx';
import { useText } from '#renderer/ui/text.tsx';

/** Who signs the certificates of the cohort. */
export const SignatoriesSheet = ({
  signatories,
  onEdit,
}: {
  readonly signatories: readonly Signatory[];
  readonly onEdit: () => void;
}): ReactNode => {
  const { t } = useText();
  return (
    <Sheet
      title={t('cohorts.signatories')}
      actions={
        <Button size="tiny" onClick={onEdit} aria-label={t('cohorts.editSigners')}>
          {t('cohorts.edit')}
        </Button>
      }
    >
      {signatories.length === 0 ? (
        <p className="sheet-empty">{t('cohorts.noSignatories')}</p>
      ) : (
        <ul className="signatories">
          {signatories.map(({ name, office }) => (
            <li key={`${name} ${office}`}>
              <b>{name}</b>
              <small>{office}</small>
            </li>
          ))}
        </ul>
      )}
    </Sheet>
  );
};
