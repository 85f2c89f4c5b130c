import type { ReactNode } from 'react';
import { useState } from 'react';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { TextArea } from '#renderer/ui/field.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { chooseFont, type AddedFont } from './work/add-files.ts';

/** Adds a font of one's own, with the note of its licence that is kept beside it. */
export const FontDialog = ({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }): ReactNode => {
  const { t, failure } = useText();
  const [licence, setLicence] = useState('');
  const [added, setAdded] = useState<AddedFont>();
  const [problem, setProblem] = useState<string>();
  const choose = async (): Promise<void> => {
    const font = await chooseFont({ title: t('templates.addFont'), filter: t('templates.fonts') }, licence.trim());
    setProblem(font.ok ? undefined : failure(font.error));
    setAdded(font.ok ? font.value : undefined);
  };
  const close = (): void => {
    setAdded(undefined);
    setProblem(undefined);
    onClose();
  };
  return (
    <Dialog
      open={open}
      onClose={close}
      title={t('templates.addFontTitle')}
      size="narrow"
      footer={
        <>
          <Button onClick={close}>{t(added === undefined ? 'templates.cancel' : 'templates.done')}</Button>
          <Button kind="first" disabled={licence.trim() === ''} onClick={() => void choose()}>
            {t('templates.chooseFont')}
          </Button>
        </>
      }
    >
      <TextArea
        label={t('templates.licence')}
        hint={t('templates.licenceHint')}
        value={licence}
        onChange={setLicence}
      />
      {problem !== undefined && <Note tone="bad">{problem}</Note>}
      {added !== undefined && (
        <Note tone={added.lacks.length === 0 ? 'ok' : 'warn'}>
          {t(added.lacks.length === 0 ? 'templates.fontAdded' : 'templates.fontLacks', {
            family: added.family,
            letters: added.lacks.join(' '),
          })}
        </Note>
      )}
    </Dialog>
  );
};
