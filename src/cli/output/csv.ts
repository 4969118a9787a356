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
  const lines = [columns, ...rows].map((row) => `${row.map(field).join(',')}\r\n`);
  return (options.bom ? '\uFEFF' : '') + lines.join('');
}
