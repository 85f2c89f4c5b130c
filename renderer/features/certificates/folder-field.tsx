import './certificate-panel.css';
import type { ReactNode } from 'react';
import { desktop } from '#renderer/desktop/bridge.ts';
import { Button } from '#renderer/ui/button.tsx';
import { TextField } from '#renderer/ui/field.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { useText } from '#renderer/ui/text.tsx';

type FolderFieldProps = {
  readonly folder: string;
  readonly error?: string | undefined;
  readonly onFolder: (folder: string) => void;
};

/** Where the files go. */
export const FolderField = ({ folder, error, onFolder }: FolderFieldProps): ReactNode => {
  const { t } = useText();
  const choose = async (): Promise<void> => {
    const chosen = await desktop.filesChooseFolder({ title: t('certificates.folder.title') });
    if (chosen !== null) onFolder(chosen);
  };
  return (
    <div className="folder-field">
      <TextField
        label={t('certificates.folder.label')}
        value={folder}
        onChange={onFolder}
        error={error}
        placeholder={t('certificates.folder.none')}
      />
      <Button onClick={() => void choose()}>
        <Icon name="folder" /> {t('certificates.folder.choose')}
      </Button>
    </div>
  );
};
