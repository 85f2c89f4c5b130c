import texts from '../../../resources/questionnaires/consent-wordings.json' with { type: 'json' };
import type { IsoDate } from '#shared/lib/dates.ts';
import type { Consent, ConsentPurpose, ConsentWording } from '../consents.ts';
import { consentPurposes, wordingId } from '../consents.ts';

/** The first edition of the wording of each purpose, in four languages. */
export const demonstrationWordings = (from: IsoDate): readonly ConsentWording[] =>
  consentPurposes.map((purpose) => ({
    id: wordingId(purpose, 1),
    purpose,
    version: 1,
    from,
    text: texts[purpose],
  }));

/** Of ten learners so many signed; calls are told by the enrolment. */
const signing: readonly (readonly [ConsentPurpose, number])[] = [
  ['administration', 10],
  ['photo', 8],
  ['sharing', 7],
];

/** What a learner signed at enrolment; nothing is drawn, so that all else stays as it is. */
export const demonstrationConsents = (number: number, on: IsoDate): readonly Consent[] =>
  signing
    .filter(([, ofTen]) => (number * 7) % 10 < ofTen)
    .map(([purpose]) => ({ purpose, wording: wordingId(purpose, 1), on, how: 'signed' }));
