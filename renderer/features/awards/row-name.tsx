import type { ReactNode } from 'react';
import { fullName } from '#shared/domain/people.ts';
import type { ResultLine } from '#renderer/db/repositories/results.ts';

/** The name as it will stand on the certificate; before it is confirmed, as written. */
export const nameOf = ({ enrolment, person }: ResultLine): string => enrolment.confirmedName ?? fullName(person);

type RowNameProps = {
  readonly line: ResultLine;
  readonly index: number;
  readonly onSelect: (enrolmentId: string) => void;
};

/** The name of a row, which has its focus: the row that has it is explained beside the list. */
export const RowName = ({ line, index, onSelect }: RowNameProps): ReactNode => {
  const select = (): void => onSelect(line.enrolment.id);
  return (
    <span role="rowheader" className="cut" lang="und">
      <button
        type="button"
        className="row-name cover cut"
        data-row={index}
        title={nameOf(line)}
        onFocus={select}
        onClick={select}
      >
        {nameOf(line)}
      </button>
    </span>
  );
};
