import './file-step.css';
import type { DragEvent, ReactNode } from 'react';
import { useState } from 'react';
import type { ImportKind } from '#shared/domain/import/import-kinds.ts';
import type { Failure } from '#shared/lib/result.ts';
import { desktop } from '#renderer/desktop/bridge.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { Sheet } from '#renderer/ui/sheet.tsx';
import { useText } from '#renderer/ui/text.tsx';

/** Asks for a spreadsheet; undefined where nobody chose one. */
export const useChooseFile = (): (() => Promise<string | undefined>) => {
  const { t } = useText();
  return async () =>
    (await desktop.filesChooseOpen({
      title: t('import.chooseTitle'),
      filters: [{ name: t('import.spreadsheets'), extensions: ['csv', 'tsv', 'txt', 'xlsx'] }],
    })) ?? undefined;
};

type FileStepProps = {
  readonly kind: ImportKind;
  readonly kinds: readonly ImportKind[];
  readonly onKind: (kind: ImportKind) => void;
  readonly onFile: (path: string) => void;
  readonly reading: boolean;
  readonly error: Failure | undefined;
};

/** The first step: what is to be imported, and from which file. */
export const FileStep = ({ kind, kinds, onKind, onFile, reading, error }: FileStepProps): ReactNode => {
  const { t, failure } = useText();
  const chooseFile = useChooseFile();
  const [over, setOver] = useState(false);
  const [nowhere, setNowhere] = useState(false);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    const path = file === undefined ? '' : desktop.pathOfFile(file);
    setNowhere(file !== undefined && path === '');
    if (path !== '') onFile(path);
  };
  return (
    <Sheet
      title={t(`import.titleOf.${kind}`)}
      className="import-file"
      actions={kinds.map((each) => (
        <button key={each} type="button" className="pick" aria-pressed={each === kind} onClick={() => onKind(each)}>
          {t(`import.titleOf.${each}`)}
        </button>
      ))}
    >
      <div
        className={`drop${over ? ' over' : ''}`}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <Icon name="import" size={24} />
        <p>{t(`import.drop.${kind}`)}</p>
        <p className="second">{t(`import.dropHint.${kind}`)}</p>
        <Button
          kind="first"
          disabled={reading}
          onClick={() => (setNowhere(false), void chooseFile().then((path) => path !== undefined && onFile(path)))}
        >
          {reading ? t('import.reading') : t('import.choose')}
        </Button>
        {nowhere && <Note tone="bad">{t('import.droppedFromNowhere')}</Note>}
        {error !== undefined && !nowhere && <Note tone="bad">{failure(error)}</Note>}
      </div>
    </Sheet>
  );
};
