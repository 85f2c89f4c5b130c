import type { ReactNode } from 'react';
import { useText } from '#renderer/ui/text.tsx';

type PlanTableProps = {
  readonly title: string;
  readonly columns: readonly string[];
  /** The rows; the last cell of each holds its buttons. */
  readonly children: ReactNode;
};

/** The frame of the plan's tables: what can be done with a row stands at its end, under a heading that is only read out. */
export const PlanTable = ({ title, columns, children }: PlanTableProps): ReactNode => {
  const { t } = useText();
  return (
    <table className="list plan-table">
      <caption className="vh">{title}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
          <th scope="col">
            <span className="vh">{t('alumni.plan.column.actions')}</span>
          </th>
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
};
