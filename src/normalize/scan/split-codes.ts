import type { Grid, GridCell } from '../../extract/document.js';
import { catalogue } from '../classify/catalogue.js';
import { bareForm } from './lexicon.js';
import { digitsOf, namesOfCode, schemeOf } from './snap-codes.js';

/** Neighbouring columns that print the 类, 款 and 项 of a code apart, and the column of the name behind them. */
interface SplitColumns {
  /** First the column of the class, then one or two of two digits each. */
  readonly columns: readonly number[];
  readonly name: number;
}

const HAN = /\p{Script=Han}/u;
/** Digits of 类; of 款 and of 项. */
const LENGTHS = [3, 2, 2] as const;
/** A column is one of codes when so many of its cells at least, and most of them, print digits of its length. */
const LEAST = 2;

/**
 * The cells of codes that are printed in columns of their own (科目编码 类 款 项), where what was read can be no part of a code (□, “.05”, 二)
 * or makes no code of the catalogue: the digits that the other parts of the row and its name leave as the only ones. Amounts are never
 * touched: only columns that print little else than such digits are looked at, and only rows with a name.
 * @param nameOf what is printed in the column of names, words corrected
 */
export function splitCodes(grid: Grid, nameOf: (cell: GridCell) => string): ReadonlyMap<GridCell, string> {
  const corrected = new Map<GridCell, string>();
  const at = new Map(grid.cells.map((cell) => [`${cell.row} ${cell.column}`, cell]));
  for (const { columns, name } of splitColumns(grid)) {
    let above = '';
    for (let row = 0; row < grid.rows; row++) {
      const label = at.get(`${row} ${name}`);
      const cells = columns.map((column) => at.get(`${row} ${column}`));
      if (label === undefined || !HAN.test(label.text) || !cells.every((cell) => cell !== undefined)) continue;
      const parts = partsOf(cells, nameOf(label), above);
      parts?.forEach((part, index) => {
        const cell = cells[index];
        if (cell !== undefined && part !== cell.text) corrected.set(cell, part);
      });
      above = parts?.join('') ?? above;
    }
  }
  return corrected;
}

function splitColumns(grid: Grid): SplitColumns[] {
  const lengths = new Map<number, number>();
  for (let column = 0; column < grid.columns; column++) {
    const printed = grid.cells.filter((cell) => cell.column === column && cell.text !== '' && !HAN.test(cell.text));
    const length = LENGTHS.find((each) => {
      const fitting = printed.filter(({ text }) => digitsOf(text)?.length === each);
      return fitting.length >= LEAST && fitting.length * 2 > printed.length && (each === 2 || fitting.some(isClass));
    });
    if (length !== undefined) lengths.set(column, length);
  }
  const found: SplitColumns[] = [];
  for (const [column, length] of lengths) {
    if (length !== LENGTHS[0]) continue;
    const columns = [column];
    while (columns.length < LENGTHS.length && lengths.get(column + columns.length) === 2)
      columns.push(column + columns.length);
    if (columns.length > 1) found.push({ columns, name: column + columns.length });
  }
  return found;
}

function isClass({ text }: GridCell): boolean {
  return namesOfCode(digitsOf(text) ?? '').length > 0;
}

/** The parts as they were printed; `null` where what was read stands, or may stand for several codes. */
function partsOf(cells: readonly GridCell[], name: string, above: string): readonly string[] | null {
  const read = cells.map(({ text }, index) => partOf(text, LENGTHS[index] ?? 2));
  const used = lastPrinted(read) + 1;
  // A row that prints no class (it stands in the row above), or a total: nothing to go by.
  if (used === 0 || read[0] === '') return null;
  const parts = read.slice(0, used).map((part) => (part === '' ? null : part));
  const rest = read.slice(used).map(() => '');
  if (parts.every((part) => part !== null)) {
    const code = parts.join('');
    if (namesOfCode(code).length > 0) return [...parts, ...rest];
  }
  const only =
    onlyCode(parts, bareForm(name), above) ?? (parts.every((part) => part !== null) ? null : onlyReading(cells, parts));
  return only === null ? null : [...split(only), ...rest];
}

/** The digits of a part, '' for an empty cell, `null` for what is no part of a code. */
function partOf(text: string, length: number): string | null {
  const bare = bareForm(text);
  if (text.trim() === '') return '';
  const digits = digitsOf(bare);
  return digits !== null && digits.length === length ? digits : null;
}

function lastPrinted(parts: readonly (string | null)[]): number {
  return parts.findLastIndex((part) => part !== '');
}

/**
 * The one code of the catalogue that has this name and the parts that were read, or differs from them in one digit. Many names stand in
 * several sections (行政运行, 信息化建设): an item stands below its section.
 * @param above the code of the nearest row above that has one
 */
function onlyCode(parts: readonly (string | null)[], bare: string, above: string): string | null {
  const scheme = schemeOf(parts[0] ?? '');
  if (bare === '' || scheme === null) return null;
  const length = parts.reduce((sum, _, index) => sum + (LENGTHS[index] ?? 2), 0);
  const most = parts.includes(null) ? 0 : 1;
  const codes = new Set<string>();
  for (const { code, name } of catalogue(scheme))
    if (code.length === length && bareForm(name) === bare && differences(code, parts) <= most) codes.add(code);
  const [only] = codes;
  if (codes.size === 1) return only ?? null;
  const section = above.slice(0, length - 2);
  return [...codes].find((code) => section !== '' && code.slice(0, length - 2) === section) ?? null;
}

/** How many digits of a code are not those that were read. */
function differences(code: string, parts: readonly (string | null)[]): number {
  return split(code).reduce((sum, printed, index) => {
    const part = parts[index];
    return part == null ? sum : sum + [...printed].filter((digit, at) => digit !== part[at]).length;
  }, 0);
}

/** The code that the engines' other readings of its unread parts give, where only one of those is in the catalogue. */
function onlyReading(cells: readonly GridCell[], parts: readonly (string | null)[]): string | null {
  let codes: readonly string[] = [''];
  parts.forEach((part, index) => {
    const choices = part === null ? otherReadings(cells[index], LENGTHS[index] ?? 2) : [part];
    codes = codes.flatMap((code) => choices.map((choice) => code + choice));
  });
  const known = codes.filter((code) => namesOfCode(code).length > 0);
  return known.length === 1 ? (known[0] ?? null) : null;
}

function otherReadings(cell: GridCell | undefined, length: number): readonly string[] {
  const read = (cell?.readings ?? []).flatMap(({ text }) => partOf(text, length) || []);
  return [...new Set(read)];
}

function split(code: string): string[] {
  return LENGTHS.flatMap((length, index) => {
    const start = LENGTHS.slice(0, index).reduce<number>((sum, each) => sum + each, 0);
    const part = code.slice(start, start + length);
    return part === '' ? [] : [part];
  });
}
