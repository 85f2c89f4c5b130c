const round = (value) => {
  if (value >= 100) return Math.round(value).toLocaleString('en');
  return value.toFixed(value >= 10 ? 1 : 2);
};

/** Whether a row reaches its goal; undefined where it has none. */
export const isMet = ({ ratio, goal }) => {
  if (goal === undefined) return undefined;
  return goal.atMost === undefined ? ratio >= goal.atLeast : ratio <= goal.atMost;
};

const goalText = (goal, sign = '×') => {
  if (goal === undefined) return '';
  return goal.atMost === undefined ? `≥ ${goal.atLeast} ${sign}` : `≤ ${goal.atMost} ${sign}`;
};

const cellsOf = (row) => {
  const met = isMet(row);
  // Where more is better the ratio says how many times faster ours is.
  return [
    row.work,
    `${round(row.ours)} ${row.unit}`,
    `${round(row.peer)} ${row.unit}`,
    `${row.ratio.toFixed(2)} ${row.sign ?? '×'}`,
    goalText(row.goal, row.sign),
    met === undefined ? '' : met ? 'yes' : 'NO',
    row.against,
  ];
};

/** The rows as a Markdown table whose columns also line up in a terminal. */
export const tableOf = (rows) => {
  const lines = [['work', 'ours', 'peer or floor', 'ratio', 'goal', 'met', 'peer or floor is'], ...rows.map(cellsOf)];
  const widths = lines[0].map((_, column) => Math.max(...lines.map((line) => line[column].length)));
  const numeric = (column) => column >= 1 && column <= 4;
  const pad = (text, column) => (numeric(column) ? text.padStart(widths[column]) : text.padEnd(widths[column]));
  const text = (line) => `| ${line.map(pad).join(' | ')} |`;
  const rule = `|${widths.map((width, column) => (numeric(column) ? `${'-'.repeat(width + 1)}:` : '-'.repeat(width + 2))).join('|')}|`;
  return [text(lines[0]), rule, ...lines.slice(1).map(text)].join('\n');
};
