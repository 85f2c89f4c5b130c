import type { IconName } from '#renderer/ui/icon.tsx';

type Place = { readonly id: PlaceId; readonly href: string; readonly icon: IconName; readonly apart?: true };

export type PlaceId = 'today' | 'cohorts' | 'people' | 'certificates' | 'alumni' | 'outcomes' | 'settings';

/** Where the rail and the palette lead. */
export const places: readonly Place[] = [
  { id: 'today', href: '/', icon: 'today' },
  { id: 'cohorts', href: '/cohorts', icon: 'cohorts' },
  { id: 'people', href: '/people', icon: 'people' },
  { id: 'certificates', href: '/certificates', icon: 'certs' },
  { id: 'alumni', href: '/alumni', icon: 'alumni' },
  { id: 'outcomes', href: '/outcomes', icon: 'outcomes' },
  { id: 'settings', href: '/settings', icon: 'settings', apart: true },
];

/** The tabs of a cohort, as in its addresses. */
export const cohortTabs = [
  'overview',
  'learners',
  'marks',
  'moderation',
  'results',
  'certificates',
  'follow-up',
] as const;
export type CohortTab = (typeof cohortTabs)[number];

/** The views of the tab Results and awards, as in its addresses; the learners stand at the tab's own address. */
export const resultsViews = ['learners', 'board', 'competencies', 'ties'] as const;
export type ResultsView = (typeof resultsViews)[number];
