import type { ReactNode } from 'react';
import { useState } from 'react';
import type { CertificateRecord, DocumentKind } from '#shared/domain/certificates.ts';
import { kindOf, mayBeReprinted } from '#shared/domain/certificates.ts';
import type { Cohort } from '#shared/domain/cohorts.ts';
import { serialsToCome } from '#renderer/db/repositories/certificate-overview.ts';
import type { IssueOptions } from '#renderer/db/repositories/certificate-subjects.ts';
import { useLive } from '#renderer/db/use-live.ts';
import { desktop } from '#renderer/desktop/bridge.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { CheckField, SelectField, TextField } from '#renderer/ui/field.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { FolderField } from './folder-field.tsx';
import { printAgain, startRun } from './work/runs.ts';

export type Mode = 'merged' | 'single';

/** What is to be written: new certificates, the rest of a run, or one of the register (and those after it) again. */
export type RunAsked =
  | {
      readonly kind: 'issue';
      readonly count: number;
      readonly held: number;
      readonly options: Omit<IssueOptions, 'cohortId'>;
    }
  | { readonly kind: 'rest'; readonly records: readonly CertificateRecord[] }
  | { readonly kind: 'reprint'; readonly record: CertificateRecord; readonly all: readonly CertificateRecord[] };

/** Under which word a document is counted; one of a module is called as one of the programme. */
export const wordOf = (kind: DocumentKind): Exclude<DocumentKind, 'module-attendance'> =>
  kind === 'module-attendance' ? 'attendance' : kind;

type Range = 'one' | 'from' | 'all';

let lastFolder = '';

type RunDialogProps = {
  readonly asked: RunAsked;
  readonly cohort: Cohort;
  readonly mode: Mode;
  readonly onMode: (mode: Mode) => void;
  readonly onClose: () => void;
};

const Consequence = ({
  asked,
  cohort,
}: {
  readonly asked: Extract<RunAsked, { readonly kind: 'issue' }>;
  readonly cohort: Cohort;
}): ReactNode => {
  const { t } = useText();
  const serials = useLive(() => serialsToCome(cohort.id, asked.count), [cohort.id, asked.count]);
  return (
    <>
      {serials !== undefined && (
        <p>
          {t('certificates.dialog.serials')} <span className="serial">{serials[0]}</span>
          {serials[1] !== serials[0] && (
            <>
              {' – '}
              <span className="serial">{serials[1]}</span>
            </>
          )}
        </p>
      )}
      <Note tone="info">{t('certificates.dialog.means', { count: asked.count })}</Note>
      {asked.held > 0 && <Note tone="warn">{t('certificates.dialog.held', { count: asked.held })}</Note>}
    </>
  );
};

type RangeFieldsProps = {
  readonly asked: Extract<RunAsked, { readonly kind: 'reprint' }>;
  readonly range: Range;
  readonly onRange: (range: Range) => void;
  readonly reason: string;
  readonly onReason: (reason: string) => void;
  readonly error: string | undefined;
};

/** What is printed again; several go without those that may not be. */
const again = (
  { record, all }: Extract<RunAsked, { readonly kind: 'reprint' }>,
  range: Range,
): readonly CertificateRecord[] =>
  range === 'one'
    ? [record]
    : all.filter((each) => mayBeReprinted(each) && (range === 'all' || each.serial >= record.serial));

const RangeFields = ({ asked, range, onRange, reason, onReason, error }: RangeFieldsProps): ReactNode => {
  const { t } = useText();
  return (
    <>
      <p className="second">{t('certificates.dialog.same')}</p>
      <SelectField<Range>
        label={t('certificates.dialog.range')}
        value={range}
        onChange={onRange}
        options={[
          {
            value: 'one',
            label: t('certificates.dialog.only', { serial: asked.record.serial, name: asked.record.snapshot.name }),
          },
          {
            value: 'from',
            label: t('certificates.dialog.from', { serial: asked.record.serial, count: again(asked, 'from').length }),
          },
          { value: 'all', label: t('certificates.dialog.all', { count: again(asked, 'all').length }) },
        ]}
      />
      <TextField
        label={t('certificates.dialog.reason')}
        hint={t('certificates.dialog.reasonHint')}
        value={reason}
        onChange={onReason}
        error={error}
        list="reprint-reasons"
        autoComplete="off"
      />
      <datalist id="reprint-reasons">
        {(['lost', 'jam', 'damaged'] as const).map((why) => (
          <option key={why} value={t(`certificates.why.${why}`)} />
        ))}
      </datalist>
    </>
  );
};

