import type { Award } from '#shared/domain/awards.ts';
import type { CohortId, EnrolmentId } from '#shared/domain/ids.ts';
import type { IsoDate } from '#shared/lib/dates.ts';
import { fold } from '#shared/lib/fold.ts';
import { makeMemoryIndex } from './memory-index.ts';

/** One line of the register of alumni: an award makes an alumnus, nothing is keyed again. */
export type RegisterLine = {
  readonly enrolmentId: EnrolmentId;
  readonly cohortId: CohortId;
  readonly name: string;
  /** The name without accents and capitals, to be searched. */
  readonly folded: string;
  readonly awardedOn: IsoDate;
  /** True for an award of an earlier cycle that came from a spreadsheet. */
  readonly imported: boolean;
};

/** Every alumnus of the workspace. Awards that were made anonymous are left out. */
export const alumniIndex = makeMemoryIndex<RegisterLine>(
  'awards',
  ({ enrolmentId }) => enrolmentId,
  (data) => {
    const { id, cohortId, name, awardedOn, imported, erasedOn } = data as unknown as Award;
    if (erasedOn !== undefined) return undefined;
    return { enrolmentId: id, cohortId, name, folded: fold(name), awardedOn, imported: imported !== undefined };
  },
);
