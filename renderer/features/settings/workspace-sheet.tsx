import type { ReactNode } from 'react';
import { useState } from 'react';
import { desktop } from '#renderer/desktop/bridge.ts';
import { useSession } from '#renderer/desktop/session.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { TextField } from '#renderer/ui/field.tsx';
import { Sheet } from '#renderer/ui/sheet.tsx';
import { useText } from '#renderer/ui/text.tsx';

/** What the main process takes for the name of a workspace's folder. */
const goodName = /^[\p{L}\p{N}][\p{L}\p{N} _-]{0,60}$/u;

const Others = ({
  names,
  onOpen,
}: {
  readonly names: readonly string[];
  readonly onOpen: (name: string) => void;
}): ReactNode => {
  const { t } = useText();
  return (
    <ul className="settings-list">
      {names.map((name) => (
        <li key={name}>
          <span className="cut">{name}</span>
          <Button size="small" onClick={() => onOpen(name)}>
            {t('settings.openWorkspace')}
          </Button>
        </li>
      ))}
    </ul>
  );
};

/** Where the open workspace is, and the others on this laptop. Opening another one starts the app again. */
export const WorkspaceSheet = (): ReactNode => {
  const { t } = useText();
  const { boot } = useSession();
  const [name, setName] = useState('');
  const others = boot.workspaces.filter((other) => other !== boot.workspaceName);
  const wanted = name.trim();
  const taken = boot.workspaces.includes(wanted);
  const good = goodName.test(wanted) && !taken;
  const open = (other: string): void => void desktop.appSwitchWorkspace({ name: other });
  return (
    <Sheet title={t('settings.workspace')} count={boot.workspaceName}>
      <div className="settings-body">
        <div className="settings-row">
          <span className="serial settings-path" title={boot.workspaceFolder}>
            {boot.workspaceFolder}
          </span>
          <Button size="small" onClick={() => void desktop.filesShowFile({ path: boot.workspaceFolder })}>
            {t('settings.showFolder')}
          </Button>
        </div>
        <p className="field-hint">{t('settings.workspaceHint')}</p>
      </div>
      {others.length > 0 && <Others names={others} onOpen={open} />}
      <form className="settings-body settings-new" onSubmit={(event) => (event.preventDefault(), good && open(wanted))}>
        <TextField
          label={t('settings.newWorkspace')}
          value={name}
          onChange={setName}
          maxLength={60}
          error={wanted === '' || good ? undefined : taken ? t('settings.nameTaken') : t('settings.nameNotGood')}
        />
        <Button type="submit" disabled={!good}>
          {t('settings.makeWorkspace')}
        </Button>
      </form>
    </Sheet>
  );
};
