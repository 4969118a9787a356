import { terminalWidth } from './terminal-width.js';

/** A column of a terminal table. */
export interface TableColumn {
  readonly header: string;
  /** Numbers stand right, words left. */
  readonly align: 'left' | 'right';
}

/** `text` filled with blanks to `width` terminal cells; an East Asian wide character takes two. */
function pad(text: string, width: number, align: TableColumn['align']): string {
  const blanks = ' '.repeat(Math.max(0, width - terminalWidth(text)));
  return align === 'right' ? blanks + text : text + blanks;
}

/** Line breaks and tabs would tear the table; the CSV and JSON forms keep them. */
function oneLine(text: string): string {
  return text.replace(/[\t\r\n]+/g, ' ');
}

/**
 * A plain table with a header, a rule and two blanks between columns, aligned by terminal width.
 * Every row has a cell for every column. Ends with a line break. Pure.
 */
export function formatTable(columns: readonly TableColumn[], rows: readonly (readonly string[])[]): string {
  const cells = rows.map((row) => row.map(oneLine));
  const widths = columns.map((column, index) =>
    cells.reduce((widest, row) => Math.max(widest, terminalWidth(row[index] ?? '')), terminalWidth(column.header)),
  );
  const line = (texts: readonly string[]): string =>
    columns
      .map((column, index) => pad(texts[index] ?? '', widths[index] ?? 0, column.align))
      .join('  ')
      .trimEnd();
  const rule = widths.map((width) => '-'.repeat(width)).join('  ');
  return [line(columns.map((column) => column.header)), rule, ...cells.map(line)].map((text) => `${text}\n`).join('');
}
