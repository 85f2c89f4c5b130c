import './keys-dialog.css';
import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import { fingerprintGroups } from '#shared/domain/papers/key-sheet.ts';
import type { VerifierKey } from '#shared/domain/verifier-page.ts';
import type { Failure, Result } from '#shared/lib/result.ts';
import { allKeys, restoreSigningKey, rotateSigningKey } from '#renderer/db/repositories/certificate-hand-outs.ts';
import { desktop } from '#renderer/desktop/bridge.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { TextField } from '#renderer/ui/field.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { useHandOuts } from './use-hand-outs.ts';

type Said = { readonly tone: 'ok' | 'bad'; readonly text: string };
type Asking = 'rotate' | 'backup' | 'restore';

const Key = ({ own, now }: { readonly own: VerifierKey; readonly now: boolean }): ReactNode => {
  const { t, formatDate } = useText();
  return (
    <li>
      <p>
        <b className="serial">{own.id}</b> {own.owner}{' '}
        <span className="second">
          {t(now ? 'certificates.keys.now' : 'certificates.keys.before', { date: formatDate(own.since.slice(0, 10)) })}
        </span>
      </p>
      <p className="serial second cert-fingerprint">{fingerprintGroups(own.fingerprint)}</p>
    </li>
  );
};

const useAsking = (say: (said: Said | undefined) => void) => {
  const { t, failure } = useText();
  const [asking, setAsking] = useState<Asking>();
  const [passphrase, setPassphrase] = useState('');
  const [working, setWorking] = useState(false);
  const filters = [{ name: t('certificates.keys.backupFile'), extensions: ['json'] }];
  const told = (done: Result<unknown, Failure>, text: string): void => {
    say(done.ok ? { tone: 'ok', text } : { tone: 'bad', text: failure(done.error) });
    if (!done.ok) return;
    setAsking(undefined);
    setPassphrase('');
  };
  const go = async (): Promise<void> => {
    if (asking === 'rotate') return told(await rotateSigningKey(), t('certificates.keys.rotated'));
    const title = t(`certificates.keys.${asking === 'backup' ? 'backup' : 'restore'}`);
    const path =
      asking === 'backup'
        ? await desktop.filesChooseSave({ title, name: `${t('certificates.keys.backupName')}.json`, filters })
        : await desktop.filesChooseOpen({ title, filters });
    if (path === null) return;
    if (asking === 'backup')
      told(await desktop.keysWriteBackup({ path, passphrase }), t('certificates.keys.backedUp', { file: path }));
    else told(await restoreSigningKey(path, passphrase), t('certificates.keys.restored'));
  };
  // Sealing and opening a backup take seconds: nothing else is asked meanwhile.
  const work = async (): Promise<void> => {
    setWorking(true);
    await go().finally(() => setWorking(false));
  };
  const ask = (next: Asking): void => {
    say(undefined);
    setPassphrase('');
    setAsking((before) => (before === next ? undefined : next));
  };
  return { asking, ask, passphrase, setPassphrase, working, go: () => void work() };
};

const leastPassphrase = 10;

const Question = ({ form }: { readonly form: ReturnType<typeof useAsking> }): ReactNode => {
  const { t } = useText();
  const { asking, passphrase, setPassphrase, working, go } = form;
  if (asking === undefined) return null;
  return (
    <form
      className="keys-question"
      onSubmit={(event) => {
        event.preventDefault();
        go();
      }}
    >
      <p>{t(`certificates.keys.means.${asking}`)}</p>
      {asking !== 'rotate' && (
        <TextField
          label={t('certificates.keys.passphrase')}
          type="password"
          value={passphrase}
          onChange={setPassphrase}
          autoComplete="off"
          hint={asking === 'backup' ? t('certificates.keys.passphraseHint', { least: leastPassphrase }) : undefined}
        />
      )}
      <Button
        type="submit"
        kind="first"
        disabled={working || (asking !== 'rotate' && passphrase.length < leastPassphrase)}
      >
        {t(`certificates.keys.do.${asking}`)}
      </Button>
    </form>
  );
};

const Actions = ({ form }: { readonly form: ReturnType<typeof useAsking> }): ReactNode => {
  const { t } = useText();
  const handOuts = useHandOuts();
  const { give } = handOuts;
  const busy = handOuts.busy || form.working;
  return (
    <div className="keys-actions">
      <Button size="small" disabled={busy} onClick={() => give('sheet')}>
        {t('certificates.give.sheet')}
      </Button>
      <Button size="small" disabled={busy} onClick={() => give('keys')}>
        {t('certificates.give.keys')}
      </Button>
      <Button size="small" disabled={busy} onClick={() => give('list')}>
        {t('certificates.give.list')}
      </Button>
      <Button size="small" disabled={busy} aria-expanded={form.asking === 'backup'} onClick={() => form.ask('backup')}>
        {t('certificates.keys.backup')}
      </Button>
      <Button
        size="small"
        disabled={busy}
        aria-expanded={form.asking === 'restore'}
        onClick={() => form.ask('restore')}
      >
        {t('certificates.keys.restore')}
      </Button>
      <Button size="small" disabled={busy} aria-expanded={form.asking === 'rotate'} onClick={() => form.ask('rotate')}>
        {t('certificates.keys.rotate')}
      </Button>
    </div>
  );
};

/** Signing keys: which signs now, which did before; a new one, backup and restore; and what is handed out of them. */
export const KeysDialog = ({ onClose }: { readonly onClose: () => void }): ReactNode => {
  const { t, failure } = useText();
  const [said, setSaid] = useState<Said>();
  const [keys, setKeys] = useState<Awaited<ReturnType<typeof allKeys>>>();
  useEffect(() => void allKeys().then(setKeys), [said]);
  const form = useAsking(setSaid);
  return (
    <Dialog open onClose={onClose} size="wide" title={t('certificates.keys.title')}>
      <p className="second">{t('certificates.keys.lead')}</p>
      {keys !== undefined && !keys.ok && <Note tone="bad">{failure(keys.error)}</Note>}
      {keys?.ok === true && (
        <ul className="keys-list">
          <Key own={keys.value.current} now />
          {keys.value.older.map((own) => (
            <Key key={own.id} own={own} now={false} />
          ))}
        </ul>
      )}
      <Actions form={form} />
      <Question form={form} />
      <div aria-live="polite">{said !== undefined && <Note tone={said.tone}>{said.text}</Note>}</div>
    </Dialog>
  );
};
