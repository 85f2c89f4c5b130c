import type { IsoDate } from '#shared/lib/dates.ts';
import type { AssignmentId, CriterionId, ModuleId, ProgrammeId } from './ids.ts';
import { asId } from './ids.ts';
import type { LocalText } from './languages.ts';
import type { Assignment, Criterion, Module, ProgrammeRules, ProgrammeVersion } from './programmes.ts';

/** The rules that a new programme version starts with: the defaults of domain.md 3 and 5, all editable. */
export const defaultRules: ProgrammeRules = {
  passMark: 5000,
  attemptPolicy: 'best-capped',
  maxAttempts: 2,
  resubmissionDays: 28,
  latePenaltyPerDay: 500,
  lastLateDay: 5,
  minimumHours: 8000,
  waves: [
    { id: 'exit', offsetMonths: 0 },
    { id: 'm6', offsetMonths: 6 },
    { id: 'm18', offsetMonths: 18 },
    { id: 'm24', offsetMonths: 24 },
  ],
  waveDaysBefore: 30,
  waveDaysAfter: 90,
  attemptsBeforeUnreachable: 4,
};

type Draft = { readonly title: LocalText; readonly criteria: readonly [LocalText, LocalText, LocalText, LocalText] };

const reflects: LocalText = { en: 'Reflects on own practice', fr: 'Réfléchit à sa pratique' };

const drafts: readonly Draft[] = [
  {
    title: {
      en: 'Personal and Professional Development',
      fr: 'Développement personnel et professionnel',
      pt: 'Desenvolvimento Pessoal e Profissional',
    },
    criteria: [
      { en: 'Knows own strengths and limits', fr: 'Connaît ses forces et ses limites' },
      { en: 'Links them to own workplace', fr: 'Les relie à son lieu de travail' },
      { en: 'Sets steps for own learning', fr: 'Fixe les étapes de son apprentissage' },
      reflects,
    ],
  },
  {
    title: {
      en: 'Human Rights-Based Approaches and Child Protection',
      fr: 'Approches fondées sur les droits humains et protection de l’enfant',
      pt: 'Abordagens Baseadas nos Direitos Humanos e Protecção da Criança',
    },
    criteria: [
      { en: 'Knows the rights and the law', fr: 'Connaît les droits et la loi' },
      { en: 'Links them to own workplace', fr: 'Les relie à son lieu de travail' },
      { en: 'Protects the child', fr: 'Protège l’enfant' },
      reflects,
    ],
  },
  {
    title: {
      en: 'Child and Youth Development',
      fr: 'Développement de l’enfant et du jeune',
      pt: 'Desenvolvimento da Criança e do Jovem',
    },
    criteria: [
      { en: 'Knows the stages of development', fr: 'Connaît les étapes du développement' },
      { en: 'Links them to own workplace', fr: 'Les relie à son lieu de travail' },
      { en: 'Sees each child as a whole', fr: 'Voit chaque enfant dans son ensemble' },
      reflects,
    ],
  },
  {
    title: {
      en: 'Care and Support of Children at Risk',
      fr: 'Prise en charge et soutien des enfants à risque',
      pt: 'Cuidado e Apoio a Crianças em Risco',
    },
    criteria: [
      { en: 'Recognises children at risk', fr: 'Reconnaît les enfants à risque' },
      { en: 'Links support to own workplace', fr: 'Relie le soutien à son lieu de travail' },
      { en: 'Refers to the right service', fr: 'Oriente vers le bon service' },
      reflects,
    ],
  },
  {
    title: {
      en: 'Integrated Development in Communities',
      fr: 'Développement intégré dans les communautés',
      pt: 'Desenvolvimento Integrado nas Comunidades',
    },
    criteria: [
      { en: 'Knows the community and its means', fr: 'Connaît la communauté et ses moyens' },
      { en: 'Links them to own workplace', fr: 'Les relie à son lieu de travail' },
      { en: 'Plans with children and families', fr: 'Planifie avec les enfants et les familles' },
      reflects,
    ],
  },
  {
    title: {
      en: 'Service Learning Project',
      fr: 'Projet d’apprentissage par le service',
      pt: 'Projecto de Aprendizagem em Serviço',
    },
    criteria: [
      { en: 'Plans the project with the site', fr: 'Prépare le projet avec le lieu d’accueil' },
      { en: 'Carries it out as agreed', fr: 'Le réalise comme convenu' },
      { en: 'Shows what changed', fr: 'Montre ce qui a changé' },
      reflects,
    ],
  },
];

/** "Protects the child": the third criterion of module 2 must have at least 5 of 10. */
const mustPassAt = { module: 2, criterion: 3, least: 500 } as const;

const criterion = (assignment: AssignmentId, module: number, number: number, title: LocalText): Criterion => ({
  id: asId<CriterionId>(`${assignment}-c${number}`),
  title,
  max: 1000,
  ...(module === mustPassAt.module && number === mustPassAt.criterion ? { mustPass: mustPassAt.least } : {}),
});

const assignments = (module: number, draft: Draft): readonly Assignment[] => {
  const essay = asId<AssignmentId>(`m${module}-essay`);
  return [
    {
      id: essay,
      title: { en: 'Essay', fr: 'Exposé', pt: 'Ensaio' },
      max: 4000,
      weight: 60,
      criteria: draft.criteria.map((title, index) => criterion(essay, module, index + 1, title)),
    },
    {
      id: asId<AssignmentId>(`m${module}-log`),
      title: { en: 'Log', fr: 'Journal', pt: 'Diário' },
      max: 2000,
      weight: 40,
      criteria: [],
    },
  ];
};

const module = (draft: Draft, index: number): Module => ({
  id: asId<ModuleId>(`m${index + 1}`),
  number: index + 1,
  title: draft.title,
  weight: 1,
  sessions: 4,
  hoursPerSession: 5,
  needsSignOff: index + 1 === drafts.length,
  assignments: assignments(index + 1, draft),
});

/** What an edition of the default programme is called and since when it is valid; who set its rules, shown beside them. */
export type ProgrammeEdition = {
  readonly id: ProgrammeId;
  readonly version: string;
  readonly validFrom: IsoDate;
  readonly rulesSetBy: string;
  readonly rulesSetOn: IsoDate;
};

/**
 * The programme that a new workspace has: Community Based Work with Children and Youth, six modules of four sessions of five hours, each with an
 * essay of 40 (weight 60) and a log of 20 (weight 40), the sixth with a site supervisor's sign-off. Ids such as `m1` and `m1-essay` never change.
 */
export const defaultProgramme = (edition: ProgrammeEdition): ProgrammeVersion => ({
  id: edition.id,
  code: 'CWCY',
  title: {
    en: 'Community Based Work with Children and Youth',
    fr: 'Travail communautaire auprès des enfants et des jeunes',
    pt: 'Trabalho Comunitário com Crianças e Jovens',
  },
  award: { en: 'Certificate', fr: 'Certificat', pt: 'Certificado' },
  version: edition.version,
  validFrom: edition.validFrom,
  modules: drafts.map(module),
  rules: defaultRules,
  rulesSetBy: edition.rulesSetBy,
  rulesSetOn: edition.rulesSetOn,
});
