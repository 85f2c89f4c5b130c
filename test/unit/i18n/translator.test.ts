import { describe, expect, it } from 'vitest';
import { message } from '#shared/domain/message.ts';
import { loadTranslator } from '#shared/i18n/load-translator.ts';
import type { MessageKey } from '#shared/i18n/message-key.ts';
import { sayMessage } from '#shared/i18n/make-translator.ts';
import { createTranslator } from '#shared/i18n/translator.ts';

describe('createTranslator', () => {
  it('chooses the plural form of the language', () => {
    const [english, french, portuguese] = [createTranslator('en'), createTranslator('fr'), createTranslator('pt')];
    expect([0, 1, 2].map((count) => english('app.learners', { count }))).toEqual([
      '0 learners',
      '1 learner',
      '2 learners',
    ]);
    expect([0, 1, 2].map((count) => french('app.learners', { count }))).toEqual([
      '0 apprenant',
      '1 apprenant',
      '2 apprenants',
    ]);
    expect([0, 1, 2].map((count) => portuguese('app.learners', { count }))).toEqual([
      '0 formandos',
      '1 formando',
      '2 formandos',
    ]);
  });

  it('writes numbers in the figures of the language', () => {
    expect(createTranslator('en')('ui.progress', { done: 1234.5, total: 20_000 })).toBe('1,234.5 of 20,000');
    expect(createTranslator('fr')('ui.progress', { done: 1234.5, total: 20_000 })).toBe('1\u202f234,5 sur 20\u202f000');
    expect(createTranslator('pt')('ui.progress', { done: 1234.5, total: 20_000 })).toBe('1234,5 de 20\u00a0000');
  });

  it('gives a key without a message back as it is', () => {
    expect(createTranslator('fr')('nowhere.to-be-found' as MessageKey)).toBe('nowhere.to-be-found');
  });

  it('never reads placeholders or markup out of a value', () => {
    const name = '{{time}} <b>$t(app.find)</b>';
    expect(createTranslator('en')('app.status.laptop', { name })).toBe(`Laptop ${name}`);
  });
});

describe('sayMessage', () => {
  it('puts nested messages into words first', () => {
    const what = message('app.palette.commands.undo');
    expect(sayMessage(createTranslator('en'), message('app.undone', { what }))).toBe(
      'Taken back: Undo the last change',
    );
  });
});

describe('loadTranslator', () => {
  it.each([
    ['fr', 'Aujourd’hui'],
    ['pt', 'Hoje'],
    ['sw', 'Leo'],
  ] as const)('says the same in %s as the translator that has all languages at hand', async (language, today) => {
    const [loaded, ready] = [await loadTranslator(language), createTranslator(language)];
    expect(loaded('app.places.today')).toBe(ready('app.places.today'));
    expect(loaded('app.places.today')).toBe(today);
  });
});
