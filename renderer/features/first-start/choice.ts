import type { Language } from '#shared/domain/languages.ts';
import type { Role } from '#shared/domain/workspace.ts';
import type { Failure, Result } from '#shared/lib/result.ts';

/** How to begin. */
export type Way = 'demonstration' | 'new';

/** `known`: the workspace is there already and only asks who works here. */
export type StartChoice = {
  readonly language: Language;
  readonly name: string;
  readonly role: Role;
  readonly kind: Way | 'known';
};
export type StartResult = Result<void, Failure>;

/** How far the making of the workspace is. */
export type Working = { readonly done: number; readonly total: number };
