import { describe, expect, it } from 'vitest';
import type { Decisions } from '#shared/domain/import/import-kinds.ts';
import { gradeColumn, moodleFileOf, textOfHtml, withTarget } from '#shared/domain/import/moodle.ts';
import { recogniseKind, understandTable } from '#shared/domain/import/understand-table.ts';
import { applied, empty, fatesOf, imported, plan, programme, sample, table } from './builders.ts';

const gradebook = 'moodle-grades-lusaka.csv';
const offline = 'moodle-feuille-M2 Expose-4711.csv';
const lusaka = async () => imported('learners', empty, await sample('learners-lusaka.csv'));
const [essay, log] = programme.modules[0]?.assignments ?? [];
const [secondEssay] = programme.modules[1]?.assignments ?? [];

describe('the export of a Moodle gradebook', () => {
  it('is recognised, and its columns are understood with and without (Real)', async () => {
    const file = await sample(gradebook);
    expect(recogniseKind(file)).toBe('marks');
    const { mapping, moodle } = understandTable(file, 'marks', programme, {});
    expect(moodle).toBe('grades');
    expect(mapping).toMatchObject({
      'First name': 'givenNames',
      'Last name': 'familyName',
      'ID number': 'number',
      'Email address': 'email',
      'Assignment: Module 1 Essay (Real)': `mark:${essay?.id ?? ''}`,
      'Assignment: Module 1 Essay (Feedback)': `feedback:${essay?.id ?? ''}`,
      'Assignment: Module 1 Log': `mark:${log?.id ?? ''}`,
      'Feedback: Module 1 Log': `feedback:${log?.id ?? ''}`,
      'Assignment: Module 2 Essay (Percentage)': 'ignore',
      'Course total (Real)': 'ignore',
    });
  });

  it('brings marks and plain feedback by number, leaves no grade blank, and names what is above the maximum', async () => {
    const content = await lusaka();
    const file = await sample(gradebook);
    const made = plan('marks', content, file);
    expect(fatesOf(made)).toEqual({ new: 26 });
    const problems = made.rows.flatMap((row) => row.problems);
    expect(problems.map(({ column, value }) => [column, value])).toEqual([
      ['Assignment: Module 1 Essay (Real)', '41.50'],
    ]);
    const after = applied(content, made);
    const cells = [...after.sheets.values()].map((sheet) => essay && sheet.cells[essay.id]);
    expect(cells.filter((cell) => cell?.attempts[0]?.value !== undefined)).toHaveLength(24);
    expect(cells.map((cell) => cell?.attempts[0]?.feedback)).toContain(
      'Well argued.\nMind the word limit & the sources.',
    );
    expect(JSON.stringify(cells)).not.toMatch(/<|&amp;/);
    expect(plan('marks', after, file).changes).toEqual([]);
  });
});

