import type { ReactNode } from 'react';
import { Link } from 'wouter';

import type { CallsToday } from '#renderer/db/repositories/calls-today.ts';
import type { GlyphName } from '#renderer/ui/icon.tsx';
import { Glyph } from '#renderer/ui/icon.tsx';
import { Sheet } from '#renderer/ui/sheet.tsx';
import type { Text } from '#renderer/ui/text.tsx';
import { useText } from '#renderer/ui/text.tsx';
import type { Need, NeedKind } from './needs.ts';

const glyphs: Readonly<Record<NeedKind, { readonly glyph: GlyphName; readonly tone: string }>> = {
  delayed: { glyph: 'late', tone: 't-warn' },
  toMark: { glyph: 'marked', tone: 'quiet' },
  names: { glyph: 'anomaly', tone: 'quiet' },
  awards: { glyph: 'moderated', tone: 'quiet' },
  calls: { glyph: 'half', tone: 'quiet' },
};

const codes = (need: Need): string => need.cohorts.map(({ cohort }) => cohort.code).join(', ');

/** Where the calls are, and what of them presses. */
const callReminders = (calls: CallsToday | undefined, t: Text['t']): string => {
  const { mine = 0, agreed = 0, closing = 0, months = [], cohortCodes = [] } = calls ?? {};
  return [
    mine > 0 ? t('today.why.callsMine', { count: mine }) : '',
    agreed > 0 ? t('today.why.callsAgreed', { count: agreed }) : '',
    closing > 0 ? t('today.why.callsClosing', { count: closing }) : '',
    t('today.why.calls', { months: months.join(', '), cohorts: cohortCodes.slice(0, 3).join(', ') }),
  ]
    .filter((part) => part !== '')
    .join(' ');
};

const whyOf = (need: Need, calls: CallsToday | undefined, { t }: Text): string => {
  const [first] = need.cohorts;
  switch (need.kind) {
    case 'delayed': {
      const { longest = 0, marker } = first?.delayed ?? {};
      return marker === undefined
        ? t('today.why.delayed', { cohorts: codes(need), days: longest })
        : t('today.why.delayedWith', { cohorts: codes(need), days: longest, marker });
    }
    case 'awards':
      return t('today.why.awards', {
        cohort: first?.cohort.code ?? '',
        eligible: first?.eligible ?? 0,
        count: first?.lacking ?? 0,
      });
    case 'calls':
      return callReminders(calls, t);
    case 'toMark':
    case 'names':
      return t(`today.why.${need.kind}`, { cohorts: codes(need) });
  }
};

const Row = ({
  need,
  calls,
  first,
}: {
  readonly need: Need;
  readonly calls: CallsToday | undefined;
  readonly first: boolean;
}): ReactNode => {
  const text = useText();
  const { t, formatNumber } = text;
  const { glyph, tone } = glyphs[need.kind];
  const why = whyOf(need, calls, text);
  return (
    <li>
      <span className="n">{formatNumber(need.count)}</span>
      <div>
        <h3>{t(`today.needs.${need.kind}`, { count: need.count })}</h3>
        <p className="cut" title={why}>
          <span className={tone}>
            <Glyph name={glyph} />
          </span>
          {why}
        </p>
      </div>
      <Link className={first ? 'btn small first' : 'btn small'} href={need.href}>
        {t(`today.actions.${need.kind}`)}
      </Link>
    </li>
  );
};

/** What waits for the person, the most urgent first; each row opens where the work is done. */
export const NeedsList = ({
  needs,
  calls,
}: {
  readonly needs: readonly Need[];
  readonly calls: CallsToday | undefined;
}): ReactNode => {
  const { t } = useText();
  return (
    <Sheet title={t('today.needsYou')} count={needs.length}>
      {needs.length === 0 ? (
        <p className="today-nothing">{t('today.nothing')}</p>
      ) : (
        <ol className="needs">
          {needs.map((need, index) => (
            <Row key={need.kind} need={need} calls={calls} first={index === 0} />
          ))}
        </ol>
      )}
    </Sheet>
  );
};
