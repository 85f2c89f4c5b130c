import type { ReactNode } from 'react';
import { useState } from 'react';
import type { CohortId } from '#shared/domain/ids.ts';
import { rulesInWords } from '#shared/domain/moderation-words.ts';
import { readSeed, newSeed } from '#shared/domain/moderation-seed.ts';
import type { Batch } from '#renderer/db/repositories/moderation.ts';
import { drawModeration } from '#renderer/db/repositories/moderation.ts';
import { today } from '#renderer/desktop/clock.ts';
import { Button } from '#renderer/ui/button.tsx';
import { TextField } from '#renderer/ui/field.tsx';
import { useNotices } from '#renderer/ui/notices.tsx';
import { useText } from '#renderer/ui/text.tsx';

type DrawPanelProps = {
  readonly cohortId: CohortId;
  readonly batch: Batch;
  readonly onDrawn?: () => void;
};

/** The rules of the sample and its seed, before it is drawn. A batch that is drawn again keeps its seed unless another is typed. */
export const DrawPanel = ({ cohortId, batch, onDrawn }: DrawPanelProps): ReactNode => {
  const { t, say, failure } = useText();
  const { tell } = useNotices();
  const { moderation, assignment, rules } = batch;
  const kept = moderation?.verdict === undefined ? moderation?.seed : undefined;
  const [seed, setSeed] = useState(() => String(kept ?? newSeed(crypto.getRandomValues(new Uint32Array(1))[0] ?? 0)));
  const [asked, setAsked] = useState(false);
  const wanted = readSeed(seed);
  const draw = async (): Promise<void> => {
    if (wanted === undefined) return setAsked(true);
    const drawn = await drawModeration({ cohortId, assignmentId: assignment.id }, wanted, today());
    if (!drawn.ok) return tell({ tone: 'bad', text: failure(drawn.error) });
    tell({ tone: 'ok', text: t('moderation.draw.drawn', { count: drawn.value.sample.length }), undo: true });
    onDrawn?.();
  };
  return (
    <form
      className="draw-panel"
      onSubmit={(event) => {
        event.preventDefault();
        void draw();
      }}
    >
      <p className="second">{say(rulesInWords(rules))}</p>
      <div className="draw-row">
        <TextField
          label={t('moderation.draw.seed')}
          hint={t('moderation.draw.seedHint')}
          error={asked && wanted === undefined ? t('moderation.draw.seedWrong') : undefined}
          value={seed}
          inputMode="numeric"
          onChange={setSeed}
        />
        <Button kind="first" type="submit">
          {t(
            moderation === undefined
              ? 'moderation.draw.do'
              : kept === undefined
                ? 'moderation.draw.next'
                : 'moderation.draw.again',
          )}
        </Button>
      </div>
    </form>
  );
};
