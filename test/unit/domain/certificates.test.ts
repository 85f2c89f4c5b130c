import { describe, expect, it } from 'vitest';
import {
  asSpecimen,
  awardTextLines,
  buildCertificateDocument,
  certificateDate,
  certificateFileName,
  mayBeReprinted,
  specimenPayload,
} from '#shared/domain/certificates.ts';
import { parseSerial } from '#shared/domain/serials.ts';
import { phrases, specimenSnapshot } from '../main/certificates/specimens.ts';

describe('certificates', () => {
  it('fills the award text at issue and keeps version and date on one line', () => {
    const lines = awardTextLines(phrases.en, {
      version: '4 (2025)',
      modules: 6,
      place: 'Manzini, Eswatini',
      date: '28 March 2026',
    });
    expect(lines).toEqual({
      awardText: [
        'has completed all six modules, the service learning project among them,',
        'as set out in programme version 4\u00A0(2025), and has met every requirement for the award.',
      ],
      placeAndDate: 'Awarded in Manzini, Eswatini, on 28\u00A0March\u00A02026',
    });
  });

  it('writes the day in the certificate’s language, the first of a month in French as 1er', () => {
    expect(certificateDate('2026-03-28', 'en')).toBe('28 March 2026');
    expect(certificateDate('2026-03-28', 'fr')).toBe('28 mars 2026');
    expect(certificateDate('2026-03-01', 'fr')).toBe('1er mars 2026');
    expect(certificateDate('2026-03-01', 'en')).toBe('1 March 2026');
  });

  it('describes a certificate from its snapshot and the template’s words alone', () => {
    const snapshot = specimenSnapshot({ name: 'Ngũgĩ wa Kamau' });
    const document = buildCertificateDocument(snapshot, phrases.en);
    expect(document).toEqual(buildCertificateDocument(structuredClone(snapshot), phrases.en));
    expect(document).toMatchObject({
      name: 'Ngũgĩ wa Kamau',
      title: `Certificate ${snapshot.serial}, Ngũgĩ wa Kamau`,
      codeDescription: `Verification code, serial ${snapshot.serial}`,
      payload: snapshot.payload,
      heading: 'CERTIFICATE',
    });
  });

  it('does not take a name for a pattern', () => {
    const document = buildCertificateDocument(specimenSnapshot({ name: '{{serial}} $& X' }), phrases.en);
    expect(document.title).toContain('{{serial}} $& X');
  });

  it('is printed again while it is not revoked and not erased, a superseded one too', () => {
    expect(mayBeReprinted({ status: 'issued' })).toBe(true);
    expect(mayBeReprinted({ status: 'superseded' })).toBe(true);
    expect(mayBeReprinted({ status: 'revoked' })).toBe(false);
    expect(mayBeReprinted({ status: 'issued', erasedOn: '2026-03-28' })).toBe(false);
  });

  it('turns a preview into a specimen that carries no signed code and no serial that could be taken for one', () => {
    const specimen = asSpecimen(buildCertificateDocument(specimenSnapshot({}), phrases.en));
    expect(specimen.payload).toBe(specimenPayload);
    expect(parseSerial(specimen.serial).ok).toBe(false);
  });

  it.each([
    ['Tšepiso Mokoena', 'CWCY-SZ-2026-00042-B_Mokoena.pdf'],
    ['José João Đặng', 'CWCY-SZ-2026-00042-B_Dang.pdf'],
    ['Jan Łukasz', 'CWCY-SZ-2026-00042-B_Lukasz.pdf'],
    ['Sinéad O’Brien-Ngũgĩ', 'CWCY-SZ-2026-00042-B_OBrien-Ngugi.pdf'],
    ['ሰላም ገብረ', 'CWCY-SZ-2026-00042-B.pdf'],
    ['A ../../etc/passwd', 'CWCY-SZ-2026-00042-B_etcpasswd.pdf'],
  ])('names the file of %s %s', (name, file) => {
    expect(certificateFileName('CWCY-SZ-2026-00042-B', name)).toBe(file);
  });
});
