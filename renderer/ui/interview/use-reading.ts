import { useState } from 'react';
import type { QuestionnaireDesign, QuestionnaireLanguage } from '#shared/domain/questionnaire-design.ts';
import { useText } from '../text.tsx';

/** The language chosen last: whoever reads in Portuguese reads the next call in Portuguese, whatever the screen speaks. */
const kept: { language?: QuestionnaireLanguage } = {};

/** The language in which the questions are read aloud, and the others that the questionnaire has. */
export const useReading = ({
  languages,
}: QuestionnaireDesign): {
  readonly reading: QuestionnaireLanguage;
  readonly others: readonly QuestionnaireLanguage[];
  readonly change: (language: QuestionnaireLanguage) => void;
} => {
  const { language: screen } = useText();
  const [wanted, setWanted] = useState<QuestionnaireLanguage | undefined>(kept.language);
  const reading =
    [wanted, screen].flatMap((each) => languages.filter((known) => known === each))[0] ?? languages[0] ?? 'en';
  return {
    reading,
    others: languages.filter((language) => language !== reading),
    change: (language) => {
      kept.language = language;
      setWanted(language);
    },
  };
};
