import { describe, expect, it } from 'vitest';
import { feedbackFileName, feedbackLanguage, hasFeedback } from '#shared/domain/papers/feedback.ts';
import { criteriaOf, programme } from '../sheet-builders.ts';
import { essay, feedbackIn, feedbackInput, log, textOf } from './feedback-builders.ts';

const good = { 'm2-essay': { attempts: [essay()] }, 'm2-log': { attempts: [log] } };

describe('the feedback on a module', () => {
  it('names programme, module and learner, the marks of each criterion with what must be passed, and the total', () => {
    const paper = feedbackIn(feedbackInput(good));
    const text = textOf(paper);
    expect(paper.head.left).toBe('Community Based Work with Children and Youth');
    expect(text).toEqual(
      expect.arrayContaining([
        'Ngũgĩ wa Kamau',
        'Module 2: Human Rights-Based Approaches and Child Protection',
        'Knows the rights and the law: 7 / 10',
        'Protects the child: 6.5 / 10 must pass: at least 5',
        'Together: 29 / 40',
      ]),
    );
  });

  it('says what being late took off, by which rule, and what the mark then is', () => {
    const text = textOf(feedbackIn(feedbackInput(good)));
    expect(text).toContain('Your work came 2 days late. Each day takes 5 % of 40: 29 less 4.');
    expect(text).toContain('Your mark: 25 of 40, which is 62.5 %.');
    expect(text).toContain('You have passed this module. The pass mark is 50 %.');
  });

  it('speaks the language of the learner, with its decimal comma', () => {
    const paper = feedbackIn(feedbackInput(good), 'fr');
    expect(paper.language).toBe('fr');
    expect(textOf(paper)).toEqual(
      expect.arrayContaining([
        'Retour sur votre travail',
        'Connaît les droits et la loi: 7 / 10',
        'Protège l’enfant: 6,5 / 10 à réussir : au moins 5',
        'Votre note : 25 sur 40, soit 62,5 %.',
        'Reçu le: 3 mars 2026',
      ]),
    );
    expect(feedbackLanguage({ language: 'fr' }, 'en')).toBe('fr');
    expect(feedbackLanguage({ language: 'FR-ci' }, 'en')).toBe('fr');
    expect(feedbackLanguage({ language: 'sw' }, 'fr')).toBe('sw');
    expect(feedbackLanguage({ language: 'ny' }, 'fr')).toBe('fr');
    expect(feedbackLanguage({}, 'en')).toBe('en');
  });

  it('names who marked only where that is wished', () => {
    const named = textOf(feedbackIn(feedbackInput(good, { namesMarker: true })));
    expect(named.join('\n')).toContain('Thandeka Mašego');
    expect(JSON.stringify(feedbackIn(feedbackInput(good)))).not.toContain('Mašego');
  });

  it('never prints a private note or a reason', () => {
    const cells = {
      ...good,
      'm2-essay': {
        attempts: [essay({ extensionReason: 'PRIVATE-C', lateAccepted: 'PRIVATE-D' })],
        note: 'PRIVATE-A',
        reason: 'PRIVATE-B',
      },
    };
    expect(JSON.stringify(feedbackIn(feedbackInput(cells, { namesMarker: true })))).not.toContain('PRIVATE');
  });

  it('says what to send again by when, counted from the day of return, and what it can count', () => {
    const cells = { ...good, 'm2-essay': { attempts: [essay({ value: 1500, received: '2026-02-27' })] } };
    const low = { ...cells, 'm2-log': { attempts: [{ ...log, value: 800 }] } };
    const text = textOf(feedbackIn(feedbackInput(low)));
    expect(text).toContain('You may send this work in again. It must arrive by 21 April 2026.');
    expect(text).toContain('To pass, it needs at least 20 of 40.');
    expect(text).toContain('It can count at most 20 of 40.');
    const late = textOf(feedbackIn(feedbackInput(low, { on: '2026-05-01' }))).join('\n');
    expect(late).toContain('ended on 21 April 2026');
    expect(late).not.toContain('To pass, it needs');
  });

  it('gives days instead of a date where the script has not gone back yet', () => {
    const { returned: _none, ...kept } = essay({ value: 1000, received: '2026-02-27' });
    const cells = { 'm2-essay': { attempts: [kept] }, 'm2-log': { attempts: [{ ...log, value: 800 }] } };
    expect(textOf(feedbackIn(feedbackInput(cells)))).toContain(
      'You may send this work in again. It must arrive within 28 days of the day you got it back.',
    );
  });

  it('asks for a must-pass criterion even where the marks are enough', () => {
    const criteria = criteriaOf({ 'm2-essay-c1': 900, 'm2-essay-c2': 900, 'm2-essay-c3': 400, 'm2-essay-c4': 900 });
    const cells = { ...good, 'm2-essay': { attempts: [essay({ criteria, value: 3100, received: '2026-02-27' })] } };
    const text = textOf(feedbackIn(feedbackInput(cells)));
    expect(text).toContain('Protects the child: 4 / 10 must pass: at least 5, not reached yet');
    expect(text).toContain('Still missing: “Protects the child”.');
    expect(text).toContain('“Protects the child” needs at least 5 of 10.');
  });

  it('says that attempts are used up, or that the next one is here', () => {
    const failed = essay({ value: 1000, received: '2026-02-27' });
    const again = (second: typeof failed) => ({
      'm2-essay': { attempts: [failed, second] },
      'm2-log': { attempts: [{ ...log, value: 800 }] },
    });
    const used = textOf(feedbackIn(feedbackInput(again(essay({ value: 1200, received: '2026-04-01' })))));
    expect(used).toContain('All 2 attempts are used up. Talk with your mentor about what is still possible.');
    const here = textOf(feedbackIn(feedbackInput(again({ state: 'received', received: '2026-04-01' }))));
    expect(here).toContain('Your attempt 2 has arrived. It is not marked yet.');
  });

  it('tells NS, EX, a query and an extension apart, each in words', () => {
    const said = (cell: object): string =>
      textOf(feedbackIn(feedbackInput({ ...good, 'm2-log': { attempts: [], ...cell } }))).join('\n');
    expect(said({ outcome: 'NS' })).toContain('Nothing was submitted. It counts 0 in the module.');
    expect(said({ outcome: 'EX' })).toContain('You are excused.');
    expect(said({ outcome: 'HOLD' })).toContain('A query is open on this assignment.');
    expect(said({ outcome: 'DEF', extendedTo: '2026-04-02' })).toContain('until 2 April 2026.');
    expect(said({})).toContain('Still open: Log of module 2 not received yet.');
  });

  it('says of marks that are not released that they may change', () => {
    const cells = { 'm2-essay': { attempts: [essay({ state: 'marked' })] } };
    const { cohort } = feedbackInput(cells);
    const text = textOf(feedbackIn(feedbackInput(cells, { cohort: { ...cohort, released: {} } })));
    expect(text).toContain('These marks have not been released yet and may still change.');
    expect(textOf(feedbackIn(feedbackInput(good))).join('\n')).not.toContain('not been released');
  });

  it('follows the rules that were changed for the cohort', () => {
    const { cohort } = feedbackInput(good);
    const override = { value: 0, reason: 'Floods', by: 'Amina Chisanga', on: '2026-03-02' };
    const text = textOf(
      feedbackIn(feedbackInput(good, { cohort: { ...cohort, ruleOverrides: { latePenaltyPerDay: override } } })),
    );
    expect(text).toContain('Your mark: 29 of 40, which is 72.5 %.');
    expect(programme.rules.latePenaltyPerDay).toBe(500);
  });

  it('is there for those with a mark or NS, and its file is named by module and learner', () => {
    expect(hasFeedback(feedbackInput(good))).toBe(true);
    expect(hasFeedback(feedbackInput({ 'm2-essay': { attempts: [], outcome: 'NS' } }))).toBe(true);
    expect(hasFeedback(feedbackInput({ 'm2-essay': { attempts: [{ state: 'received' }] } }))).toBe(false);
    expect(feedbackFileName({ number: 2 }, { givenNames: 'Ngũgĩ wa', familyName: 'Kamau' })).toBe('M2 Kamau Ngũgĩ wa');
  });
});
