import { z } from 'zod';
import { readSeedTable } from '../seeds.js';
import { halfWidth } from '../text/full-width.js';

/** A unit of money as printed, and its worth: 万元 is 1 000 000 fen. */
export interface Unit {
  readonly text: string;
  readonly fenPerUnit: number;
}

const unitRow = z
  .object({ printed: z.string().regex(/元$/, 'a word that ends in 元'), fen_per_unit: z.string().regex(/^10+$/) })
  .transform((row): Unit => ({ text: row.printed, fenPerUnit: Number(row.fen_per_unit) }));

/** All units of money, from seeds/text/money-units.tsv. */
function moneyUnits(): readonly Unit[] {
  return readSeedTable('text/money-units.tsv', unitRow);
}

/** The unit that the word itself is, blanks ignored: "万元", "万 元". `null` for every other text. */
export function unitOf(word: string): Unit | null {
  const bare = word.replace(/\s/g, '');
  return moneyUnits().find((unit) => unit.text === bare) ?? null;
}

/**
 * The unit that a unit line or a column head names: "单位：泉州市… 单位：万元", "金额单位:元", "编制单位：X  单位：元",
 * "预算数（万元）", "单位 ： 人民币万元". 单位 also means the body, so only a word of money counts, and only where no further
 * ideograph follows ("单位：元氏县财政局" is a body). `null` for none, and for two that contradict each other.
 */
export function findUnit(text: string): Unit | null {
  if (!text.includes('元')) return null;
  const line = halfWidth(text);
  const bare = line.replace(/\s/g, '');
  const found = new Map<string, Unit>();
  for (const { unit, named, bracketed } of namedUnits()) {
    if (named.test(line) || bracketed.test(line) || unit.text === bare) found.set(unit.text, unit);
  }
  const [only, ...others] = [...found.values()];
  return only !== undefined && others.length === 0 ? only : null;
}

interface NamedUnit {
  readonly unit: Unit;
  readonly named: RegExp;
  readonly bracketed: RegExp;
}

let compiled: readonly NamedUnit[] | undefined;

/** The patterns of each unit, compiled once: every line of a report is asked. */
function namedUnits(): readonly NamedUnit[] {
  compiled ??= moneyUnits().map((unit) => {
    const word = [...unit.text].join('\\s*');
    const currency = '(?:人\\s*民\\s*币\\s*)?';
    return {
      unit,
      named: new RegExp(`单\\s*位\\s*[:为是]?\\s*${currency}${word}(?!\\p{Script=Han})`, 'u'),
      bracketed: new RegExp(`[(\\[〔【]\\s*${currency}${word}\\s*[)\\]〕】]`, 'u'),
    };
  });
  return compiled;
}
