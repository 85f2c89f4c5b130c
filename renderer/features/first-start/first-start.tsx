import './first-start.css';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { Role } from '#shared/domain/workspace.ts';
import type { Failure } from '#shared/lib/result.ts';
import { useSession } from '#renderer/desktop/session.tsx';
import { BeginStep } from './begin-step.tsx';
import type { StartChoice, StartResult, Way, Working } from './choice.ts';
import { CohortStep } from './cohort-step.tsx';
import { LanguageStep } from './language-step.tsx';
import { Story } from './story.tsx';
import type { StepId } from './story.tsx';

type FirstStartProps = {
  readonly version: string;
  readonly known: boolean;
  readonly onStart: (choice: StartChoice, onProgress: (done: number, total: number) => void) => Promise<StartResult>;
  readonly onDone: () => void;
};

/** Language → how to begin, name and role → the first cohort. */
export const FirstStart = ({ version, known: knownNow, onStart, onDone }: FirstStartProps): ReactNode => {
  const [known] = useState(knownNow);
  const { settings, saveSettings } = useSession();
  const [, navigate] = useLocation();
  const [step, setStep] = useState<StepId>('language');
  const [working, setWorking] = useState<Working>();
  const [problem, setProblem] = useState<Failure>();

  const begin = async (kind: Way | 'known', name: string, role: Role): Promise<void> => {
    setProblem(undefined);
    if (kind === 'demonstration') setWorking({ done: 0, total: 0 });
    const started = await onStart({ language: settings.language, name, role, kind }, (done, total) =>
      setWorking({ done, total }),
    );
    setWorking(undefined);
    if (!started.ok) setProblem(started.error);
    else if (kind === 'new') setStep('cohort');
    else finish('/');
  };
  const finish = (href: string): void => {
    navigate(href);
    onDone();
  };

  return (
    <div className="first-run">
      <Story step={step} known={known} version={version} />
      <main className="form">
        {step === 'language' && (
          <LanguageStep
            language={settings.language}
            onLanguage={(language) => void saveSettings({ language })}
            onNext={() => setStep('begin')}
          />
        )}
        {step === 'begin' && (
          <BeginStep
            known={known}
            person={settings.person}
            working={working}
            problem={problem}
            onBack={() => setStep('language')}
            onBegin={(...choice) => void begin(...choice)}
          />
        )}
        {step === 'cohort' && <CohortStep onImport={() => finish('/cohorts')} onToday={() => finish('/')} />}
      </main>
    </div>
  );
};
