import type { IsoDate } from '#shared/lib/dates.ts';
import type { Enrolment, Person } from './people.ts';
import { fullName } from './people.ts';

/** The enrolment with the name for the certificate confirmed on a day: the name given, or the person's full name as written. NFC, trimmed. */
export const confirmName = (
  enrolment: Enrolment,
  person: Pick<Person, 'givenNames' | 'familyName'>,
  on: IsoDate,
  name: string = fullName(person),
): Enrolment => ({ ...enrolment, confirmedName: name.trim().normalize('NFC'), nameConfirmedOn: on });