describe('Moodle’s offline grading worksheet', () => {
  it('is recognised in French, and the name of its file says which assignment it is about', async () => {
    const { mapping, moodle } = understandTable(await sample(offline), 'marks', programme, {});
    expect(moodle).toBe('worksheet');
    expect(mapping).toMatchObject({
      Identifiant: 'ignore',
      'Nom complet': 'name',
      'Adresse de courriel': 'email',
      Statut: 'ignore',
      Note: `mark:${secondEssay?.id ?? ''}`,
      'Note maximale': 'maximum',
      'Feedback par commentaires': `feedback:${secondEssay?.id ?? ''}`,
    });
  });

  it('asks for confirmation where only the name agrees, and then changes nothing the second time', async () => {
    const content = await lusaka();
    const file = await sample(offline);
    const asked = plan('marks', content, file);
    expect(fatesOf(asked)).toEqual({ unsure: 11, refused: 1 });
    expect(asked.changes).toEqual([]);
    const decisions: Decisions = Object.fromEntries(
      asked.rows.flatMap(({ line, candidates: [only, another] }) =>
        only !== undefined && another === undefined ? [[line, { as: 'same', id: only.id }]] : [],
      ),
    );
    const confirmed = plan('marks', content, file, decisions);
    // Two women are called Grace Banda: which is which, the file does not say.
    expect(fatesOf(confirmed)).toEqual({ new: 9, unsure: 2, refused: 1 });
    const after = applied(content, confirmed);
    expect(plan('marks', after, file).changes).toEqual([]);
    const cell = [...after.sheets.values()].map((sheet) => secondEssay && sheet.cells[secondEssay.id])[0];
    expect(cell?.attempts[0]?.value).toBeTypeOf('number');
    expect(cell?.attempts[0]?.feedback).toBe('Bien structuré.\nCitez vos sources : page 12.');
  });

  it('finds learners by their e-mail address without asking, whatever the name’s order', async () => {
    const content = await lusaka();
    const [first] = content.people.values();
    if (first === undefined) throw new Error('Nobody');
    const known = {
      ...content,
      people: new Map(content.people).set(first.id, { ...first, email: 'X@Demonstration.example' }),
    };
    const file = table(`Identifier|Full name|Email address|Status|Grade|Maximum Grade|Grade can be changed
      Participant 1|${first.familyName} ${first.givenNames}|x@demonstration.example|Submitted|12.50000|40.00|Yes`);
    const choice = { mapping: { 'Full name': 'name', 'Email address': 'email', Grade: `mark:${essay?.id ?? ''}` } };
    const made = plan('marks', known, file, {}, choice);
    expect(fatesOf(made)).toEqual({ new: 1 });
    expect(applied(known, made).sheets.values().next().value?.cells).toMatchObject({
      [essay?.id ?? '']: { attempts: [{ value: 1250 }] },
    });
  });

  it('refuses grades out of another maximum, cell by cell', async () => {
    const file =
      table(`Identificador|Nombre completo|Calificación|Calificación máxima|La calificación puede ser cambiada
      Participante 1|Chipo Nyambe|67,50|100,00|Sí`);
    const choice = {
      mapping: { 'Nombre completo': 'name', Calificación: `mark:${essay?.id ?? ''}`, 'Calificación máxima': 'maximum' },
    };
    const made = plan('marks', await lusaka(), file, {}, choice);
    expect(made.rows[0]?.reason?.key).toBe('import.reason.other-maximum');
    expect(made.changes).toEqual([]);
  });
});

describe('the assignment of an offline worksheet', () => {
  it('takes the feedback with it when a person chooses another', () => {
    const mapping = {
      Identifier: 'ignore',
      Grade: 'ignore',
      'Maximum Grade': 'maximum',
      'Feedback comments': 'ignore',
    };
    expect(withTarget(mapping, 'Grade', 'mark:m1-log')).toEqual({
      ...mapping,
      Grade: 'mark:m1-log',
      'Feedback comments': 'feedback:m1-log',
    });
    expect(withTarget(mapping, 'Feedback comments', 'feedback:m2-log')['Grade']).toBe('ignore');
  });
});

describe('headings of Moodle', () => {
  it.each([
    ['Assignment: Essay (Real)', { kind: 'mark', name: 'essay' }],
    ['Devoir\u00a0: Essai (Brut)', { kind: 'mark', name: 'essai' }],
    ['Tarea: Ensayo 1', { kind: 'mark', name: 'ensayo 1' }],
    ['Tarea: Ensayo (Retroalimentación)', { kind: 'feedback', name: 'ensayo' }],
    ['Feedback: Essay', { kind: 'feedback', name: 'essay' }],
    ['Essay (Feedback)', { kind: 'feedback', name: 'essay' }],
    ['Assignment: Essay (Letter)', { kind: 'other', name: 'essay' }],
    ['Assignment: Essay (second version)', { kind: 'mark', name: 'essay (second version)' }],
    ['Name (Surname)', undefined],
  ])('%s', (heading, column) => {
    expect(gradeColumn(heading)).toEqual(column);
  });

  it('are told from ordinary ones', () => {
    expect(moodleFileOf(['Learner no.', 'Name', 'Module 1 Essay /40'])).toBeUndefined();
    expect(moodleFileOf(['Identifier', 'Full name', 'Grade', 'Maximum Grade'])).toBe('worksheet');
  });
});

describe('feedback in HTML', () => {
  it.each([
    ['Plain text, 3 < 5 & more', 'Plain text, 3 < 5 & more'],
    ['<p>One</p><p>Two&nbsp;&eacute;&#8217;&#x2013;</p>', 'One\nTwo é’–'],
    ['<ul><li>a</li><li>b</li></ul>', '• a\n• b'],
    ['<script>alert(1)</script><b onclick="x()">Safe</b><!-- no -->', 'Safe'],
    ['&lt;b&gt;', '<b>'],
  ])('%s', (html, text) => {
    expect(textOfHtml(html)).toBe(text);
  });
});
