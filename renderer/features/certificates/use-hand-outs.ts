import { useState } from 'react';
import type { CertificateRecord } from '#shared/domain/certificates.ts';
import { certificateFileName } from '#shared/domain/certificates.ts';
import type { Failure, Result } from '#shared/lib/result.ts';
import {
  writeBadges,
  writePublicKeys,
  writeRevocations,
  writeVerifier,
} from '#renderer/db/repositories/certificate-hand-outs.ts';
import { writeKeySheet } from '#renderer/db/repositories/certificate-papers.ts';
import { desktop } from '#renderer/desktop/bridge.ts';
import { splitPath } from '#renderer/desktop/write-papers.ts';
import { useNotices } from '#renderer/ui/notices.tsx';
import { useText } from '#renderer/ui/text.tsx';

/** What the programme gives out of its keys and its register. */
export type HandOut = 'verifier' | 'keys' | 'list' | 'sheet';

const endings: Readonly<Record<HandOut, string>> = { verifier: 'html', keys: 'json', list: 'json', sheet: 'pdf' };

/** Writes what is handed out, and says what was written. */
const useWriting = (): ((what: HandOut, path: string) => Promise<Result<string, Failure>>) => {
  const { t, language } = useText();
  return async (what, path) => {
    const { fileName } = splitPath(path);
    if (what === 'verifier') {
      const page = await writeVerifier(path, language);
      if (!page.ok) return page;
      const { keys, listed } = page.value;
      return { ok: true, value: t('certificates.give.verifierSaved', { file: fileName, keys, listed }) };
    }
    const write = {
      keys: writePublicKeys,
      list: writeRevocations,
      sheet: () => writeKeySheet(splitPath(path), language),
    };
    const done = await write[what](path);
    return done.ok ? { ok: true, value: t('certificates.give.saved', { file: fileName }) } : done;
  };
};

/** Saves what is handed out where the person says, and tells how it went. `busy` names what is being made. */
export const useHandOuts = (): {
  readonly give: (what: HandOut) => void;
  readonly giveBadge: (record: CertificateRecord) => void;
  readonly giveBadges: (records: readonly CertificateRecord[]) => void;
  readonly busy: boolean;
} => {
  const { t, failure } = useText();
  const write = useWriting();
  const { tell } = useNotices();
  const [busy, setBusy] = useState(false);
  const told = async (work: () => Promise<Result<string, Failure>>): Promise<void> => {
    setBusy(true);
    const done = await work();
    setBusy(false);
    tell(done.ok ? { tone: 'ok', text: done.value } : { tone: 'bad', text: failure(done.error) });
  };
  const saved = (path: string): string => t('certificates.give.saved', { file: splitPath(path).fileName });
  const give = async (what: HandOut): Promise<void> => {
    const path = await desktop.filesChooseSave({
      title: t(`certificates.give.${what}`),
      name: `${t(`certificates.give.name.${what}`)}.${endings[what]}`,
      filters: [{ name: t(`certificates.give.kind.${what}`), extensions: [endings[what]] }],
    });
    if (path !== null) await told(() => write(what, path));
  };
  const giveBadge = async (record: CertificateRecord): Promise<void> => {
    const path = await desktop.filesChooseSave({
      title: t('certificates.give.badge'),
      name: certificateFileName(record.serial, record.snapshot.name).replace(/\.pdf$/, '.json'),
      filters: [{ name: t('certificates.give.kind.badge'), extensions: ['json'] }],
    });
    if (path === null) return;
    await told(async () => {
      const done = await writeBadges([record], () => path);
      return done.ok ? { ok: true, value: saved(path) } : done;
    });
  };
  const giveBadges = async (records: readonly CertificateRecord[]): Promise<void> => {
    const folder = await desktop.filesChooseFolder({ title: t('certificates.give.badges') });
    if (folder === null) return;
    const separator = folder.includes('\\') ? '\\' : '/';
    await told(async () => {
      const done = await writeBadges(records, (name) => `${folder}${separator}${name}`);
      if (!done.ok) return done;
      return { ok: true, value: t('certificates.give.badgesSaved', { count: done.value.length, folder }) };
    });
  };
  return {
    give: (what) => void give(what),
    giveBadge: (record) => void giveBadge(record),
    giveBadges: (records) => void giveBadges(records),
    busy,
  };
};
