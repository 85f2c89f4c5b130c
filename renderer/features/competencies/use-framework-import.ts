import { useEffect, useState } from 'react';
import type { FrameworkMapping, FrameworkPlan } from '#shared/domain/competency-import.ts';
import type { ProgrammeId } from '#shared/domain/ids.ts';
import type { Failure } from '#shared/lib/result.ts';
import { importFramework, previewFramework } from '#renderer/db/repositories/competencies.ts';
import { desktop } from '#renderer/desktop/bridge.ts';
import { useText } from '#renderer/ui/text.tsx';

type Opened = { readonly file: string; readonly rows: readonly (readonly string[])[] };

export type FrameworkImporting = {
  readonly opened: Opened | undefined;
  readonly plan: FrameworkPlan | undefined;
  readonly name: string;
  readonly error: Failure | undefined;
  readonly busy: boolean;
  readonly choose: () => Promise<void>;
  readonly rename: (name: string) => void;
  readonly map: (mapping: FrameworkMapping) => void;
  readonly write: () => Promise<boolean>;
};

const nameFromFile = (file: string): string =>
  file
    .replace(/\.[^.]+$/, '')
    .replace(/[-_]+/g, ' ')
    .trim();

/** The state of an import of a framework: a plan is made anew with every choice, nothing is written before `write`. */
export const useFrameworkImport = (programmeId: ProgrammeId): FrameworkImporting => {
  const { t } = useText();
  const [opened, setOpened] = useState<Opened>();
  const [name, setName] = useState('');
  const [mapping, setMapping] = useState<FrameworkMapping>();
  const [plan, setPlan] = useState<FrameworkPlan>();
  const [error, setError] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const source = opened && { ...opened, name, ...(mapping === undefined ? {} : { mapping }) };

  useEffect(() => {
    let wanted = true;
    if (opened !== undefined)
      void previewFramework({ ...opened, name, ...(mapping === undefined ? {} : { mapping }) }).then(
        (next) => wanted && setPlan(next),
      );
    return () => {
      wanted = false;
    };
  }, [opened, name, mapping]);

  const choose = async (): Promise<void> => {
    const path = await desktop.filesChooseOpen({
      title: t('competencies.import.title'),
      filters: [{ name: t('competencies.import.files'), extensions: ['csv', 'tsv', 'txt', 'xlsx'] }],
    });
    if (path === null) return;
    setError(undefined);
    const read = await desktop.tablesReadTable({ path });
    if (!read.ok) return setError(read.error);
    const sheet = read.value.sheets.find(({ rows }) => rows.some((row) => row.some((text) => text.trim() !== '')));
    setMapping(undefined);
    setPlan(undefined);
    setName(nameFromFile(read.value.name));
    setOpened({ file: read.value.name, rows: sheet?.rows ?? [] });
  };

  const write = async (): Promise<boolean> => {
    if (source === undefined) return false;
    setBusy(true);
    const written = await importFramework(source, programmeId);
    setBusy(false);
    if (!written.ok) setError(written.error);
    return written.ok;
  };

  return { opened, plan, name, error, busy, choose, rename: setName, map: setMapping, write };
};
