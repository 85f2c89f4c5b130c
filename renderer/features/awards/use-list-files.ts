import { useState } from 'react';
import type { Message } from '#shared/domain/message.ts';
import type { WantedList } from '#renderer/db/repositories/award-board.ts';
import { writeAwardList } from '#renderer/db/repositories/award-board.ts';
import { desktop } from '#renderer/desktop/bridge.ts';
import { useNotices } from '#renderer/ui/notices.tsx';
import { useText } from '#renderer/ui/text.tsx';

export type ListFile = 'pdf' | 'xlsx';

type ListFiles = {
  readonly save: (wanted: Omit<WantedList, 'language'>, kind: ListFile) => void;
  readonly saving: boolean;
};

/** Saves an award list where the person says: as a paper for the board to sign, or as a spreadsheet. */
export const useListFiles = (): ListFiles => {
  const { t, say, failure, language } = useText();
  const { tell } = useNotices();
  const [saving, setSaving] = useState(false);
  const run = async (given: Omit<WantedList, 'language'>, kind: ListFile): Promise<void> => {
    const wanted = { ...given, language };
    const name: Message = {
      key: given.list === undefined ? 'awards.file.draft' : 'awards.file.list',
      values: { code: given.results.cohort.code, date: given.list?.frozenOn ?? '' },
    };
    const path = await desktop.filesChooseSave({
      title: t(`awards.file.${kind}`),
      name: `${say(name)}.${kind}`,
      filters: [{ name: t(`awards.file.${kind}Name`), extensions: [kind] }],
    });
    if (path === null) return;
    setSaving(true);
    const written = await writeAwardList(wanted, path);
    setSaving(false);
    tell(
      written.ok
        ? { tone: 'ok', text: t('awards.file.saved', { file: written.value.path }) }
        : { tone: 'bad', text: failure(written.error) },
    );
  };
  return { save: (wanted, kind) => void run(wanted, kind), saving };
};
