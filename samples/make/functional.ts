import { readFileSync } from 'node:fs';
import { sum } from './money.js';

/** An item 项 of the functional classification with one integer a column. */
export interface FunctionalItem {
  readonly code: string;
  readonly values: readonly number[];
}

/** A printed row of a functional statement: class 类, section 款 or item 项. */
export interface FunctionalRow extends FunctionalItem {
  readonly label: string;
}

/**
 * The rows of a statement by function, parents before children, each parent the sum of its children. Items must come
 * in order of code. Items without any amount are left out. Throws when a code has no name.
 */
export function functionalRows(
  items: readonly FunctionalItem[],
  names: Readonly<Record<string, string>>,
): FunctionalRow[] {
  const printed = items.filter((item) => item.values.some((value) => value !== 0));
  const codes = new Set(printed.flatMap(({ code }) => [code.slice(0, 3), code.slice(0, 5), code]));
  return [...codes].map((code) => {
    return {
      code,
      label: functionalName(code, names),
      values: columnSums(printed.filter((item) => item.code.startsWith(code))),
    };
  });
}

/** The name of a functional code: the one given, or the newest in seeds/codes. Throws when the code has no name. */
export function functionalName(code: string, names: Readonly<Record<string, string>>): string {
  const name = names[code] ?? officialNames().get(code);
  if (name === undefined) throw new Error(`expected a name for the functional code ${code}`);
  return name;
}

let official: ReadonlyMap<string, string> | undefined;

/** Names of the functional classification that are valid today, by code. */
function officialNames(): ReadonlyMap<string, string> {
  official ??= new Map(
    readFileSync(new URL('../../seeds/codes/functional.tsv', import.meta.url), 'utf8')
      .split('\n')
      .map((line) => line.split('\t'))
      .filter(([, , , , , validTo]) => validTo === '')
      .map(([code = '', name = '']) => [code, name]),
  );
  return official;
}

/** Sum of every column over the given items. */
export function columnSums(items: readonly FunctionalItem[]): number[] {
  const width = items[0]?.values.length ?? 0;
  return Array.from({ length: width }, (_, column) => sum(items.map((item) => item.values[column] ?? 0)));
}

/** The three code cells 类, 款, 项 of a row; a shorter code leaves the last cells empty. */
export function codeCells(code: string): [string, string, string] {
  return [code.slice(0, 3), code.slice(3, 5), code.slice(5, 7)];
}
