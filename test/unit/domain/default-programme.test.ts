import { describe, expect, it } from 'vitest';
import { programme } from './sheet-builders.ts';

describe('the default programme', () => {
  it('has the six modules of the course in order, in English and French', () => {
    expect(programme.modules.map((module) => `${module.number} ${module.title.en}`)).toEqual([
      '1 Personal and Professional Development',
      '2 Human Rights-Based Approaches and Child Protection',
      '3 Child and Youth Development',
      '4 Care and Support of Children at Risk',
      '5 Integrated Development in Communities',
      '6 Service Learning Project',
    ]);
    expect(programme.modules.every((module) => module.title.fr !== undefined && module.title.pt !== undefined)).toBe(
      true,
    );
  });

  it('has an essay of 40, weight 60, and a log of 20, weight 40, in each module', () => {
    const works = programme.modules.flatMap((module) =>
      module.assignments.map((work) => [work.id, work.title.en, work.max, work.weight]),
    );
    expect(works).toHaveLength(12);
    expect(works.slice(0, 2)).toEqual([
      ['m1-essay', 'Essay', 4000, 60],
      ['m1-log', 'Log', 2000, 40],
    ]);
  });

  it('has four criteria of 10 on each essay, which add up to its maximum', () => {
    for (const module of programme.modules) {
      const [essay] = module.assignments;
      expect(essay?.criteria.map((criterion) => criterion.max)).toEqual([1000, 1000, 1000, 1000]);
    }
  });

  it('must protect the child, and signs off only module 6', () => {
    const must = programme.modules.flatMap((module) =>
      module.assignments.flatMap((work) => work.criteria.filter((one) => one.mustPass !== undefined)),
    );
    expect(must).toEqual([
      { id: 'm2-essay-c3', title: { en: 'Protects the child', fr: 'Protège l’enfant' }, max: 1000, mustPass: 500 },
    ]);
    expect(programme.modules.filter((module) => module.needsSignOff).map((module) => module.id)).toEqual(['m6']);
  });

  it('gives every part an id of its own', () => {
    const ids = programme.modules.flatMap((module) => [
      module.id,
      ...module.assignments.flatMap((work) => [work.id, ...work.criteria.map((criterion) => criterion.id)]),
    ]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('starts with the default rules and follow-up waves', () => {
    expect(programme.rules).toMatchObject({
      passMark: 5000,
      attemptPolicy: 'best-capped',
      maxAttempts: 2,
      resubmissionDays: 28,
      latePenaltyPerDay: 500,
      lastLateDay: 5,
      minimumHours: 8000,
    });
    expect(programme.rules.waves.map((wave) => wave.offsetMonths)).toEqual([0, 6, 18, 24]);
  });
});
