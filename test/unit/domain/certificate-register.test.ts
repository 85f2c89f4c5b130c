import { describe, expect, it } from 'vitest';
import type { RegisterRow } from '#shared/domain/certificate-register.ts';
import { filterRegister } from '#shared/domain/certificate-register.ts';
import { fold } from '#shared/lib/fold.ts';

const row = (serial: string, name: string, more: Partial<RegisterRow> = {}): RegisterRow => ({
  serial,
  kind: 'certificate',
  name,
  cohortId: 'a',
  status: 'issued',
  issuedOn: '2026-03-28',
  year: '2026',
  prints: 1,
  fileHash: '',
  folded: fold(`${serial} ${name}`),
  ...more,
});

const rows = [
  row('CWCY-ZM-2026-00003-A', 'Tšepiso Mokoena', { handedOver: '2026-04-01' }),
  row('CWCY-ZM-2026-00002-B', 'Ngũgĩ wa Kamau', { status: 'revoked', revokedReason: 'error' }),
  row('CWCY-ZM-2025-00001-C', 'José João Đặng', { cohortId: 'b', year: '2025', kind: 'transcript' }),
];
const serials = (filter: Parameters<typeof filterRegister>[1]): readonly string[] =>
  filterRegister(rows, filter).map(({ name }) => name);

describe('the register', () => {
  it('is searched without regard to accents and case, by name and by serial', () => {
    expect(serials({ search: 'tsepiso' })).toEqual(['Tšepiso Mokoena']);
    expect(serials({ search: 'kamau ngugi' })).toEqual(['Ngũgĩ wa Kamau']);
    expect(serials({ search: '00001' })).toEqual(['José João Đặng']);
    expect(serials({ search: '' })).toHaveLength(3);
  });

  it('is narrowed by cohort, state, year and kind', () => {
    expect(serials({ search: '', cohortId: 'b' })).toEqual(['José João Đặng']);
    expect(serials({ search: '', status: 'revoked' })).toEqual(['Ngũgĩ wa Kamau']);
    expect(serials({ search: '', year: '2026' })).toHaveLength(2);
    expect(serials({ search: '', kind: 'transcript' })).toEqual(['José João Đặng']);
  });

  it('does not wait for the hand-over of what is no longer in force', () => {
    expect(serials({ search: '', handed: 'yes' })).toEqual(['Tšepiso Mokoena']);
    expect(serials({ search: '', handed: 'no' })).toEqual(['José João Đặng']);
  });
});
