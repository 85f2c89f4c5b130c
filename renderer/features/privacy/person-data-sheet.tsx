import type { ReactNode } from 'react';
import { useState } from 'react';
import type { Person } from '#shared/domain/people.ts';
import { fullName } from '#shared/domain/people.ts';
import { erasePeople } from '#renderer/db/repositories/erasure.ts';
import { writePersonFile } from '#renderer/db/repositories/person-files.ts';
import { desktop } from '#renderer/desktop/bridge.ts';
import { Button } from '#renderer/ui/button.tsx';
import { useNotices } from '#renderer/ui/notices.tsx';
import { Sheet } from '#renderer/ui/sheet.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { EraseDialog } from './erase-dialog.tsx';

type Ending = 'pdf' | 'json';

/** What is kept about a person: taken away as a file, or erased. The name of the file does not give the person away. */
export const PersonDataSheet = ({ person }: { readonly person: Person }): ReactNode => {
  const { t, language, failure } = useText();
  const { tell } = useNotices();
  const [erasing, setErasing] = useState(false);
  const [working, setWorking] = useState<Ending>();
  const write = async (ending: Ending): Promise<void> => {
    const name = t('privacy.person.fileName', { number: person.number ?? person.id.slice(-6) });
    const path = await desktop.filesChooseSave({
      title: t('privacy.person.choose'),
      name: `${name.replace(/[^\p{L}\p{N}._-]/gu, '-')}.${ending}`,
      filters: [{ name: ending.toUpperCase(), extensions: [ending] }],
    });
    if (path === null) return;
    setWorking(ending);
    const written = await writePersonFile(person.id, { path, language });
    setWorking(undefined);
    tell(
      written.ok
        ? { tone: 'ok', text: t('privacy.person.written', { path: written.value.path }) }
        : { tone: 'bad', text: failure(written.error) },
    );
  };
  return (
    <Sheet title={t('privacy.person.title')}>
      <div className="privacy-body">
        <p className="second">{t('privacy.person.hint')}</p>
        <div className="privacy-actions">
          <Button size="small" disabled={working !== undefined} onClick={() => void write('pdf')}>
            {t('privacy.person.pdf')}
          </Button>
          <Button size="small" disabled={working !== undefined} onClick={() => void write('json')}>
            {t('privacy.person.json')}
          </Button>
          <Button size="small" kind="plain" onClick={() => setErasing(true)}>
            {t('privacy.person.erase')}
          </Button>
        </div>
      </div>
      {erasing && (
        <EraseDialog
          title={t('privacy.erase.title', { name: fullName(person) })}
          person={person}
          work={() => erasePeople([person.id])}
          then="/people"
          onClose={() => setErasing(false)}
        />
      )}
    </Sheet>
  );
};
