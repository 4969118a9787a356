import type { Diagnosis, Report } from '../normalize/report.js';
import { type Correction, contradictions } from './correction.js';
import { diagnoseAmounts } from './diagnosis.js';
import type { Evaluated } from './status.js';
import { stepOf } from './value.js';
import { termText, valueText } from './wording.js';

/** What a failing identity may owe to a single wrong number. */
export interface Hint {
  readonly diagnosis: Diagnosis | null;
  /** A sentence without its full stop. */
  readonly text: string;
}

const SLIPS: Readonly<Partial<Record<Diagnosis, string>>> = {
  'unit-slip': '像是把元与万元弄混了',
  'decimal-slip': '像是小数点错了位',
  transposed: '像是相邻两位数字颠倒了',
  'digit-slip': '像是一位数字之误',
};

function hintOf(report: Report, one: Evaluated, { term, from, to }: Correction): Hint {
  const step = stepOf(term.figure) ?? 1;
  const diagnosis = diagnoseAmounts({ value: from, step }, { value: to, step });
  const slip = (diagnosis && SLIPS[diagnosis]) ?? null;
  const should = valueText(report, one.identity, to);
  return { diagnosis, text: `只有${termText(term)}改为 ${should}，有关的等式才全部成立${slip ? `，${slip}` : ''}` };
}

/**
 * Hints for failing identities: where exactly one number, changed, makes all of them hold that share numbers. Nothing is changed by it;
 * with several such numbers, or none, there is no hint.
 */
export function hintsFor(report: Report, evaluated: readonly Evaluated[]): ReadonlyMap<Evaluated, Hint> {
  const hints = new Map<Evaluated, Hint>();
  for (const { violations, corrections } of contradictions(evaluated)) {
    const [only, another] = corrections;
    if (only === undefined || another !== undefined) continue;
    // What an identity does not blame, it does not propose to change: the table has its own sums, the prose has not.
    for (const one of violations)
      if (one.identity.blames?.includes(only.path) !== false) hints.set(one, hintOf(report, one, only));
  }
  return hints;
}
