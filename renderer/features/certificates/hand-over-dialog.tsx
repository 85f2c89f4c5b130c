import './hand-over-dialog.css';
import type { FormEvent, KeyboardEvent, ReactNode } from 'react';
import { useMemo, useRef, useState } from 'react';
import type { RegisterRow } from '#shared/domain/certificate-register.ts';
import { fold } from '#shared/lib/fold.ts';
import type { IsoDate } from '#shared/lib/dates.ts';
import { handOverCertificates } from '#renderer/db/repositories/certificate-changes.ts';
import { today } from '#renderer/desktop/clock.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { DateField, TextField } from '#renderer/ui/field.tsx';
import { Glyph } from '#renderer/ui/icon.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { useNotices } from '#renderer/ui/notices.tsx';
import { RowList } from '#renderer/ui/row-list.tsx';
import { useText } from '#renderer/ui/text.tsx';

type Marked = ReadonlyMap<string, IsoDate>;

/** What was typed finds a row: by the number of its serial as printed on the sheet, or by words of the name. */
const finds = (typed: string, row: RegisterRow): boolean => {
  const text = fold(typed);
  if (/^\d+$/.test(text)) return Number(row.serial.split('-').at(-2)) === Number(text);
  return text.split(' ').every((word) => row.folded.includes(word));
};

const useMarks = (rows: readonly RegisterRow[]) => {
  const [on, setOn] = useState<IsoDate | ''>(today());
  const [marked, setMarked] = useState<Marked>(new Map());
  const toggle = (serial: string): void => {
    if (on === '') return;
    setMarked((all) => {
      const next = new Map(all);
      if (!next.delete(serial)) next.set(serial, on);
      return next;
    });
  };
  const all = (): void => {
    if (on !== '') setMarked(new Map(rows.map(({ serial }) => [serial, marked.get(serial) ?? on])));
  };
  return { on, setOn, marked, toggle, all };
};

const Row = ({
  row,
  index,
  day,
  onToggle,
}: {
  readonly row: RegisterRow;
  readonly index: number;
  readonly day: IsoDate | undefined;
  readonly onToggle: () => void;
}): ReactNode => {
  const { formatDate } = useText();
  return (
    <>
      <span role="rowheader" className="cut">
        <button
          type="button"
          className="row-name cover cut"
          lang="und"
          data-row={index}
          aria-pressed={day !== undefined}
          onClick={onToggle}
        >
          {row.name}
        </button>
      </span>
      <span role="cell" className="serial nowrap">
        {row.serial}
      </span>
      <span role="cell" className="nowrap">
        {day !== undefined && (
          <span className="t-ok">
            <Glyph name="pass" /> {formatDate(day)}
          </span>
        )}
      </span>
    </>
  );
};

type MarkedListProps = {
  readonly rows: readonly RegisterRow[];
  readonly marked: Marked;
  readonly onToggle: (serial: string) => void;
};

/** The sheet as a list: Space or Enter notes a line and goes on to the next, as on the paper. */
const MarkedList = ({ rows, marked, onToggle }: MarkedListProps): ReactNode => {
  const { t } = useText();
  const press = (event: KeyboardEvent): void => {
    const at = event.target instanceof HTMLElement ? event.target.dataset['row'] : undefined;
    const row = at === undefined ? undefined : rows[Number(at)];
    if (row === undefined || (event.key !== ' ' && event.key !== 'Enter')) return;
    event.preventDefault();
    onToggle(row.serial);
    event.currentTarget.querySelector<HTMLElement>(`[data-row="${String(Number(at) + 1)}"]`)?.focus();
  };
  return (
    <div className="hand-over-list" onKeyDown={press}>
      <RowList
        label={t('certificates.handOver.list')}
        items={rows}
        idOf={({ serial }) => serial}
        rowHeight={28}
        columns="minmax(160px, 1fr) 168px 160px"
        least="480px"
        head={
          <>
            <span role="columnheader">{t('certificates.register.name')}</span>
            <span role="columnheader">{t('certificates.register.serial')}</span>
            <span role="columnheader">{t('certificates.register.handedOver')}</span>
          </>
        }
        row={(row, index) => (
          <Row row={row} index={index} day={marked.get(row.serial)} onToggle={() => onToggle(row.serial)} />
        )}
      />
    </div>
  );
};

type Said = { readonly bad: boolean; readonly text: string };

/** Noting one line after the other by what is typed; `said` tells what became of it. */
const useTyping = (rows: readonly RegisterRow[], marked: Marked, toggle: (serial: string) => void) => {
  const { t } = useText();
  const [typed, setTyped] = useState('');
  const [said, setSaid] = useState<Said>();
  const found = useMemo(() => (typed.trim() === '' ? [] : rows.filter((row) => finds(typed, row))), [rows, typed]);
  const take = (): void => {
    const [one] = found;
    if (one === undefined || found.length > 1) {
      const key = one === undefined ? 'certificates.handOver.nobody' : 'certificates.handOver.several';
      return setSaid({ bad: true, text: t(key, { text: typed.trim(), count: found.length }) });
    }
    toggle(one.serial);
    const key = marked.has(one.serial) ? 'certificates.handOver.taken' : 'certificates.handOver.noted';
    setSaid({ bad: false, text: t(key, { name: one.name }) });
    setTyped('');
  };
  return { typed, setTyped, said, setSaid, take };
};

type HandOverDialogProps = { readonly rows: readonly RegisterRow[]; readonly onClose: () => void };

/**
 * Keys in the signed sheet: the day once, then number after number (or a name) and Enter; or down the list with Space. Everything is saved as one change.
 */
export const HandOverDialog = ({ rows, onClose }: HandOverDialogProps): ReactNode => {
  const { t, failure } = useText();
  const { tell } = useNotices();
  const { on, setOn, marked, toggle, all } = useMarks(rows);
  const { typed, setTyped, said, setSaid, take } = useTyping(rows, marked, toggle);
  const field = useRef<HTMLInputElement>(null);
  const save = async (): Promise<void> => {
    const done = await handOverCertificates([...marked].map(([serial, day]) => ({ serial, on: day })));
    if (!done.ok) return setSaid({ bad: true, text: failure(done.error) });
    tell({ tone: 'ok', text: t('certificates.handOver.saved', { count: marked.size }), undo: true });
    onClose();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    take();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      size="wide"
      title={t('certificates.handOver.title')}
      initialFocus={field}
      footer={
        <>
          <Button onClick={onClose}>{t('certificates.dialog.cancel')}</Button>
          <Button kind="first" disabled={marked.size === 0} onClick={() => void save()}>
            {t('certificates.handOver.save', { count: marked.size })}
          </Button>
        </>
      }
    >
      <form className="hand-over-form" onSubmit={submit}>
        <DateField
          label={t('certificates.handOver.day')}
          value={on}
          onChange={setOn}
          max={today()}
          error={on === '' ? t('certificates.handOver.noDay') : undefined}
        />
        <TextField
          ref={field}
          label={t('certificates.handOver.find')}
          hint={t('certificates.handOver.hint')}
          value={typed}
          onChange={setTyped}
          autoComplete="off"
        />
        <Button type="submit">{t('certificates.handOver.note')}</Button>
        <Button onClick={all}>{t('certificates.handOver.all', { count: rows.length })}</Button>
      </form>
      <div aria-live="polite">{said !== undefined && <Note tone={said.bad ? 'warn' : 'ok'}>{said.text}</Note>}</div>
      <MarkedList rows={rows} marked={marked} onToggle={toggle} />
    </Dialog>
  );
};
