/** One competency of a framework; `code` is what criteria point to, unique in its framework. */
export type Competency = {
  readonly code: string;
  readonly title: string;
  readonly area?: string;
  readonly description?: string;
};

/** An imported list of competencies (domain.md 2). */
export type CompetencyFramework = {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly competencies: readonly Competency[];
};
