import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Interviewer, PlannedAlumnus } from '#shared/domain/call-plans.ts';
import { loadsOf, shareOut } from '#shared/domain/call-plans.ts';
import type { EnrolmentId } from '#shared/domain/ids.ts';
import { asId } from '#shared/domain/ids.ts';

const id = (name: string | number): EnrolmentId => asId<EnrolmentId>(String(name));
const languages = ['pt', 'sw', 'ny'] as const;

const alumni: fc.Arbitrary<readonly PlannedAlumnus[]> = fc
  .array(fc.option(fc.constantFrom(...languages), { nil: undefined }), { maxLength: 40 })
  .map((wishes) => wishes.map((language, at) => ({ id: id(at), language })));

const interviewers: fc.Arbitrary<readonly Interviewer[]> = fc
  .array(fc.subarray([...languages]), { minLength: 1, maxLength: 6 })
  .map((spoken) => spoken.map((own, at) => ({ name: `Interviewer ${at}`, languages: own })));

describe('sharing calls out', () => {
  it('gives everybody an interviewer, with loads that differ by one at most', () => {
    fc.assert(
      fc.property(alumni, interviewers, (people, callers) => {
        const shared = shareOut(people, callers, new Map());
        expect(shared.size).toBe(people.length);
        const loads = callers.map(({ name }) => loadsOf(shared).get(name) ?? 0);
        expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('leaves everybody with the interviewer they had, and lifts nobody more than one above the least', () => {
    fc.assert(
      fc.property(alumni, interviewers, fc.array(fc.nat(5), { maxLength: 40 }), (people, callers, had) => {
        const before = new Map(
          people.flatMap((person, at) => {
            const name = callers[had[at] ?? 99]?.name;
            return name === undefined ? [] : [[person.id, name] as const];
          }),
        );
        const shared = shareOut(people, callers, before);
        for (const [person, name] of before) expect(shared.get(person)).toBe(name);
        const [now, then] = [loadsOf(shared), loadsOf(before)];
        const least = Math.min(...callers.map(({ name }) => now.get(name) ?? 0));
        for (const { name } of callers)
          if ((now.get(name) ?? 0) > (then.get(name) ?? 0)) expect(now.get(name)).toBeLessThanOrEqual(least + 1);
      }),
    );
  });

  it('keeps a wish for a language wherever the loads allow it', () => {
    const people = ['pt', 'sw', 'pt', 'sw'].map((language, at) => ({ id: id(at), language }));
    const shared = shareOut(
      people,
      [
        { name: 'Joyce', languages: ['sw'] },
        { name: 'Paulo', languages: ['pt'] },
      ],
      new Map(),
    );
    expect(people.map((person) => shared.get(person.id))).toEqual(['Paulo', 'Joyce', 'Paulo', 'Joyce']);
  });

  it('moves one on who can be called by another, to make room for a wish that only one can keep', () => {
    const people = [
      { id: id('either'), language: 'pt' },
      { id: id('only'), language: 'sw' },
    ];
    const shared = shareOut(
      people,
      [
        { name: 'Both', languages: ['pt', 'sw'] },
        { name: 'Paulo', languages: ['pt'] },
      ],
      new Map(),
    );
    expect([...shared.values()]).toEqual(expect.arrayContaining(['Both', 'Paulo']));
    expect(shared.get(id('only'))).toBe('Both');
  });

  it('takes from somebody who no longer calls, and assigns nobody where there is no interviewer', () => {
    const people = [{ id: id('a') }, { id: id('b') }];
    const before = new Map([[id('a'), 'Gone']]);
    expect(shareOut(people, [], before).size).toBe(0);
    expect(shareOut(people, [{ name: 'Joyce', languages: [] }], before)).toEqual(
      new Map([
        [id('a'), 'Joyce'],
        [id('b'), 'Joyce'],
      ]),
    );
  });
});
