import type { ReactNode } from 'react';
import type { CertificateRecord } from '#shared/domain/certificates.ts';
import type { AwaitingCertificate, IssueOptions } from '#renderer/db/repositories/certificates.ts';
import { documentOf, specimenOf } from '#renderer/db/repositories/certificates.ts';
import { IconButton } from '#renderer/ui/button.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { Sheet } from '#renderer/ui/sheet.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { PdfPicture } from './pdf-picture.tsx';

type SpecimenProps = {
  readonly waiting: readonly AwaitingCertificate[];
  readonly one: AwaitingCertificate;
  readonly options: IssueOptions;
  readonly onSelect: (enrolmentId: string) => void;
};

const TypeSize = ({ fit }: Pick<AwaitingCertificate, 'fit'>): ReactNode => {
  const { t, formatNumber } = useText();
  if (fit?.kind !== 'fits') return null;
  return (
    <div>
      <dt>{t('certificates.preview.size')}</dt>
      <dd>
        {t('certificates.preview.sizeOf', { size: formatNumber(fit.size), count: fit.lines.length, font: fit.font })}
      </dd>
    </div>
  );
};

/** A certificate before it is issued, as a specimen: no serial is taken, its code is not signed. */
export const SpecimenSheet = ({ waiting, one, options, onSelect }: SpecimenProps): ReactNode => {
  const { t, formatDate } = useText();
  const at = waiting.indexOf(one);
  const go = (to: number): void => {
    const next = waiting[to];
    if (next !== undefined) onSelect(next.award.id);
  };
  const { name, awardedOn } = one.award;
  return (
    <Sheet
      className="cert-preview"
      title={t('certificates.preview.title')}
      count={t('ui.progress', { done: at + 1, total: waiting.length })}
      actions={
        <>
          <IconButton label={t('certificates.preview.previous')} disabled={at <= 0} onClick={() => go(at - 1)}>
            <Icon name="left" />
          </IconButton>
          <IconButton
            label={t('certificates.preview.next')}
            disabled={at >= waiting.length - 1}
            onClick={() => go(at + 1)}
          >
            <Icon name="right" />
          </IconButton>
        </>
      }
    >
      <PdfPicture
        of={`${one.award.id} ${name} ${options.language}`}
        label={t('certificates.preview.of', { name })}
        load={() => specimenOf(one.award, options)}
      />
      <dl className="cert-facts">
        <div>
          <dt>{t('certificates.preview.awarded')}</dt>
          <dd>{formatDate(awardedOn)}</dd>
        </div>
        <TypeSize fit={one.fit} />
      </dl>
    </Sheet>
  );
};

const printReasons = new Set(['issue', 'reprint']);

/** A certificate of the register as it was issued, with its prints and its hash. */
export const IssuedSheet = ({ record }: { readonly record: CertificateRecord }): ReactNode => {
  const { t, formatDate } = useText();
  const { serial, snapshot, issuedOn, prints, fileHash } = record;
  return (
    <Sheet
      className="cert-preview"
      title={t('certificates.preview.issuedTitle')}
      count={<span className="serial">{serial}</span>}
    >
      <PdfPicture
        of={serial}
        label={t('certificates.preview.of', { name: snapshot.name })}
        load={() => Promise.resolve(documentOf(record))}
      />
      <dl className="cert-facts">
        <div>
          <dt>{t('certificates.preview.issued')}</dt>
          <dd>{formatDate(issuedOn)}</dd>
        </div>
        <div>
          <dt>{t('certificates.preview.prints')}</dt>
          <dd>
            {prints.length === 0
              ? t('certificates.preview.noPrint')
              : prints.map(({ at, by, reason }, index) => (
                  <span key={index} className="cert-print">
                    {t('certificates.preview.print', {
                      date: formatDate(Date.parse(at)),
                      by,
                      reason: printReasons.has(reason)
                        ? t(`certificates.reason.${reason as 'issue' | 'reprint'}`)
                        : reason,
                    })}
                  </span>
                ))}
          </dd>
        </div>
        <div>
          <dt>{t('certificates.preview.hash')}</dt>
          <dd className="serial cert-hash">{fileHash}</dd>
        </div>
      </dl>
    </Sheet>
  );
};
