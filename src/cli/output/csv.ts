/** A value of a result set. */
export type CsvValue = string | number | null;

/** RFC 4180: quotes around whatever holds a quote, a comma or a line break, quotes doubled. */
function field(value: CsvValue): string {
  const text = value === null ? '' : String(value);
  return /[",\r\n]/.test(text) || text.trim() !== text ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * CSV after RFC 4180 (lines end in CR LF), header first; null is an empty field.
 * `bom` puts U+FEFF in front, which spreadsheets on Chinese Windows need to see that it is UTF-8. Pure.
 */
export function formatCsv(
  columns: readonly string[],
  rows: readonly (readonly CsvValue[])[],
  options: { readonly bom: boolean },
): string {
  return [...csvLines(columns, rows, options)].join('');
}

/** The same line by line. */
export function* csvLines(
  columns: readonly string[],
  rows: Iterable<readonly CsvValue[]>,
  options: { readonly bom: boolean },
): Generator<string, void, undefined> {
  const line = (values: readonly CsvValue[]): string => `${values.map(field).join(',')}\r\n`;
  yield (options.bom ? '\uFEFF' : '') + line(columns);
  for (const row of rows) yield line(row);
}
