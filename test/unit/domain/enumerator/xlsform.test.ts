import { describe, expect, it } from 'vitest';
import { enumeratorSheets } from '#shared/domain/enumerator/make-workbook.ts';
import { alumniFile, xlsformSheets } from '#shared/domain/enumerator/make-xlsform.ts';
import { plainCsv } from '#shared/domain/enumerator/plain-csv.ts';
import { enumeratorWords } from '#shared/domain/enumerator/words.ts';
import type { ExportSheet } from '#shared/domain/exports/export-table.ts';
import type { QuestionnaireDesign } from '#shared/domain/questionnaire-design.ts';
import { questionnaireLanguages } from '#shared/domain/questionnaire-design.ts';
import { standardQuestionnaire } from '#shared/domain/questionnaire-standard.ts';
import words from '../../../../resources/questionnaires/enumerator-words.json' with { type: 'json' };
import { inputOf, world } from './interviews.ts';

const named = (sheets: readonly ExportSheet[], name: string): ExportSheet => {
  const found = sheets.find((sheet) => sheet.name === name);
  if (found === undefined) throw new Error(`No sheet ${name}`);
  return found;
};

/** The rows of a sheet as records by heading; blank cells are left out. */
const records = ({ columns, rows }: ExportSheet): readonly Readonly<Record<string, string>>[] =>
  rows.map((row) =>
    Object.fromEntries(
      columns.flatMap(({ title }, place) => {
        const cell = row[place];
        return cell === null || cell === undefined ? [] : [[title, String(cell)]];
      }),
    ),
  );

const types =
  /^(start|end|calculate|note|text|date|decimal|integer|begin_group|end_group|select_one \S+|select_multiple \S+|select_one_from_file \S+\.csv)$/;

/** What is wrong with a form by the rules of xlsform.org, as far as they can be checked without a server. */
const faultsOf = (sheets: readonly ExportSheet[]): readonly string[] => {
  const [survey, choices, settings] = ['survey', 'choices', 'settings'].map((name) => records(named(sheets, name)));
  if (survey === undefined || choices === undefined || settings === undefined) return ['a sheet is missing'];
  const names = survey.flatMap(({ name }) => name ?? []);
  const lists = new Set(choices.map(({ list_name: list }) => list));
  const faults: string[] = [];
  const say = (text: string): void => void faults.push(text);
  if (new Set(names).size !== names.length) say('two rows of one name');
  let depth = 0;
  survey.forEach((row, place) => {
    const { type = '', name = '' } = row;
    if (!types.test(type)) say(`no type ${type}`);
    if (type === 'begin_group') depth += 1;
    if (type === 'end_group') depth -= 1;
    if (depth < 0) say('a group ends that did not begin');
    if (type !== 'end_group' && !/^[A-Za-z_][A-Za-z0-9_.-]*$/.test(name)) say(`no name ${name}`);
    const list = /^select_(?:one|multiple) (\S+)$/.exec(type)?.[1];
    if (list !== undefined && !lists.has(list)) say(`no list ${list}`);
    const shown = !['start', 'end', 'calculate', 'end_group'].includes(type);
    if (shown && Object.keys(row).filter((heading) => heading.startsWith('label::')).length !== 4)
      say(`no label ${name}`);
    if (type === 'calculate' && row['calculation'] === undefined) say(`no calculation ${name}`);
    const before = new Set(survey.slice(0, place).map((each) => each['name']));
    for (const heading of ['relevant', 'constraint', 'calculation'] as const) {
      const text = row[heading] ?? '';
      if ((text.match(/\(/g) ?? []).length !== (text.match(/\)/g) ?? []).length) say(`brackets in ${name}`);
      for (const [, asked] of text.matchAll(/\$\{([^}]+)\}/g))
        if (!before.has(asked)) say(`${name} asks for ${asked} too early`);
    }
  });
  if (depth !== 0) say('a group does not end');
  const pairs = choices.map(({ list_name: list, name }) => `${list} ${name}`);
  if (new Set(pairs).size !== pairs.length) say('two choices of one name');
  if (choices.some(({ name = '' }) => /\s/.test(name) || name === '')) say('a choice with a blank in its name');
  if (settings.length !== 1 || !/^[A-Za-z_][\w.-]*$/.test(settings[0]?.['form_id'] ?? '')) say('settings');
  return faults;
};

const own: QuestionnaireDesign = {
  ...standardQuestionnaire,
  name: 'own',
  version: 3,
  questions: [
    ...standardQuestionnaire.questions,
    {
      id: 'uses',
      kind: 'multiple',
      say: { en: 'What do you use?' },
      short: { en: 'Uses' },
      choices: ['a', 'b'].map((value) => ({ value, label: { en: value.toUpperCase() } })),
      required: true,
    },
    { id: 'sure', kind: 'scale', say: { en: 'How sure?' }, short: { en: 'Sure' }, from: 1, to: 5, required: true },
    {
      id: 'income',
      kind: 'number',
      say: { en: 'How much?' },
      short: { en: 'Income' },
      from: 0,
      when: [
        { question: 'sure', atLeast: 4 },
        { question: 'uses', is: ['a'] },
      ],
      required: false,
    },
  ],
};

