import type { ReactNode } from 'react';
import { useCallback, useEffect, useState } from 'react';
import type { Reply } from '#shared/ipc/contract.ts';
import { desktop } from '#renderer/desktop/bridge.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { Sheet } from '#renderer/ui/sheet.tsx';
import { useText } from '#renderer/ui/text.tsx';

type Snapshot = Reply<'snapshots:list-snapshots'>[number];
type Chain = Reply<'journal:verify-chain'>;

const shown = 6;

const Verified = ({ chain }: { readonly chain: Chain }): ReactNode => {
  const { t } = useText();
  if (chain.brokenAt !== null) return <Note tone="bad">{t('settings.chainBroken', { at: chain.brokenAt })}</Note>;
  return (
    <Note tone="ok">
      {t('settings.chainWhole', { count: chain.frames })} <span className="serial">{chain.head.hash.slice(0, 16)}</span>
    </Note>
  );
};

const SnapshotList = ({ snapshots }: { readonly snapshots: readonly Snapshot[] }): ReactNode => {
  const { t, formatDate, formatTime, formatNumber } = useText();
  if (snapshots.length === 0) return <p className="settings-body second">{t('settings.noSnapshots')}</p>;
  return (
    <table className="list">
      <thead>
        <tr>
          <th scope="col">{t('settings.made')}</th>
          <th scope="col" className="num">
            {t('settings.changes')}
          </th>
          <th scope="col">{t('settings.fingerprint')}</th>
        </tr>
      </thead>
      <tbody>
        {snapshots.slice(0, shown).map((snapshot) => (
          <tr key={snapshot.file}>
            <th scope="row">{`${formatDate(snapshot.made)}, ${formatTime(snapshot.made)}`}</th>
            <td className="num">{formatNumber(snapshot.seq)}</td>
            <td className="serial">{snapshot.hash.slice(0, 16)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

/** Snapshots and the proof that the history was not altered. */
export const SafetySheet = (): ReactNode => {
  const { t, failure } = useText();
  const [snapshots, setSnapshots] = useState<readonly Snapshot[]>();
  const [chain, setChain] = useState<Chain>();
  const [working, setWorking] = useState<'snapshot' | 'verify'>();
  const [problem, setProblem] = useState<string>();
  const read = useCallback(
    async () => setSnapshots([...(await desktop.snapshotsListSnapshots())].sort((a, b) => b.made - a.made)),
    [],
  );
  useEffect(() => void read(), [read]);
  const verify = async (): Promise<void> => {
    setWorking('verify');
    setChain(await desktop.journalVerifyChain());
    setWorking(undefined);
  };
  const make = async (): Promise<void> => {
    setWorking('snapshot');
    const made = await desktop.snapshotsMakeSnapshot({ reason: 'by-hand' });
    setProblem(made.ok ? undefined : failure(made.error));
    await read();
    setWorking(undefined);
  };
  return (
    <Sheet
      title={t('settings.safety')}
      {...(snapshots === undefined ? {} : { count: t('settings.snapshots', { count: snapshots.length }) })}
      actions={
        <>
          <Button size="small" disabled={working !== undefined} onClick={() => void make()}>
            {t('settings.makeSnapshot')}
          </Button>
          <Button size="small" disabled={working !== undefined} onClick={() => void verify()}>
            {working === 'verify' ? t('settings.verifying') : t('settings.verify')}
          </Button>
        </>
      }
    >
      {(chain !== undefined || problem !== undefined) && (
        <div className="settings-body" aria-live="polite">
          {chain !== undefined && <Verified chain={chain} />}
          {problem !== undefined && <Note tone="bad">{problem}</Note>}
        </div>
      )}
      {snapshots !== undefined && <SnapshotList snapshots={snapshots} />}
    </Sheet>
  );
};
