/** What each event carries. */
export type EventContent = {
  'progress:changed': { readonly id: string; readonly done: number; readonly total: number };
  'app:menu-chosen': { readonly item: string };
  'app:quit-asked': Record<string, never>;
};
