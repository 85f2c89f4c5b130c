import type { ReactNode } from 'react';
import { useState } from 'react';
import type { RetentionKind } from '#shared/domain/retention-times.ts';
import { monthsRange, retentionKinds } from '#shared/domain/retention-times.ts';
import { readRetention, saveRetention } from '#renderer/db/repositories/retention.ts';
import { useLive } from '#renderer/db/use-live.ts';
import { Button } from '#renderer/ui/button.tsx';
import { TextField } from '#renderer/ui/field.tsx';
import { useNotices } from '#renderer/ui/notices.tsx';
import { Sheet } from '#renderer/ui/sheet.tsx';
import { useText } from '#renderer/ui/text.tsx';

type Typed = Readonly<Partial<Record<RetentionKind, string>>>;

/** How long each kind of data is kept, and who decided so. */
export const RetentionSheet = (): ReactNode => {
  const { t, formatDate, failure } = useText();
  const { tell } = useNotices();
  const retention = useLive(readRetention, []);
  const [typed, setTyped] = useState<Typed>({});
  const [error, setError] = useState<string>();
  if (retention === undefined) return null;
  const { months, setBy, setOn } = retention;
  const valueOf = (kind: RetentionKind): string => typed[kind] ?? String(months[kind]);
  const save = async (): Promise<void> => {
    const next = Object.fromEntries(
      retentionKinds.map((kind) => [kind, /^\d+$/.test(valueOf(kind).trim()) ? Number(valueOf(kind)) : 0]),
    ) as Record<RetentionKind, number>;
    const saved = await saveRetention(next);
    setError(saved.ok ? undefined : failure(saved.error));
    if (!saved.ok) return;
    setTyped({});
    tell({ tone: 'ok', text: t('privacy.retention.saved') });
  };
  return (
    <Sheet
      title={t('privacy.retention.title')}
      count={
        setBy === undefined || setOn === undefined
          ? t('privacy.retention.byNobody')
          : t('privacy.retention.by', { name: setBy, date: formatDate(setOn) })
      }
    >
      <form className="privacy-body" noValidate onSubmit={(event) => (event.preventDefault(), void save())}>
        <p className="second">{t('privacy.retention.lead')}</p>
        <div className="privacy-pair">
          {retentionKinds.map((kind) => (
            <TextField
              key={kind}
              label={`${t(`privacy.retention.kind.${kind}`)} (${t('privacy.retention.months')})`}
              inputMode="numeric"
              value={valueOf(kind)}
              onChange={(value) => setTyped({ ...typed, [kind]: value })}
              max={monthsRange.most}
            />
          ))}
        </div>
        <p className="privacy-forever">
          {t('privacy.retention.register')} <b>{t('privacy.retention.forever')}</b>
        </p>
        {error !== undefined && (
          <p className="field-error" role="alert">
            {error}
          </p>
        )}
        <div className="privacy-actions">
          <Button type="submit" size="small">
            {t('privacy.retention.save')}
          </Button>
        </div>
      </form>
    </Sheet>
  );
};
