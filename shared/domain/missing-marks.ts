import { inLanguage } from './languages.ts';
import type { Message } from './message.ts';
import { message } from './message.ts';
import { andList, plainText } from './message-lists.ts';
import type { ItemResult, ModuleResult } from './module-results.ts';

/** Why a final mark cannot be given yet. `query` is an open query (HOLD). */
export type OpenCode = 'not-received' | 'not-marked' | 'query' | 'extended' | 'all-excused';

/** One reason that keeps a module open, in words. */
export type OpenReason = { readonly code: OpenCode; readonly text: Message };

const codeOf = ({ mark }: ItemResult): Exclude<OpenCode, 'all-excused'> | undefined => {
  if (mark.kind === 'held') return 'query';
  if (mark.kind === 'extended') return 'extended';
  if (mark.kind === 'none') return mark.state === 'awaited' ? 'not-received' : 'not-marked';
  return mark.kind === 'mark' && mark.pending ? 'not-marked' : undefined;
};

const codes = ['query', 'not-marked', 'extended', 'not-received'] as const;

/** Everything that keeps a module without a final mark, in words, like things together ("Essay and Log of module 3 not marked yet"). */
export const openReasons = (result: ModuleResult, language: string): readonly OpenReason[] => {
  const reasons = codes.flatMap((code): readonly OpenReason[] => {
    const items = result.items.filter((item) => codeOf(item) === code);
    if (items.length === 0) return [];
    const titles = andList(items.map((item) => plainText(inLanguage(item.assignment.title, language))));
    return [
      { code, text: message(`domain.missing.${code}`, { titles, module: result.module.number, count: items.length }) },
    ];
  });
  if (reasons.length > 0 || result.final !== undefined) return reasons;
  return [{ code: 'all-excused', text: message('domain.missing.all-excused', { module: result.module.number }) }];
};
