import { Autocomplete } from '@base-ui/react/autocomplete';
import { Dialog } from '@base-ui/react/dialog';
import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { isScreenLanguage } from '#shared/domain/languages.ts';
import { useSession } from '#renderer/desktop/session.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { useText } from '#renderer/ui/text.tsx';
import type { Command, Entry, Group } from './palette-entries.ts';
import { paletteEntries, serialProblem } from './palette-entries.ts';

export type PaletteProps = {
  readonly onClose: () => void;
  readonly onHelp: () => void;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
};

/** What is found for the text; the last answer stays while the next is sought. */
const useFound = (text: string): readonly Group[] | undefined => {
  const { t } = useText();
  const [groups, setGroups] = useState<readonly Group[]>();
  useEffect(() => {
    let wanted = true;
    void paletteEntries(text, t).then((found) => wanted && setGroups(found));
    return () => {
      wanted = false;
    };
  }, [text, t]);
  return groups;
};

const useCommand = ({ onClose, onHelp, onUndo, onRedo }: PaletteProps): ((entry: Entry) => void) => {
  const { saveSettings } = useSession();
  const [, navigate] = useLocation();
  const run = (command: Command): void => {
    if (command === 'help') onHelp();
    else if (command === 'undo') onUndo();
    else if (command === 'redo') onRedo();
    else if (isScreenLanguage(command)) void saveSettings({ language: command });
    else void saveSettings({ theme: command });
  };
  return ({ href, command }) => {
    onClose();
    if (href !== undefined) navigate(href);
    if (command !== undefined) run(command);
  };
};

const Line = ({ entry, onChoose }: { readonly entry: Entry; readonly onChoose: (entry: Entry) => void }): ReactNode => (
  <Autocomplete.Item value={entry} className="palette-item" onClick={() => onChoose(entry)}>
    <Icon name={entry.icon} />
    <span className="cut">{entry.label}</span>
    <span className="more cut">{entry.more}</span>
  </Autocomplete.Item>
);

/** Any learner, cohort, serial or command by a few letters; accents need not be typed. */
export const Palette = (props: PaletteProps): ReactNode => {
  const { t, failure } = useText();
  const [text, setText] = useState('');
  const problem = serialProblem(text);
  const groups = useFound(text);
  const choose = useCommand(props);
  return (
    <Dialog.Root open onOpenChange={(open) => !open && props.onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="dialog-backdrop" />
        <Dialog.Popup className="palette" aria-label={t('app.find')}>
          <Autocomplete.Root
            open
            inline
            items={groups ?? []}
            value={text}
            onValueChange={setText}
            filter={null}
            mode="none"
            autoHighlight="always"
            keepHighlight
            itemToStringValue={(entry: Entry) => entry.label}
          >
            <div className="palette-search">
              <Icon name="search" />
              <Autocomplete.Input autoFocus aria-label={t('app.find')} placeholder={t('app.palette.placeholder')} />
            </div>
            <Autocomplete.Empty className="palette-empty">
              {problem !== undefined
                ? failure(problem)
                : groups === undefined
                  ? null
                  : t('app.palette.nothing', { text })}
            </Autocomplete.Empty>
            <Autocomplete.List className="palette-list">
              {(group: Group) => (
                <Autocomplete.Group key={group.value} items={group.items}>
                  <Autocomplete.GroupLabel className="palette-group">{group.value}</Autocomplete.GroupLabel>
                  <Autocomplete.Collection>
                    {(entry: Entry) => <Line key={entry.id} entry={entry} onChoose={choose} />}
                  </Autocomplete.Collection>
                </Autocomplete.Group>
              )}
            </Autocomplete.List>
          </Autocomplete.Root>
          <footer>
            <span>
              <kbd>{'↑'}</kbd>
              <kbd>{'↓'}</kbd>
              {t('app.palette.move')}
            </span>
            <span>
              <kbd>{t('app.palette.enter')}</kbd>
              {t('app.palette.open')}
            </span>
            <span>
              <kbd>{'Esc'}</kbd>
              {t('app.palette.close')}
            </span>
          </footer>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
};
