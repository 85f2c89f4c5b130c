import type { ReactNode } from 'react';
import { useState } from 'react';
import { inLanguage } from '#shared/domain/languages.ts';
import type { ReleaseCheck, ReleaseGap, Unreleased } from '#shared/domain/moderation-release.ts';
import { fullName } from '#shared/domain/people.ts';
import type { Module } from '#shared/domain/programmes.ts';
import { groupBy } from '#shared/lib/group-by.ts';
import type { CohortModeration } from '#renderer/db/repositories/moderation.ts';
import { batchesOf } from '#renderer/db/repositories/moderation.ts';
import { releaseCheckOf, releaseModule } from '#renderer/db/repositories/release.ts';
import { today } from '#renderer/desktop/clock.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Glyph } from '#renderer/ui/icon.tsx';
import type { GlyphName } from '#renderer/ui/icon.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { useNotices } from '#renderer/ui/notices.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { stateWords } from './state-words.ts';

const glyphs: Readonly<Record<Unreleased, GlyphName>> = {
  awaited: 'awaited',
  received: 'received',
  'with-marker': 'marker',
  resubmission: 'attempt',
  held: 'hold',
  extended: 'def',
};

type GapsProps = { readonly content: CohortModeration; readonly module: Module; readonly gaps: readonly ReleaseGap[] };

/** Names are listed up to a number that can be read; the rest is counted. */
const namesShown = 12;

const GapNames = ({ content, module, gaps }: GapsProps): ReactNode => {
  const { t, language, compare } = useText();
  const names = new Map(content.learners.map(({ enrolment, person }) => [enrolment.id, fullName(person)]));
  const titles = new Map(module.assignments.map(({ id, title }) => [id, inLanguage(title, language)]));
  const lines = gaps
    .map(({ enrolmentId, assignmentId }) => ({
      key: `${enrolmentId}/${assignmentId}`,
      words: t('moderation.release.who', {
        name: names.get(enrolmentId) ?? '–',
        assignment: titles.get(assignmentId) ?? '',
      }),
    }))
    .toSorted((a, b) => compare(a.words, b.words));
  return (
    <ul className="gap-names">
      {lines.slice(0, namesShown).map(({ key, words }) => (
        <li key={key}>{words}</li>
      ))}
      {lines.length > namesShown && (
        <li className="quiet">{t('moderation.release.andMore', { count: lines.length - namesShown })}</li>
      )}
    </ul>
  );
};

const Missing = ({ content, module, check }: Omit<GapsProps, 'gaps'> & { readonly check: ReleaseCheck }): ReactNode => {
  const { t, language } = useText();
  const batches = batchesOf(content);
  return (
    <section className="release-missing" aria-label={t('moderation.release.missing')} tabIndex={0}>
      <h3>{t('moderation.release.missing')}</h3>
      <ul>
        {check.unmoderated.map(({ assignment }) => {
          const batch = batches.find((one) => one.assignment.id === assignment.id);
          return (
            <li key={assignment.id}>
              <span className="t-warn">
                <Glyph name="anomaly" />
              </span>{' '}
              {t('moderation.release.unmoderated', {
                assignment: inLanguage(assignment.title, language),
                state: batch === undefined ? '' : stateWords(batch, t).spoken,
              })}
            </li>
          );
        })}
        {[...groupBy(check.gaps, ({ why }) => why)].map(([why, gaps]) => (
          <li key={why}>
            <span className="second">
              <Glyph name={glyphs[why]} />
            </span>{' '}
            {t(`moderation.release.why.${why}`, { count: gaps.length })}
            <GapNames content={content} module={module} gaps={gaps} />
          </li>
        ))}
      </ul>
    </section>
  );
};

type ReleaseDialogProps = { readonly content: CohortModeration; readonly module: Module; readonly onClose: () => void };

/** What a release of a module does and what is missing before it, before it is done. */
export const ReleaseDialog = ({ content, module, onClose }: ReleaseDialogProps): ReactNode => {
  const { t, failure, formatDate } = useText();
  const { tell } = useNotices();
  const [error, setError] = useState<string>();
  const check = releaseCheckOf(content, module);
  const gaps = check.gaps.length;
  const complete = gaps === 0 && check.unmoderated.length === 0;
  const release = async (): Promise<void> => {
    const saved = await releaseModule(content.cohort.id, module.id, today());
    if (!saved.ok) return setError(failure(saved.error));
    const text = t('moderation.release.done', { count: check.ready, number: module.number });
    tell({ tone: 'ok', text, undo: true });
    onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('moderation.release.title', { number: module.number })}
      footer={
        <>
          <Button onClick={onClose}>{t('moderation.release.cancel')}</Button>
          <Button kind="first" disabled={check.ready === 0} onClick={() => void release()}>
            {t(gaps === 0 ? 'moderation.release.do' : 'moderation.release.doAnyway', { count: check.ready })}
          </Button>
        </>
      }
    >
      <p>{t('moderation.release.ready', { count: check.ready, date: formatDate(today()) })}</p>
      {complete ? (
        <Note tone="ok">{t('moderation.release.complete')}</Note>
      ) : (
        <Missing content={content} module={module} check={check} />
      )}
      {gaps > 0 && <p className="second">{t('moderation.release.left')}</p>}
      <Note tone="info">{t('moderation.release.consequence')}</Note>
      {error !== undefined && <Note tone="bad">{error}</Note>}
    </Dialog>
  );
};
