import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkCharacter,
  formatSerial,
  lastSerialNumber,
  overlappingBlocks,
  parseSerial,
  reserveBlock,
  serialBeginnings,
  serialsLeft,
  takeSerial,
  type SerialBlock,
  type SerialParts,
} from '#shared/domain/serials.ts';

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const alphabet = [...'0123456789', ...letters];
const letter = fc.constantFrom(...letters);

const parts: fc.Arbitrary<SerialParts> = fc.record({
  programme: fc
    .tuple(letter, fc.array(fc.constantFrom(...alphabet), { minLength: 1, maxLength: 7 }))
    .map(([a, b]) => a + b.join('')),
  country: fc.tuple(letter, letter).map((pair) => pair.join('')),
  year: fc.integer({ min: 2000, max: 2199 }),
  number: fc.integer({ min: 1, max: lastSerialNumber }),
});

const block: SerialBlock = {
  id: 'b1',
  programme: 'CWCY',
  country: 'SZ',
  year: 2026,
  from: 1,
  to: 3,
  next: 1,
  device: 'laptop',
};

describe('serials', () => {
  it('gives CWCYSZ202600042 the check character B', () => {
    expect(checkCharacter('CWCYSZ202600042')).toBe('B');
    expect(formatSerial({ programme: 'CWCY', country: 'SZ', year: 2026, number: 42 })).toBe('CWCY-SZ-2026-00042-B');
  });

  it('agrees with the published example of ISO 7064 MOD 37,36', () => {
    expect(checkCharacter('A12425GABC1234002')).toBe('M');
  });

  it('reads every serial that it writes', () => {
    fc.assert(
      fc.property(parts, (given) => {
        const serial = formatSerial(given);
        expect(parseSerial(serial)).toEqual({ ok: true, value: { ...given, serial } });
      }),
    );
  });

  it('finds every single mistyped character', () => {
    fc.assert(
      fc.property(parts, fc.nat(), fc.constantFrom(...alphabet), (given, place, other) => {
        const serial = formatSerial(given);
        const body = serial.replace(/-/g, '');
        const at = place % body.length;
        const read = parseSerial(`${body.slice(0, at)}${other}${body.slice(at + 1)}`);
        expect(read.ok && read.value.serial !== serial).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  it('finds more than 96 of 100 swaps of two neighbouring characters, as MOD 37,36 can', () => {
    let swaps = 0;
    let missed = 0;
    for (const given of fc.sample(parts, { numRuns: 1000, seed: 7 })) {
      const serial = formatSerial(given);
      const body = serial.replace(/-/g, '');
      for (let at = 0; at + 1 < body.length; at += 1) {
        if (body[at] === body[at + 1]) continue;
        swaps += 1;
        if (parseSerial(`${body.slice(0, at)}${body.charAt(at + 1)}${body.charAt(at)}${body.slice(at + 2)}`).ok)
          missed += 1;
      }
    }
    expect(swaps).toBeGreaterThan(5000);
    expect(missed / swaps).toBeLessThan(0.04);
  });

  it.each([['cwcy-sz-2026-00042-b'], ['  CWCY–SZ–2026–00042–B '], ['CWCY SZ 2026 00042 B'], ['CWCYSZ202600042B']])(
    'forgives the way %s is typed',
    (typed) => {
      expect(parseSerial(typed)).toMatchObject({ ok: true, value: { serial: 'CWCY-SZ-2026-00042-B' } });
    },
  );

  it.each([
    ['hello', 'serial-shape'],
    ['', 'serial-shape'],
    ['CWCY-SZ-2026-00042', 'serial-shape'],
    ['4WCY-SZ-2026-00042-B', 'serial-programme'],
    ['CWCY-S2-2026-00042-B', 'serial-country'],
    ['CWCY-SZ-1926-00042-B', 'serial-year'],
    ['CWCY-SZ-20O6-00042-B', 'serial-year'],
    ['CWCY-SZ-2026-0042-B', 'serial-number'],
    ['CWCY-SZ-2026-00000-B', 'serial-number'],
    ['CWCY-SZ-2026-00042-K', 'serial-check'],
    ['CWCY-SZ-2026-00043-B', 'serial-check'],
    ['CWCY-SZ-2026-00042-', 'serial-check'],
  ])('says of %s that the wrong part is %s', (typed, code) => {
    expect(parseSerial(typed)).toMatchObject({ ok: false, error: { code } });
  });

  it('takes each number of a block once and then says that it is used up', () => {
    const taken: string[] = [];
    let now = block;
    for (let next = takeSerial(now, 'laptop'); next.ok; next = takeSerial(now, 'laptop')) {
      taken.push(next.value.serial);
      now = next.value.block;
    }
    expect(taken.map((serial) => serial.slice(0, 18))).toEqual([
      'CWCY-SZ-2026-00001',
      'CWCY-SZ-2026-00002',
      'CWCY-SZ-2026-00003',
    ]);
    expect(takeSerial(now, 'laptop')).toMatchObject({ ok: false, error: { code: 'serial-block-used-up' } });
    expect(serialsLeft(now)).toBe(0);
  });

  it('gives no serial of another device’s block', () => {
    expect(takeSerial(block, 'copy of the laptop')).toMatchObject({
      ok: false,
      error: { code: 'serial-block-of-another-device' },
    });
  });

  it('never repeats a serial, whatever devices reserve and take', () => {
    const steps = fc.array(
      fc.record({ device: fc.constantFrom('a', 'b', 'c'), size: fc.integer({ min: 1, max: 5 }), take: fc.nat(6) }),
      {
        maxLength: 30,
      },
    );
    fc.assert(
      fc.property(steps, (todo) => {
        let blocks: readonly SerialBlock[] = [];
        const serials: string[] = [];
        todo.forEach(({ device, size, take }, index) => {
          const reserved = reserveBlock(blocks, {
            id: String(index),
            programme: 'CWCY',
            country: 'SZ',
            year: 2026,
            device,
            size,
          });
          if (!reserved.ok) return;
          let own = reserved.value;
          for (let count = 0; count < take; count += 1) {
            const taken = takeSerial(own, device);
            if (!taken.ok) break;
            serials.push(taken.value.serial);
            own = taken.value.block;
          }
          blocks = [...blocks, own];
        });
        expect(new Set(serials).size).toBe(serials.length);
        expect(overlappingBlocks(blocks)).toEqual([]);
      }),
    );
  });

  it('shortens the last block of a series and then says that the series is used up', () => {
    const nearlyAll = { ...block, to: 99_990, next: 99_991 };
    const request = { id: 'b2', programme: 'CWCY', country: 'SZ', year: 2026, device: 'other', size: 50 };
    const last = reserveBlock([nearlyAll], request);
    expect(last).toMatchObject({ ok: true, value: { from: 99_991, to: 99_999, next: 99_991, device: 'other' } });
    const all = last.ok ? [nearlyAll, last.value] : [];
    expect(reserveBlock(all, request)).toMatchObject({ ok: false, error: { code: 'serial-series-used-up' } });
    expect(reserveBlock(all, { ...request, country: 'LS' })).toMatchObject({ ok: true, value: { from: 1, to: 50 } });
  });

  it('refuses a block whose programme cannot stand in a serial', () => {
    const request = { id: 'b2', programme: 'cw-cy', country: 'SZ', year: 2026, device: 'other', size: 50 };
    expect(reserveBlock([], request)).toMatchObject({ ok: false, error: { code: 'serial-programme' } });
  });

  it('shows two blocks that share numbers', () => {
    const clash = { ...block, id: 'b2', from: 3, to: 9, next: 3, device: 'other' };
    expect(overlappingBlocks([block, clash, { ...clash, id: 'b3', year: 2027 }])).toEqual([[block, clash]]);
  });
});

describe('a part of a serial', () => {
  const series = [
    { programme: 'CWCY', country: 'ZM', year: 2025 },
    { programme: 'CWCY', country: 'ZM', year: 2026 },
    { programme: 'CWCY', country: 'ZM', year: 2025 },
  ];

  it('is the beginning of one as typed, small letters, other dashes and spaces forgiven', () => {
    expect(serialBeginnings(' cwcy–zm–20 ', series)).toEqual(['CWCY-ZM-20']);
    expect(serialBeginnings('CWCY-', series)).toEqual([]);
  });

  it('is its number alone, once in each series', () => {
    const both = ['CWCY-ZM-2025-00012-', 'CWCY-ZM-2026-00012-'];
    expect(serialBeginnings('12', series)).toEqual(both);
    expect(serialBeginnings('00012', series)).toEqual(both);
  });

  it('begins the serial with that number', () => {
    fc.assert(
      fc.property(parts, (one) => {
        const [beginning = 'none'] = serialBeginnings(String(one.number), [one]);
        expect(formatSerial(one).startsWith(beginning)).toBe(true);
      }),
    );
  });

  it('is neither a name nor a longer number', () => {
    expect(serialBeginnings('Chipo', series)).toEqual([]);
    expect(serialBeginnings('123456', series)).toEqual([]);
  });
});
