import { describe, expect, it } from 'vitest';
import type { AssignmentId } from '#shared/domain/ids.ts';
import { asId } from '#shared/domain/ids.ts';
import type { Cell } from '#shared/domain/marks.ts';
import { isComplete, moduleStandings } from '#shared/domain/module-standing.ts';
import { programme } from '../domain/sheet-builders.ts';

const [module] = programme.modules;
const ids = module?.assignments.map(({ id }) => id) ?? [];
const [first = asId<AssignmentId>(''), second = asId<AssignmentId>('')] = ids;
const marked: Cell = { attempts: [{ state: 'marked', value: 1000, received: '2026-05-01' }] };
const sheet = (a: Cell | undefined, b?: Cell) => ({
  cells: { ...(a === undefined ? {} : { [first]: a }), ...(b === undefined ? {} : { [second]: b }) },
});
const standing = (sheets: Parameters<typeof moduleStandings>[2]) => {
  const [found] = moduleStandings(
    programme,
    { due: { [first]: '2026-06-01', [second]: '2026-05-01' }, released: {} },
    sheets,
  );
  if (found === undefined) throw new Error('no module');
  return found;
};

describe('where a module stands', () => {
  it('puts every script into exactly one place', () => {
    const found = standing([
      sheet(marked, { attempts: [], outcome: 'NS' }),
      sheet(
        { attempts: [{ state: 'received', received: '2026-05-01' }] },
        { attempts: [{ state: 'with-marker', withMarkerSince: '2026-05-02' }] },
      ),
      sheet({ attempts: [], outcome: 'EX' }, { attempts: [], outcome: 'HOLD' }),
      undefined,
    ]);
    expect(found).toMatchObject({
      expected: 8,
      marked: 1,
      notSubmitted: 1,
      received: 1,
      withMarker: 1,
      excused: 1,
      open: 1,
      awaited: 2,
    });
  });

  it('names its different due days in their order', () => {
    expect(standing([]).due).toEqual(['2026-05-01', '2026-06-01']);
  });

  it('is complete only when every script is marked, not submitted or excused, and never without learners', () => {
    expect(isComplete(standing([sheet(marked, { attempts: [], outcome: 'NS' })]))).toBe(true);
    expect(isComplete(standing([sheet(marked)]))).toBe(false);
    expect(isComplete(standing([]))).toBe(false);
  });
});
