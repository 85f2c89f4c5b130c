import './lists.css';
import type { ReactNode } from 'react';
import { useMemo, useState } from 'react';
import type { RegisterFilter, RegisterRow } from '#shared/domain/certificate-register.ts';
import { filterRegister } from '#shared/domain/certificate-register.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Sheet } from '#renderer/ui/sheet.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { HandOverDialog } from './hand-over-dialog.tsx';
import { RegisterFilters } from './register-filters.tsx';
import { RegisterTable } from './register-table.tsx';

type RegisterSheetProps = {
  readonly rows: readonly RegisterRow[];
  readonly codes?: ReadonlyMap<string, string>;
  readonly selected: string | undefined;
  readonly onSelect: (serial: string) => void;
  readonly actions?: (shown: readonly RegisterRow[]) => ReactNode;
  readonly children?: ReactNode;
};

const bySerial = (a: RegisterRow, b: RegisterRow): number => (a.serial < b.serial ? -1 : 1);

/** The register, narrowed as wished, and the hand-over of what is shown. */
export const RegisterSheet = ({
  rows,
  codes,
  selected,
  onSelect,
  actions,
  children,
}: RegisterSheetProps): ReactNode => {
  const { t } = useText();
  const [filter, setFilter] = useState<RegisterFilter>({ search: '' });
  const [handing, setHanding] = useState<readonly RegisterRow[]>();
  const shown = useMemo(() => filterRegister(rows, filter), [rows, filter]);
  const waiting = useMemo(
    () => shown.filter(({ status, handedOver }) => status === 'issued' && handedOver === undefined).toSorted(bySerial),
    [shown],
  );
  return (
    <Sheet
      className="cert-register"
      title={t('certificates.register.title')}
      count={
        shown.length === rows.length
          ? t('certificates.register.count', { count: rows.length })
          : t('certificates.register.countShown', { count: rows.length, shown: shown.length })
      }
      actions={
        <>
          {actions?.(shown)}
          <Button size="small" disabled={waiting.length === 0} onClick={() => setHanding(waiting)}>
            {t('certificates.handOver.open')}
          </Button>
        </>
      }
    >
      <RegisterFilters filter={filter} rows={rows} onFilter={setFilter} {...(codes === undefined ? {} : { codes })} />
      {children}
      {shown.length === 0 ? (
        <EmptyState
          sentence={t('certificates.page.noMatch')}
          action={<Button onClick={() => setFilter({ search: '' })}>{t('certificates.page.lift')}</Button>}
        />
      ) : (
        <RegisterTable
          label={t('certificates.register.title')}
          rows={shown}
          selected={selected}
          onSelect={onSelect}
          {...(codes === undefined ? {} : { codes })}
        />
      )}
      {handing !== undefined && <HandOverDialog rows={handing} onClose={() => setHanding(undefined)} />}
    </Sheet>
  );
};
