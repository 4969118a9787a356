import { z } from 'zod';
import type { Grid, GridCell } from '../../extract/document.js';
import { catalogue } from '../classify/catalogue.js';
import type { CodeScheme } from '../report.js';
import { readSeedJson } from '../seeds.js';
import { editDistance } from './edit-distance.js';
import { bareForm } from './lexicon.js';
import { digitsOf, namesOfCode, schemeOf } from './snap-codes.js';

/*
 * The codes of a column, read together: a name says which code it has, and a code stands below its parent and behind its elder siblings. What
 * each reading costs is added up along the column; the cheapest codes are taken where all others are clearly dearer.
 */

/** Prices of what speaks against a code, in the same unit. Only their order and sums matter. */
const PRICE = {
  /** A digit of the code that was read as one that looks like it, or as another; lost or put in. */
  lookAlike: 2,
  otherDigit: 3,
  /** A character of the name that was read otherwise; a name that has nothing to do with it. */
  character: 2,
  otherName: 8,
  /** A code that the catalogue does not have: its forms grow every year. Where the engine was sure, and where not. */
  unknown: { sure: 3, unsure: 9 },
  /** No class above it; its class, but not its section; not behind the one before it. */
  orphan: 6,
  skippedLevel: 3,
  disorder: 4,
} as const;
/** Codes dearer than this by themselves are not looked at. */
const MOST = 12;
/** So many of them are weighed against each other. */
const CHOICES = 15;
/** By how much every other code must be dearer. */
const MARGIN = 3;
/** Surer readings of known codes are not looked into. */
const SURE = 0.97;
/** Share of the characters of a name that may differ for it to be the same. */
const SAME_NAME = 0.5;
/** As much of the model of misreadings as codes need: the same engines read the same digits. */
const confusions = z.object({ digits: z.array(z.object({ pair: z.string().length(2) })) });
const HAN = /\p{Script=Han}/u;

interface Choice {
  readonly code: string;
  readonly price: number;
}

/**
 * The code cells of columns of codes with the codes that were printed there, where what was read beside and around leaves only one.
 * @param columns of codes, each with the names behind it
 */
export function codesOfTree(grid: Grid, columns: ReadonlySet<number>): ReadonlyMap<GridCell, string> {
  const corrected = new Map<GridCell, string>();
  for (const column of columns) {
    const rows = rowsOf(grid, column);
    const scheme = schemeOfColumn(rows.map(({ read }) => read));
    if (scheme === null) continue;
    const choices = rows.map(({ cell, read, name }) => choicesFor(read, name, cell.confidence ?? 0, scheme));
    const codes = onlyCodes(choices);
    rows.forEach(({ cell, read }, index) => {
      const code = codes[index] ?? null;
      if (code === null || code === read) return;
      const [above, below] = [codes[index - 1] ?? undefined, codes[index + 1] ?? undefined];
      const order = (one: string) =>
        (index === 0 ? 0 : priceOfOrder(above, one)) + (below === undefined ? 0 : priceOfOrder(one, below));
      // A name beside the code of another is a contradiction that the report may print: only the codes around can say that it does not.
      if (order(code) < order(read)) corrected.set(cell, code);
    });
  }
  return corrected;
}

interface CodeRow {
  readonly cell: GridCell;
  /** What was read for the code, letters that stand for digits as digits. */
  readonly read: string;
  /** Letters and digits of the name behind it, as read. */
  readonly name: string;
}

/** Rows with something like a code in this column and words behind it, from top to bottom. */
function rowsOf(grid: Grid, column: number): readonly CodeRow[] {
  const at = new Map(grid.cells.map((cell) => [`${cell.row} ${cell.column}`, cell]));
  return grid.cells
    .filter((cell) => cell.column === column && cell.readings !== undefined)
    .sort((a, b) => a.row - b.row)
    .flatMap((cell) => {
      const name = at.get(`${cell.row} ${column + cell.columnSpan}`);
      const read = digitsOf(cell.text) ?? cell.text.normalize('NFKC').replace(/\s/gu, '');
      const isCode = (read.match(/\d/g) ?? []).length >= 2 && !HAN.test(read);
      return isCode && name !== undefined && HAN.test(name.text) ? [{ cell, read, name: bareForm(name.text) }] : [];
    });
}

