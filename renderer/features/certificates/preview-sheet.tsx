import './certificate-panel.css';
import type { ReactNode } from 'react';
import type { CertificateRecord } from '#shared/domain/certificates.ts';
import { documentsOf } from '#renderer/db/repositories/certificate-documents.ts';
import { specimenOf } from '#renderer/db/repositories/certificate-drafts.ts';
import type { IssueOptions } from '#renderer/db/repositories/certificate-subjects.ts';
import type { AwaitingCertificate } from '#renderer/db/repositories/certificates.ts';
import { IconButton } from '#renderer/ui/button.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { Sheet } from '#renderer/ui/sheet.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { PdfPicture } from './pdf-picture.tsx';
import { CertificateState } from './register-table.tsx';

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
    if (next !== undefined) onSelect(next.subject.id);
  };
  const { name, awardedOn } = one.subject;
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
        of={`${one.subject.id} ${name} ${options.template} ${options.language} ${options.kind ?? ''} ${options.module ?? ''} ${options.detail ?? ''}`}
        label={t('certificates.preview.of', { name })}
        load={() => specimenOf(one.subject, options)}
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

const Prints = ({ prints }: Pick<CertificateRecord, 'prints'>): ReactNode => {
  const { t, formatDate } = useText();
  return (
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
                  reason: printReasons.has(reason) ? t(`certificates.reason.${reason as 'issue' | 'reprint'}`) : reason,
                })}
              </span>
            ))}
      </dd>
    </div>
  );
};

/** A certificate of the register as it was issued, with its state, its prints and its hash; `actions` is what can be done with it. */
export const IssuedSheet = ({
  record,
  actions,
}: {
  readonly record: CertificateRecord;
  readonly actions?: ReactNode;
}): ReactNode => {
  const { t, formatDate } = useText();
  const { serial, snapshot, issuedOn, prints, fileHash, status, revokedReason, handedOver } = record;
  return (
    <Sheet
      className="cert-preview"
      title={t('certificates.preview.issuedTitle')}
      count={<span className="serial">{serial}</span>}
    >
      <PdfPicture
        of={serial}
        label={t('certificates.preview.of', { name: snapshot.name })}
        load={() => documentsOf([record])}
      />
      {actions}
      <dl className="cert-facts">
        <div>
          <dt>{t('certificates.preview.issued')}</dt>
          <dd>{formatDate(issuedOn)}</dd>
        </div>
        {status !== 'issued' && (
          <div>
            <dt>{t('certificates.register.state')}</dt>
            <dd>
              <CertificateState row={record} />
              {revokedReason !== undefined && <span className="cert-print">{revokedReason}</span>}
            </dd>
          </div>
        )}
        <div>
          <dt>{t('certificates.register.handedOver')}</dt>
          <dd>{handedOver === undefined ? t('certificates.preview.notHanded') : formatDate(handedOver)}</dd>
        </div>
        <Prints prints={prints} />
        <div>
          <dt>{t('certificates.preview.hash')}</dt>
          <dd className="serial cert-hash">{fileHash}</dd>
        </div>
      </dl>
    </Sheet>
  );
};
