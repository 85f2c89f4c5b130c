import { beforeAll, describe, expect, it } from 'vitest';
import { openEngine, type CertificateEngine } from '#main/services/certificates/engine.ts';
import type { NameFit } from '#shared/domain/certificate-names.ts';
import { folders } from './specimens.ts';

let engine: CertificateEngine;
beforeAll(async () => {
  engine = openEngine(folders);
});

const fitOf = async (name: string): Promise<NameFit | undefined> => {
  const fits = await engine.checkNames([name], { name: 'classic', version: 1 });
  return fits.ok ? fits.value[0] : undefined;
};

describe('the fitting of names, as drawn in look/certificates/names', () => {
  it.each([
    ['Ngũgĩ wa Kamau', 'EB Garamond 12', 44],
    ['Nkosazana Dlamini-Tšepiso', 'EB Garamond 12', 44],
    ['Ndapewoshali Nangula Amupolo-Tšepiso', 'EB Garamond 12', 39],
    ['N’Golo ǀXam Łukasz ŵ', 'EB Garamond 12', 44],
    ['José João Đặng', 'EB Garamond 12', 44],
    ['Adébọ́lá Ọ̀ṣunwálé', 'Gentium Plus', 44],
    ['ሰላም ገብረ ማርያም', 'Noto Serif Ethiopic', 36],
  ])('sets %s in %s at %i pt on one line', async (name, font, size) => {
    expect(await fitOf(name)).toEqual({ kind: 'fits', font, size, lines: [name.normalize('NFC')] });
  });

  it('breaks a name that is too wide at 30 pt where both lines are nearest to equal', async () => {
    expect(await fitOf('Wilhelmina Maria da Conceição Nhantumbo dos Santos-Machava')).toEqual({
      kind: 'fits',
      font: 'EB Garamond 12',
      size: 28,
      lines: ['Wilhelmina Maria da Conceição', 'Nhantumbo dos Santos-Machava'],
    });
  });

  it('never leaves a particle at the end of the first line', async () => {
    const fit = await fitOf('Wilhelmina Mariana Nhantumbo dos Santos-Machava Conceição Sitoe');
    expect(fit).toMatchObject({ kind: 'fits', lines: [expect.not.stringMatching(/ dos$/), expect.anything()] });
  });

  it('shrinks two lines in steps of 1 pt down to 24 pt and then says that the name is too wide', async () => {
    const word = (letters: number): string => `T${'hamohelang'.repeat(9).slice(0, letters)}`;
    const sizes: (number | string)[] = [];
    for (let letters = 40; letters < 70; letters += 1) {
      const fit = await fitOf(`${word(letters)} ${word(letters)}`);
      const size = fit?.kind === 'fits' ? fit.size : (fit?.kind ?? '');
      if (sizes.at(-1) !== size) sizes.push(size);
    }
    expect(sizes).toEqual([28, 27, 26, 25, 24, 'too-wide']);
  });

  it('never breaks inside a word', async () => {
    expect(await fitOf('Mokoena'.repeat(12))).toEqual({ kind: 'too-wide' });
  });

  it('sets a name wholly in one font', async () => {
    expect(await fitOf('Thabo Ọ̀ṣunwálé')).toMatchObject({ font: 'Gentium Plus' });
    expect(await fitOf('ሰላም Ọ̀ṣun')).toMatchObject({ kind: 'no-font' });
  });

  it('takes composed and decomposed spellings for the same name', async () => {
    expect(await fitOf('Ngu\u0303gi\u0303 wa Kamau')).toEqual(await fitOf('Ngũgĩ wa Kamau'));
  });
});
