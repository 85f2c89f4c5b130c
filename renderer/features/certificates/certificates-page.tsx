import './certificates.css';
import './certificates-page.css';
import type { ReactNode } from 'react';
import { useMemo, useState } from 'react';
import { Link } from 'wouter';
import type { RegisterRow } from '#shared/domain/certificate-register.ts';
import type { CertificateRecord } from '#shared/domain/certificates.ts';
import type { Cohort } from '#shared/domain/cohorts.ts';
import { cohortCertificates } from '#renderer/db/repositories/certificate-files.ts';
import { getRecord, getRecords, listRecords } from '#renderer/db/records.ts';
import { useLive } from '#renderer/db/use-live.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { PageTop } from '#renderer/ui/page-top.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { CertificatePanel } from './certificate-panel.tsx';
import { KeysDialog } from './keys-dialog.tsx';
import { RegisterSheet } from './register-sheet.tsx';
import type { Mode, RunAsked } from './run-dialog.tsx';
import { RunDialog } from './run-dialog.tsx';
import { RunProgress } from './run-progress.tsx';
import { useHandOuts } from './use-hand-outs.ts';
import { useRegister } from './use-register.ts';
import { useRegisterExport } from './use-register-export.ts';
import { VerifySheet } from './verify-sheet.tsx';

type Reprint = { readonly asked: Extract<RunAsked, { readonly kind: 'reprint' }>; readonly cohort: Cohort };

const reprintOf = async (record: CertificateRecord): Promise<Reprint | undefined> => {
  const cohort = await getRecord('cohorts', record.cohortId);
  if (cohort === undefined) return undefined;
  return { asked: { kind: 'reprint', record, all: await cohortCertificates(cohort.id) }, cohort };
};

const Side = ({
  selected,
  onOpen,
  onReprint,
}: {
  readonly selected: string | undefined;
  readonly onOpen: (serial: string | undefined) => void;
  readonly onReprint: (reprint: Reprint) => void;
}): ReactNode => {
  const { t } = useText();
  const record = useLive(
    () => (selected === undefined ? Promise.resolve(undefined) : getRecord('certificates', selected)),
    [selected],
  );
  if (selected === undefined || record === undefined) return <VerifySheet />;
  const reprint = async (): Promise<void> => {
    const found = await reprintOf(record);
    if (found !== undefined) onReprint(found);
  };
  return (
    <>
      <p className="cert-back">
        <Button size="small" kind="plain" onClick={() => onOpen(undefined)}>
          {t('certificates.page.toVerify')}
        </Button>
      </p>
      <CertificatePanel key={record.id} record={record} onReprint={() => void reprint()} onOpen={onOpen} />
    </>
  );
};

const Register = ({ rows }: { readonly rows: readonly RegisterRow[] }): ReactNode => {
  const { t } = useText();
  const [selected, setSelected] = useState<string>();
  const [mode, setMode] = useState<Mode>('merged');
  const [reprint, setReprint] = useState<Reprint>();
  const [latest, setLatest] = useState<string>();
  const { save, saving } = useRegisterExport();
  const { giveBadges, busy } = useHandOuts();
  const cohorts = useLive(() => listRecords('cohorts'), []);
  const codes = useMemo(() => new Map<string, string>(cohorts?.map(({ id, code }) => [id, code])), [cohorts]);
  const badges = async (shown: readonly RegisterRow[]): Promise<void> =>
    giveBadges(
      await getRecords(
        'certificates',
        shown.map(({ serial }) => serial),
      ),
    );
  const ask = (asked: Reprint): void => {
    setLatest(asked.cohort.id);
    setReprint(asked);
  };
  return (
    <div className="cert-columns">
      <div className="cert-stack">
        <RegisterSheet
          rows={rows}
          codes={codes}
          selected={selected}
          onSelect={setSelected}
          actions={(shown) => (
            <>
              <Button
                size="small"
                disabled={busy || !shown.some(({ status }) => status === 'issued')}
                onClick={() => void badges(shown)}
              >
                {t('certificates.give.badgesOpen')}
              </Button>
              <Button size="small" disabled={saving || shown.length === 0} onClick={() => save(shown)}>
                {t('certificates.export.open')}
              </Button>
            </>
          )}
        >
          {latest !== undefined && <RunProgress cohortId={latest} />}
        </RegisterSheet>
      </div>
      <div className="cert-side">
        <Side selected={selected} onOpen={setSelected} onReprint={ask} />
      </div>
      {reprint !== undefined && (
        <RunDialog {...reprint} mode={mode} onMode={setMode} onClose={() => setReprint(undefined)} />
      )}
    </div>
  );
};

const Empty = (): ReactNode => {
  const { t } = useText();
  return (
    <div className="cert-columns">
      <section className="sheet">
        <EmptyState
          sentence={t('certificates.page.empty')}
          action={
            <Link className="btn" href="/cohorts">
              {t('certificates.page.emptyAction')}
            </Link>
          }
        />
      </section>
      <div className="cert-side">
        <VerifySheet />
      </div>
    </div>
  );
};

/** Every certificate ever issued here, the verification of any, and what is handed out so that others can verify. */
export const CertificatesPage = (): ReactNode => {
  const { t } = useText();
  const { rows, whole } = useRegister();
  const [keys, setKeys] = useState(false);
  const { give, busy } = useHandOuts();
  return (
    <div className="cert-page">
      <PageTop
        title={t('app.places.certificates')}
        actions={
          <>
            <Button size="small" disabled={busy} onClick={() => give('verifier')}>
              {t('certificates.give.open')}
            </Button>
            <Link className="btn small" href="/certificates/templates">
              {t('templates.open')}
            </Link>
            <Button size="small" onClick={() => setKeys(true)}>
              {t('certificates.keys.open')}
            </Button>
          </>
        }
      />
      {rows.length > 0 ? <Register rows={rows} /> : whole && <Empty />}
      {keys && <KeysDialog onClose={() => setKeys(false)} />}
    </div>
  );
};
