import { type LocatedRow, rowsOf } from './terms.js';

/** A row with its classification code: "208" for key '208' and for key 'func-208' of a two-sided table. */
export interface CodedRow {
  readonly code: string;
  readonly line: LocatedRow;
}

/**
 * The classification code of a row; `null` where it has none, or one that no scheme can have ("7 11 02" in a Shanghai
 * unit budget, for 210 11 02): such a row belongs somewhere, but nobody may guess where.
 */
export function codeOf({ row }: LocatedRow): string | null {
  if (row.code?.match === 'unlikely') return null;
  const code = row.code?.code ?? row.key.replace(/^func-/, '');
  return /^\d{3}(\d{2}){0,2}$/.test(code) ? code : null;
}

const coded = new WeakMap<readonly LocatedRow[], readonly CodedRow[]>();

/** The rows with a code, in printed order. */
export function codedRows(lines: readonly LocatedRow[]): readonly CodedRow[] {
  const known = coded.get(lines);
  if (known !== undefined) return known;
  const rows = lines.flatMap((line) => {
    const code = codeOf(line);
    return code === null ? [] : [{ code, line }];
  });
  coded.set(lines, rows);
  return rows;
}

const families = new WeakMap<readonly CodedRow[], ReadonlyMap<string | null, readonly CodedRow[]>>();

/**
 * The printed rows directly under a code, or under none (`null`): those whose nearest printed ancestor it is. A section that
 * is not printed is so stepped over, and a class still adds up from its items. Order on the page does not matter:
 * one Jiangsu budget of 2018 prints 30211 after 30299.
 */
export function childrenOf(parent: string | null, rows: readonly CodedRow[]): readonly CodedRow[] {
  const known = families.get(rows) ?? familiesOf(rows);
  families.set(rows, known);
  return known.get(parent) ?? [];
}

function familiesOf(rows: readonly CodedRow[]): ReadonlyMap<string | null, readonly CodedRow[]> {
  const printed = new Set(rows.map(({ code }) => code));
  const byParent = new Map<string | null, CodedRow[]>();
  for (const row of rows) {
    const parent = nearestAncestor(row.code, printed);
    const siblings = byParent.get(parent);
    if (siblings) siblings.push(row);
    else byParent.set(parent, [row]);
  }
  return byParent;
}

/** The nearest code above this one that is printed; `null` for none. */
export function nearestAncestor(code: string, printed: { has(code: string): boolean }): string | null {
  for (let length = code.length - 2; length >= 3; length -= 2) {
    const ancestor = code.slice(0, length);
    if (printed.has(ancestor)) return ancestor;
  }
  return null;
}

const byCode = new WeakMap<readonly CodedRow[], ReadonlyMap<string, readonly LocatedRow[]>>();

/** The rows of each code. More than one where a table lists several units, or prints a code twice. */
export function rowsByCode(rows: readonly CodedRow[]): ReadonlyMap<string, readonly LocatedRow[]> {
  const known = byCode.get(rows);
  if (known !== undefined) return known;
  const index = new Map<string, LocatedRow[]>();
  for (const { code, line } of rows) {
    const same = index.get(code);
    if (same) same.push(line);
    else index.set(code, [line]);
  }
  byCode.set(rows, index);
  return index;
}

/** The coded rows of a table without panels. */
export function codedRowsOf(table: LocatedRow['table']): readonly CodedRow[] {
  return codedRows(rowsOf(table, null));
}
