import { useCallback, useMemo, useState } from 'react';

/** What was typed into a form over what is there. Undo and other people's changes show at once where nothing was typed. */
export type Edits<Field extends string> = {
  readonly values: Readonly<Record<Field, string>>;
  /** Only what differs from what is there. */
  readonly changed: Typed<Field>;
  readonly isChanged: boolean;
  readonly set: (field: Field) => (value: string) => void;
  readonly restore: () => void;
};

type Typed<Field extends string> = Readonly<Partial<Record<Field, string>>>;
const none = {} as Typed<never>;

/** The fields of a form, all as text, laid over the record that it shows. */
export const useEdits = <Field extends string>(base: Readonly<Record<Field, string>>): Edits<Field> => {
  const [typed, setTyped] = useState<Typed<Field>>(none);
  const set = useCallback(
    (field: Field) => (value: string) => setTyped((before) => ({ ...before, [field]: value })),
    [],
  );
  const restore = useCallback(() => setTyped(none), []);
  return useMemo(() => {
    const entries = (Object.entries(typed) as [Field, string][]).filter(([field, value]) => base[field] !== value);
    const changed = Object.fromEntries(entries) as Typed<Field>;
    return { values: { ...base, ...typed }, changed, isChanged: entries.length > 0, set, restore };
  }, [base, typed, set, restore]);
};
