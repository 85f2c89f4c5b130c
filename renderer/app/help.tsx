import type { ReactNode } from 'react';
import { useEffect, useRef, useState } from 'react';
import type { Language } from '#shared/domain/languages.ts';
import type { MessageKey } from '#shared/i18n/message-key.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { useText } from '#renderer/ui/text.tsx';
import type { Section } from './help-guide.ts';
import { readGuide, sectionsOf } from './help-guide.ts';
import { HelpSection } from './help-section.tsx';
import { helpFor } from './help-topics.ts';
import './help.css';

/** Keys as they are written on the keyboard; alternatives stand side by side. */
type KeyLine = readonly [keys: readonly string[], does: string];

const everywhere: readonly KeyLine[] = [
  [['Ctrl K'], 'find'],
  [['Ctrl Z'], 'undo'],
  [['Ctrl Y'], 'redo'],
  [['Ctrl +', 'Ctrl −', 'Ctrl 0'], 'zoom'],
  [['F1'], 'help'],
  [['Esc'], 'close'],
];

const marks: readonly KeyLine[] = [
  [['0–9'], 'type'],
  [['Enter'], 'enter'],
  [['Tab'], 'tab'],
  [['←', '↑', '→', '↓'], 'arrows'],
  [['Ctrl ←', 'Ctrl →'], 'jump'],
  [['F2'], 'edit'],
  [['Esc'], 'restore'],
  [['N', 'X', 'H'], 'outcomes'],
  [['Del'], 'clear'],
  [['Ctrl C', 'Ctrl V'], 'paste'],
];

const Keys = ({
  lines,
  area,
}: {
  readonly lines: readonly KeyLine[];
  readonly area: 'everywhere' | 'marks';
}): ReactNode => {
  const { t } = useText();
  return (
    <dl className="help-keys">
      {lines.map(([keys, does]) => (
        <div key={does}>
          <dt>
            {keys.map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}
          </dt>
          <dd>{t(`app.help.${area}.${does}` as MessageKey)}</dd>
        </div>
      ))}
    </dl>
  );
};

/** The guide in the language of the screen, else in English; read only when help is opened. */
const loadGuide = async (language: Language): Promise<readonly Section[]> => {
  const [english, french] = await Promise.all([
    import('../../docs/guide/en.md?raw'),
    language === 'fr' ? import('../../docs/guide/fr.md?raw') : undefined,
  ]);
  return french === undefined ? readGuide(english.default) : readGuide(french.default, english.default);
};

const useGuide = (language: Language): readonly Section[] => {
  const [guide, setGuide] = useState<readonly Section[]>([]);
  useEffect(() => {
    let wanted = true;
    void loadGuide(language).then((read) => wanted && setGuide(read));
    return () => void (wanted = false);
  }, [language]);
  return guide;
};

type GuideProps = {
  readonly sections: readonly string[];
  readonly spoken: Language;
  readonly guide: readonly Section[];
  readonly onGo: (section: string) => void;
};

/** Pages of the guide, and the way to all others. */
const Guide = ({ sections, spoken, guide, onGo }: GuideProps): ReactNode => {
  const { t, language } = useText();
  const pages = new Set(sections.flatMap((id) => sectionsOf(guide, id)));
  return (
    <div className="help-guide">
      {spoken !== language && <p className="quiet">{t('app.help.inEnglish')}</p>}
      <article lang={spoken}>
        {[...pages].map((section) => (
          <HelpSection key={section.id} section={section} onGo={onGo} />
        ))}
      </article>
      {/* Another page closes the list of all. */}
      <details key={sections.join()}>
        <summary>{t('app.help.allPages')}</summary>
        <ul lang={spoken}>
          {guide.map(({ id, level, title }) => (
            <li key={id} className={level > 2 ? 'below' : undefined}>
              <button type="button" className="help-link" onClick={() => onGo(id)}>
                {title}
              </button>
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
};

/** Help for the screen one is on: what it is for, its pages of the guide, and its keys. Offline. */
export const Help = ({ location, onClose }: { readonly location: string; readonly onClose: () => void }): ReactNode => {
  const { t, language } = useText();
  const guide = useGuide(language);
  const top = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<string>();
  const { topic, sections } = helpFor(location);
  const go = (section: string): void => {
    setChosen(section);
    top.current?.focus();
    top.current?.scrollIntoView();
  };
  const title = chosen === undefined ? t(`app.help.topics.${topic}.title`) : t('app.help.guide');
  return (
    <Dialog open onClose={onClose} title={title} size="wide" initialFocus={top}>
      <div className="help" tabIndex={0} ref={top}>
        <div className="help-text">
          {chosen === undefined && <p>{t(`app.help.topics.${topic}.text`)}</p>}
          <Guide
            sections={chosen === undefined ? sections : [chosen]}
            spoken={language === 'fr' ? 'fr' : 'en'}
            guide={guide}
            onGo={go}
          />
        </div>
        <aside>
          {topic === 'marks' && chosen === undefined && (
            <>
              <h3>{t('app.help.gridKeys')}</h3>
              <Keys lines={marks} area="marks" />
            </>
          )}
          <h3>{t('app.help.keysEverywhere')}</h3>
          <Keys lines={everywhere} area="everywhere" />
        </aside>
      </div>
    </Dialog>
  );
};
