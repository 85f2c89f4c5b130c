import type { Language } from '#shared/domain/languages.ts';
import { asId } from '#shared/domain/ids.ts';
import type { AssignmentId } from '#shared/domain/ids.ts';
import { newSeed, readSeed } from '#shared/domain/moderation-seed.ts';
import { reasonsInWords } from '#shared/domain/moderation-words.ts';
import { fullName } from '#shared/domain/people.ts';
import { sayMessage } from '#shared/i18n/make-translator.ts';
import { createTranslator } from '#shared/i18n/translator.ts';
import type { Result } from '#shared/lib/result.ts';
import { fail, ok } from '#shared/lib/result.ts';
import type { Batch, CohortModeration } from '#renderer/db/repositories/moderation.ts';
import { drawModeration, loadBatch } from '#renderer/db/repositories/moderation.ts';
import { writeSignOff } from '#renderer/db/repositories/moderation-papers.ts';
import { findCohort } from '#renderer/db/repositories/results.ts';
import { today } from '#renderer/desktop/clock.ts';
import type { RunJob } from './job.ts';

type Drawn = CohortModeration & { readonly batch: Batch };

/** A seed that is given, or that of the sample drawn before, or a new one. */
const seedFor = (text: string | undefined, { batch }: Drawn): Result<number> => {
  if (text === undefined) {
    const { moderation } = batch;
    const kept = moderation?.verdict === undefined ? moderation?.seed : undefined;
    return ok(kept ?? newSeed(crypto.getRandomValues(new Uint32Array(1))[0] ?? 0));
  }
  const seed = readSeed(text);
  return seed === undefined ? fail('seed-wrong', { seed: text }) : ok(seed);
};

/** The sample by name, each script with the reasons in words, without its mark. */
const sampleLines = ({ batch, learners }: Drawn, language: Language): readonly Readonly<Record<string, unknown>>[] => {
  const learnerOf = new Map(learners.map((learner) => [learner.enrolment.id, learner]));
  const translate = createTranslator(language);
  const collator = new Intl.Collator(language);
  return (batch.moderation?.sample ?? [])
    .flatMap(({ enrolmentId, reasons }) => {
      const learner = learnerOf.get(enrolmentId);
      const script = batch.scripts.find((one) => one.enrolmentId === enrolmentId);
      if (learner === undefined) return [];
      const { person } = learner;
      return [
        {
          learner: fullName(person),
          number: person.number ?? null,
          marker: script?.marker ?? null,
          reasons,
          why: sayMessage(translate, reasonsInWords(reasons)),
        },
      ];
    })
    .toSorted((a, b) => collator.compare(a.learner, b.learner));
};

/** `run moderation --draw`: draws the sample of an assignment and prints it; with `--out` also the sheet on which it is second-marked and signed off. */
export const runModeration: RunJob = async ({ option, language, print }) => {
  const code = option('cohort') ?? '';
  const cohort = await findCohort(code);
  if (cohort === undefined) return fail('cohort-missing', { code });
  const assignment = option('assignment') ?? '';
  const which = { cohortId: cohort.id, assignmentId: asId<AssignmentId>(assignment) };
  const before = await loadBatch(which);
  if (before === undefined) return fail('assignment-missing', { assignment });
  const seed = seedFor(option('seed'), before);
  if (!seed.ok) return seed;
  const drawn = await drawModeration(which, seed.value, today());
  if (!drawn.ok) return drawn;
  const after = await loadBatch(which);
  if (after === undefined) return fail('assignment-missing', { assignment });
  for (const line of sampleLines(after, language)) await print(line);
  const out = option('out');
  const file =
    out === undefined ? undefined : await writeSignOff(after, after.batch, { path: out, language, today: today() });
  if (file?.ok === false) return file;
  return ok({
    job: 'moderation',
    cohort: cohort.code,
    assignment,
    seed: drawn.value.seed,
    scripts: drawn.value.scripts,
    sample: drawn.value.sample.length,
    drawnOn: drawn.value.drawnOn,
    ...(file === undefined ? {} : { file: file.value.path }),
  });
};
