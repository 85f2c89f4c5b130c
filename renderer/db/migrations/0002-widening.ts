/** The tables that schema 2 adds: marking, templates, questionnaires and what left the workspace. Shipped: never edit. */
export const stores2 = {
  comments: 'id',
  moderations: 'id, c',
  frameworks: 'id',
  boards: 'id, c',
  templates: 'id',
  assets: 'id',
  questionnaires: 'id',
  callPlans: 'id, c',
  consentWordings: 'id',
  exportNotes: 'id',
} as const;