/** The scheme that most of the known codes of a column belong to. */
function schemeOfColumn(codes: readonly string[]): CodeScheme | null {
  const counts = new Map<CodeScheme, number>();
  for (const code of codes) {
    const scheme = namesOfCode(code).length > 0 ? schemeOf(code) : null;
    if (scheme !== null) counts.set(scheme, (counts.get(scheme) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

/** What may be printed where this was read: codes of the catalogue near to it or to its name, and what was read itself. */
function choicesFor(read: string, name: string, confidence: number, scheme: CodeScheme): readonly Choice[] {
  const best = new Map<string, number>();
  const isSure = confidence >= SURE && namesOfCode(read).length > 0;
  for (const { code, bare } of isSure ? [] : entriesWithBare(scheme)) {
    const ofCode = code === read ? 0 : priceOfCode(read, code);
    if (ofCode > MOST) continue;
    const price = ofCode + priceOfName(name, bare, MOST - ofCode);
    if (price <= MOST && price < (best.get(code) ?? Infinity)) best.set(code, price);
  }
  const own = best.get(read) ?? (confidence >= SURE ? PRICE.unknown.sure : PRICE.unknown.unsure);
  best.delete(read);
  const others = [...best].map(([code, price]) => ({ code, price })).sort((a, b) => a.price - b.price);
  return [{ code: read, price: own }, ...others.slice(0, CHOICES)];
}

const bareEntries = new Map<CodeScheme, readonly { readonly code: string; readonly bare: string }[]>();

function entriesWithBare(scheme: CodeScheme): readonly { readonly code: string; readonly bare: string }[] {
  const known = bareEntries.get(scheme) ?? catalogue(scheme).map(({ code, name }) => ({ code, bare: bareForm(name) }));
  bareEntries.set(scheme, known);
  return known;
}

function priceOfCode(read: string, code: string): number {
  if (read.length !== code.length) {
    const limit = Math.floor(MOST / PRICE.otherDigit);
    return editDistance(read, code, limit) * PRICE.otherDigit;
  }
  let price = 0;
  for (let at = 0; at < code.length && price <= MOST; at++)
    if (read[at] !== code[at])
      price += isLookAlike(read[at] ?? '', code[at] ?? '') ? PRICE.lookAlike : PRICE.otherDigit;
  return price;
}

let lookAlikes: ReadonlySet<string> | undefined;

function isLookAlike(one: string, other: string): boolean {
  lookAlikes ??= new Set(
    readSeedJson('ocr/confusions.json', confusions).digits.flatMap(({ pair: [a = '', b = ''] }) => [a + b, b + a]),
  );
  return lookAlikes.has(one + other);
}

/** @param most above this the price need not be right */
function priceOfName(read: string, name: string, most: number): number {
  if (read === name) return 0;
  const limit = Math.min(Math.floor(name.length * SAME_NAME), Math.floor(most / PRICE.character));
  const distance = editDistance(read, name, limit);
  return distance > limit ? PRICE.otherName : Math.min(PRICE.otherName, distance * PRICE.character);
}

/** What it costs that a code stands behind another one. */
function priceOfOrder(before: string | undefined, code: string): number {
  if (code.length === 3) return before === undefined || code > before.slice(0, 3) ? 0 : PRICE.disorder;
  if (before === undefined || !before.startsWith(code.slice(0, 3))) return PRICE.orphan;
  if (!before.startsWith(code.slice(0, -2))) return PRICE.skippedLevel;
  return before.length < code.length || code > before.slice(0, code.length) ? 0 : PRICE.disorder;
}

/** For each row the code of which all others cost more; `null` where none does by the margin. */
function onlyCodes(rows: readonly (readonly Choice[])[]): readonly (string | null)[] {
  const down: Map<string, number>[] = [];
  rows.forEach((choices, index) => {
    const before = down[index - 1];
    const first = index === 0;
    down.push(
      new Map(
        choices.map(({ code, price }) => [
          code,
          price + (first ? 0 : least([...(before ?? [])].map(([other, sum]) => sum + priceOfOrder(other, code)))),
        ]),
      ),
    );
  });
  const up: Map<string, number>[] = [];
  for (let index = rows.length - 1; index >= 0; index--) {
    const [below, after] = [rows[index + 1] ?? [], up[0]];
    const sums = (rows[index] ?? []).map(({ code }): [string, number] => [
      code,
      below.length === 0
        ? 0
        : least(below.map((next) => next.price + priceOfOrder(code, next.code) + (after?.get(next.code) ?? 0))),
    ]);
    up.unshift(new Map(sums));
  }
  return rows.map((choices, index) => {
    const whole = choices
      .map(({ code }) => ({ code, price: (down[index]?.get(code) ?? 0) + (up[index]?.get(code) ?? 0) }))
      .sort((a, b) => a.price - b.price);
    const [best, second] = whole;
    if (best === undefined) return null;
    return second === undefined || second.price - best.price >= MARGIN ? best.code : null;
  });
}

function least(prices: readonly number[]): number {
  return Math.min(...prices);
}
