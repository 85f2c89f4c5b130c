import type { AlumnusLine } from '#shared/domain/alumni-lines.ts';
import type { NamedPaper } from '#shared/domain/paper.ts';
import { callSheetPaper } from '#shared/domain/papers/call-sheet.ts';
import type { QuestionnaireLanguage } from '#shared/domain/questionnaire-design.ts';
import type { IsoDate } from '#shared/lib/dates.ts';
import { getRecord } from '../records.ts';
import { readCall } from './follow-ups.ts';

/** One call sheet an alumnus, in the order of the lines, each named by the alumnus. The workspace's name stands at the top of every page. */
export const callSheets = async (
  lines: readonly AlumnusLine[],
  { language, on }: { readonly language: QuestionnaireLanguage; readonly on: IsoDate },
): Promise<readonly NamedPaper[]> => {
  const owner = (await getRecord('workspace', 'workspace'))?.name ?? '';
  const papers = await Promise.all(
    lines.map(async (line): Promise<readonly NamedPaper[]> => {
      const call = await readCall(line.enrolmentId, line.wave.id);
      if (call === undefined) return [];
      const earlier = call.programme.rules.waves
        .filter(({ offsetMonths }) => offsetMonths < line.wave.offsetMonths)
        .toSorted((a, b) => b.offsetMonths - a.offsetMonths)
        .flatMap(({ id }) => call.others.filter(({ waveId }) => waveId === id))[0];
      const paper = callSheetPaper({
        name: line.name,
        cohortCode: line.cohortCode,
        offsetMonths: line.wave.offsetMonths,
        dates: { opens: line.opens, dueOn: line.dueOn, closes: line.closes },
        person: call.person,
        enrolment: call.enrolment,
        design: call.design,
        language,
        attempts: line.attemptsNeeded,
        caller: line.caller,
        last: earlier?.answers,
        owner,
        on,
      });
      return [{ paper, name: `${line.cohortCode} ${line.name}` }];
    }),
  );
  return papers.flat();
};
