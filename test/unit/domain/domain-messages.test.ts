import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { enrolmentStatuses } from '#shared/domain/people.ts';
import en from '../../../resources/locales/en/domain.json' with { type: 'json' };
import fr from '../../../resources/locales/fr/domain.json' with { type: 'json' };

type Tree = { readonly [key: string]: string | Tree };

const leaves = (tree: Tree, path = ''): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === 'string' ? [[path + key, value] as const] : [...leaves(value, `${path}${key}.`)],
    ),
  );

const plural = /_(?:one|many|other)$/;
const [english, french] = [leaves(en), leaves(fr)];
const keys = (messages: ReadonlyMap<string, string>): ReadonlySet<string> =>
  new Set([...messages.keys()].map((key) => key.replace(plural, '')));
const placeholders = (text: string): readonly string[] => [...new Set(text.match(/\{\{\w+\}\}/g))].sort();

describe('the messages of the domain', () => {
  it('have the same keys in English and French', () => {
    expect([...keys(french)].sort()).toEqual([...keys(english)].sort());
  });

  it('have the same placeholders in both', () => {
    for (const [key, text] of french) {
      const counterpart = english.get(key) ?? english.get(key.replace(plural, '_other'));
      expect([key, placeholders(text)]).toEqual([key, placeholders(counterpart ?? '')]);
    }
  });

  it('have all plural forms of their language', () => {
    const forms = (messages: ReadonlyMap<string, string>) => {
      const found = new Map<string, string[]>();
      for (const key of messages.keys()) {
        const form = plural.exec(key)?.[0];
        if (form !== undefined)
          found.set(key.replace(plural, ''), [...(found.get(key.replace(plural, '')) ?? []), form]);
      }
      return [...new Set([...found.values()].map((one) => one.sort().join()))];
    };
    expect(forms(english)).toEqual(['_one,_other']);
    expect(forms(french)).toEqual(['_many,_one,_other']);
  });

  it('have a word for every enrolment status', () => {
    expect(enrolmentStatuses.filter((status) => !english.has(`missing.status.${status}`))).toEqual([]);
  });

  it('exist for every key written out in the rules', () => {
    const files = ['cell-looks', 'explanations', 'missing-marks', 'eligibility', 'message-lists'];
    const source = files
      .map((file) => readFileSync(new URL(`../../../shared/domain/${file}.ts`, import.meta.url), 'utf8'))
      .join('\n');
    const written = [...source.matchAll(/'domain\.([\w.-]+)'/g), ...source.matchAll(/\bspoken\('([\w-]+)'/g)].map(
      ([text, key = '']) => (text.startsWith('spoken') ? `cell.spoken.${key}` : key),
    );
    expect(written.length).toBeGreaterThan(20);
    expect(written.filter((key) => !keys(english).has(key))).toEqual([]);
  });
});
