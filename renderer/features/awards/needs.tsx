import type { ReactNode } from 'react';
import type { Message } from '#shared/domain/message.ts';
import type { ModuleNeed } from '#shared/domain/what-if.ts';
import { moduleNeed } from '#shared/domain/what-if.ts';
import { hoursNeed, needWords } from '#shared/domain/what-if-words.ts';
import type { CohortResults, ResultLine } from '#renderer/db/repositories/results.ts';
import { today } from '#renderer/desktop/clock.ts';
import { Glyph } from '#renderer/ui/icon.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { stateOf } from './result-states.ts';

/** One thing that would bring a learner nearer to the award, in words. */
export type Need = { readonly text: Message; readonly details: readonly Message[]; readonly possible: boolean };

/** What cannot be reached comes first, then what is nearest: one mark before several. */
const distanceOf = ({ noWay, ways }: ModuleNeed): number => (noWay === undefined ? (ways[0]?.length ?? 0) + 1 : 0);

/** What marks and hours a learner still needs; nothing for who is eligible or has left. */
export const needsOf = (line: ResultLine, { programme, cohort }: CohortResults, language: string): readonly Need[] => {
  if (line.eligibility.eligible || stateOf(line) === 'left') return [];
  const modules = line.eligibility.modules
    .filter(({ verdict }) => verdict !== 'passed' && verdict !== 'sign-off')
    .flatMap(({ module }) => moduleNeed(module, { programme, cohort, sheet: line.sheet }, today()) ?? [])
    .toSorted((a, b) => distanceOf(a) - distanceOf(b))
    .map((need) => needWords(need, language));
  const hours = hoursNeed(line.eligibility);
  return hours === undefined ? modules : [...modules, { text: hours, details: [], possible: true }];
};

/** What a learner still needs, with what each figure rests on. */
export const Needs = ({ needs }: { readonly needs: readonly Need[] }): ReactNode => {
  const { t, say } = useText();
  if (needs.length === 0) return null;
  return (
    <>
      <h3>{t('results.whatIf.title')}</h3>
      <ul className="result-needs">
        {needs.map(({ text, details, possible }, index) => (
          <li key={index}>
            <span className={possible ? 't-info' : 't-bad'}>
              <Glyph name={possible ? 'attempt' : 'refused'} />
            </span>
            <span>
              {say(text)}
              {details.map((detail, at) => (
                <small key={at} className="second">
                  {say(detail)}
                </small>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
};