const recordsOf = (asked: RunAsked, range: Range): readonly CertificateRecord[] => {
  if (asked.kind === 'issue') return [];
  return asked.kind === 'rest' ? asked.records : again(asked, range);
};

const documentOf = (asked: Exclude<RunAsked, { readonly kind: 'reprint' }>): ReturnType<typeof wordOf> =>
  wordOf(asked.kind === 'issue' ? (asked.options.kind ?? 'certificate') : kindOf(asked.records[0] ?? {}));

const useRunForm = ({ asked, cohort, mode, onClose }: RunDialogProps) => {
  const { t, failure, language } = useText();
  const [sheet, setSheet] = useState(asked.kind !== 'reprint');
  const [folder, setFolder] = useState(lastFolder);
  const [range, setRange] = useState<Range>('one');
  const [reason, setReason] = useState('');
  const [errors, setErrors] = useState<{ readonly folder?: string; readonly reason?: string }>({});
  const records = recordsOf(asked, range);
  const start = async (): Promise<void> => {
    if (asked.kind === 'reprint' && reason.trim() === '')
      return setErrors({ reason: t('certificates.dialog.noReason') });
    if (folder.trim() === '') return setErrors({ folder: t('certificates.folder.missing') });
    const writable = await desktop.filesCheckFolder({ path: folder.trim() });
    if (!writable.ok) return setErrors({ folder: failure(writable.error) });
    lastFolder = folder.trim();
    const name =
      asked.kind === 'reprint'
        ? t('certificates.dialog.nameAgain', { code: cohort.code })
        : t(`certificates.dialog.name.${documentOf(asked)}`, { code: cohort.code });
    const files = {
      mode,
      folder: lastFolder,
      name,
      ...(sheet
        ? { sheet: { cohort, name: t('certificates.handOverSheet.file', { code: cohort.code }), language } }
        : {}),
    };
    onClose();
    if (asked.kind === 'issue') void startRun(cohort.id, { ...asked.options, count: asked.count }, files);
    else void printAgain(cohort.id, records, files, asked.kind === 'rest' ? 'issue' : reason.trim());
  };
  const count = asked.kind === 'issue' ? asked.count : records.length;
  return {
    folder,
    setFolder,
    range,
    setRange,
    reason,
    setReason,
    sheet,
    setSheet,
    errors,
    count,
    start: () => void start(),
  };
};

/** The last look before certificates are issued or written: what it means, which file, where. */
export const RunDialog = (props: RunDialogProps): ReactNode => {
  const { t } = useText();
  const { asked, cohort, mode, onMode, onClose } = props;
  const form = useRunForm(props);
  const issue = asked.kind === 'issue' && t(`certificates.dialog.issue.${documentOf(asked)}`, { count: form.count });
  return (
    <Dialog
      open
      onClose={onClose}
      title={asked.kind === 'issue' ? issue : t(`certificates.dialog.title.${asked.kind}`, { count: form.count })}
      footer={
        <>
          <Button onClick={onClose}>{t('certificates.dialog.cancel')}</Button>
          <Button kind="first" onClick={form.start}>
            {asked.kind === 'issue' ? issue : t(`certificates.dialog.do.${asked.kind}`, { count: form.count })}
          </Button>
        </>
      }
    >
      {asked.kind === 'issue' && <Consequence asked={asked} cohort={cohort} />}
      {asked.kind === 'rest' && <p className="second">{t('certificates.dialog.rest')}</p>}
      {asked.kind === 'reprint' && (
        <RangeFields
          asked={asked}
          range={form.range}
          onRange={form.setRange}
          reason={form.reason}
          onReason={form.setReason}
          error={form.errors.reason}
        />
      )}
      <SelectField<Mode>
        label={t('certificates.dialog.files')}
        value={mode}
        onChange={onMode}
        options={[
          { value: 'merged', label: t('certificates.mode.mergedLong') },
          { value: 'single', label: t('certificates.mode.singleLong') },
        ]}
      />
      <CheckField label={t('certificates.dialog.sheet')} checked={form.sheet} onChange={form.setSheet} />
      <FolderField folder={form.folder} error={form.errors.folder} onFolder={form.setFolder} />
    </Dialog>
  );
};