describe('a phone form', () => {
  it('keeps the rules of XLSForm, for the shipped questionnaire and for a programme’s own', () => {
    expect(faultsOf(xlsformSheets(inputOf(world)))).toEqual([]);
    expect(faultsOf(xlsformSheets(inputOf({ ...world, designs: [own] })))).toEqual([]);
  });

  it('asks every question in its order, under the same conditions', () => {
    const survey = records(named(xlsformSheets(inputOf({ ...world, designs: [own] })), 'survey'));
    const ids = own.questions.map(({ id }) => id);
    expect(survey.flatMap(({ name = '' }) => (ids.includes(name) ? [name] : []))).toEqual(ids);
    const row = (wanted: string) => survey.find(({ name }) => name === wanted);
    expect(row('newCommunity')?.['relevant']).toBe("${sameCommunity} = 'no'");
    expect(row('becauseOfCourse')?.['relevant']).toBe(
      "(${fc_baseline} = 'stipend-volunteer' or ${fc_baseline} = 'unpaid-volunteer') and (${activity} = 'paid-employee' or ${activity} = 'self-employed')",
    );
    expect(row('income')).toMatchObject({
      relevant: "number(${sure}) >= 4 and selected(${uses}, 'a')",
      constraint: '. >= 0',
    });
    expect(row('interview')?.['relevant']).toBe("${fc_call_result} = 'talked'");
    expect(row('activity')?.['required']).toBe('yes');
    expect(row('sure')?.['type']).toBe('select_one q_sure');
  });

  it('says everything in four languages', () => {
    const { columns } = named(xlsformSheets(inputOf(world)), 'survey');
    const labels = columns.flatMap(({ title }) => (title.startsWith('label::') ? [title] : []));
    expect(labels).toEqual([
      'label::English (en)',
      'label::Français (fr)',
      'label::Português (pt)',
      'label::Kiswahili (sw)',
    ]);
    const [row] = records(named(xlsformSheets(inputOf(world, 'sw')), 'survey')).filter(
      ({ name }) => name === 'activity',
    );
    expect(row?.['label::Kiswahili (sw)']).toBe(
      standardQuestionnaire.questions.find(({ id }) => id === 'activity')?.say.sw,
    );
    expect(records(named(xlsformSheets(inputOf(world, 'sw')), 'settings'))[0]?.['default_language']).toBe(
      'Kiswahili (sw)',
    );
  });

  it('takes its alumni from a file that a phone reads: commas, no byte order mark, formulas made inert', () => {
    const [first] = world.alumni;
    if (first === undefined) throw new Error('No alumnus');
    const risky = { ...first, award: { ...first.award, name: '=cmd(), "x"' } };
    const [head, row] = plainCsv(alumniFile(inputOf({ ...world, alumni: [risky] }))).split('\r\n');
    expect(head).toBe('name,label,number,phone,contacts,last,baseline');
    expect(row).toMatch(/^e-1,"'=cmd\(\), ""x"" · LSK-001",LSK-001,\+260 970 555 101,/);
    expect(row?.endsWith(',unpaid-volunteer')).toBe(true);
  });
});

describe('an enumerator’s sheet', () => {
  it('is locked, offers the answers of its language, and explains the conditions above the headings', () => {
    const [sheet, codebook] = enumeratorSheets(inputOf(world, 'pt'));
    expect(sheet?.protect).toBe(true);
    const place = sheet?.columns.findIndex(({ title }) => title === 'Actividade principal') ?? -1;
    expect(sheet?.columns[place]?.input).toBe(true);
    const allowed = sheet?.validations?.find(({ column }) => column === place)?.allowed;
    expect(allowed?.kind === 'list' ? allowed.values.at(-1) : '').toBe('Não diz');
    expect(allowed?.kind === 'list' ? allowed.values : []).toHaveLength(8);
    expect(sheet?.above?.some((line) => line.includes('Só se') && line.includes('Onde agora'))).toBe(true);
    expect(codebook?.rows.some((row) => row.includes('paid-employee'))).toBe(true);
    expect(sheet?.columns.filter(({ hidden }) => hidden).map(({ title }) => title)).toEqual([
      '_alumnus',
      '_wave',
      '_edition',
      '_stamp',
    ]);
  });

  it('has no two headings alike', () => {
    const [sheet] = enumeratorSheets(inputOf({ ...world, designs: [own] }));
    const titles = sheet?.columns.map(({ title }) => title.toLowerCase()) ?? [];
    expect(new Set(titles).size).toBe(titles.length);
  });
});

describe('the words around the questions', () => {
  it('are there in every language, with the same places to fill', () => {
    const holes = (text: string): readonly string[] => [...text.matchAll(/\{\w+\}/g)].map(([hole]) => hole).sort();
    for (const [word, texts] of Object.entries(words)) {
      expect(Object.keys(texts), word).toEqual([...questionnaireLanguages]);
      for (const text of Object.values(texts)) expect(holes(text), word).toEqual(holes(texts.en));
    }
    expect(enumeratorWords('fr')('wave.months', { count: 18 })).toBe('18 mois après la remise');
  });
});
