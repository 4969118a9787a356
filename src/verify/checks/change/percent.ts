import type { Diagnosis, Report, Severity } from '../../../normalize/report.js';
import type { Check, Judgement, Term } from '../../check.js';
import {
  amountsOf,
  type ClaimAt,
  claimSubject,
  claimsOf,
  claimTerm,
  printedOf,
  signed,
  signOfChange,
} from '../../claims.js';
import { diagnoseAmounts, type PrintedValue } from '../../diagnosis.js';
import { changeRatio, compareRate, growthRatio, type Rate, rateAt, ratio } from '../../interval.js';
import { bestOf, percentText, rateJudgement } from './rate-judgement.js';

const HUNDRED = 1_000_000;

/** The numbers that a percentage of change can be recomputed from. */
interface Basis {
  readonly terms: readonly Term[];
  readonly amount: PrintedValue;
  /** Signed. `null` where the base is printed and the change is not. */
  readonly change: PrintedValue | null;
  readonly base: PrintedValue | null;
  readonly rate: Rate | null;
}

function basisOf(at: ClaimAt, amountTerm: Term): Basis | null {
  const amount = printedOf(amountTerm);
  const changeTerm = claimTerm(at, 'change');
  const baseTerm = claimTerm(at, 'base');
  const sign = signOfChange(at.claim, at.claim.numbers.change);
  const printedChange = changeTerm && printedOf(changeTerm);
  const change = printedChange && sign !== null ? signed(printedChange, sign) : null;
  const base = baseTerm && printedOf(baseTerm);
  if (amount === null) return null;
  if (base && baseTerm) {
    const rate = change ? ratio(change, base) : growthRatio(amount, base);
    const terms = [amountTerm, baseTerm, ...(changeTerm ? [changeTerm] : [])];
    return { terms, amount, change, base, rate };
  }
  if (!change || !changeTerm) return null;
  return { terms: [amountTerm, changeTerm], amount, change, base: null, rate: changeRatio(amount, change) };
}

/** The base is zero: 净增加 without a percentage, 100 % and, for nothing at all, 0.00 % are conventions of the form. */
function isZeroBase({ amount, change, base }: Basis): boolean {
  return base !== null ? base.value === 0 : change !== null && change.value === amount.value;
}

/** Which slip makes the printed percentage: over the wrong base, of the wrong direction, or a wrong digit. */
function diagnose(printed: PrintedValue, { amount, change, base, rate }: Basis): Diagnosis | null {
  const moved = change ?? (base ? { value: amount.value - base.value, step: Math.max(amount.step, base.step) } : null);
  if (rate === null || moved === null) return null;
  const fits = (other: Rate | null) => other !== null && ['exact', 'rounding'].includes(compareRate(printed, other));
  if (fits(ratio(moved, amount))) return 'wrong-base';
  const turned = { value: -moved.value, step: moved.step };
  const turnedPrint = { value: -printed.value, step: printed.step };
  if (moved.value !== 0 && base === null && compareRate(turnedPrint, changeRatio(amount, turned) ?? rate) === 'exact')
    return 'wrong-direction';
  if (fits(negative(rate))) return 'wrong-direction';
  const expected = rateAt(rate, printed.step);
  return expected === null ? null : diagnoseAmounts(printed, { value: expected, step: printed.step });
}

function negative({ point, low, high }: Rate): Rate {
  const turn = ({ over, under }: Rate['point']) => ({ over: -over, under });
  return { point: turn(point), low: turn(high), high: turn(low) };
}

function judge(report: Report, at: ClaimAt): readonly Judgement[] {
  const term = claimTerm(at, 'percent');
  const printed = term && printedOf(term);
  const sign = signOfChange(at.claim, at.claim.numbers.percent);
  if (!term || !printed || (sign === null && printed.value !== 0)) return [];
  const value = signed(printed, sign ?? 1);
  const bases = amountsOf(report, at).flatMap((amount) => basisOf(at, amount) ?? []);
  const [first] = bases;
  if (first === undefined) return [];
  const subject = claimSubject(report, at);
  const about = [term.path];
  if (bases.some(isZeroBase)) return [zeroBase(subject, term, printed, first, about)];
  const candidates = bases.flatMap((basis) => (basis.rate === null ? [] : [{ ...basis, rate: basis.rate }]));
  const best = bestOf(value, candidates);
  if (best === undefined) return [notApplicable(subject, term, first.terms, '上年数可能为零，比例无法核对')];
  const diagnosis = best.verdict === 'wrong' ? diagnose(value, best) : null;
  return [rateJudgement({ ...best, subject, term, printed: value, diagnosis })];
}

function notApplicable(subject: string, term: Term, terms: readonly Term[], right: string): Judgement {
  return {
    subject,
    outcome: 'not-applicable',
    measure: 'percent',
    left: `${term.figure?.printed ?? ''}%`,
    right,
    terms: [term, ...terms],
    about: [],
    diagnosis: null,
    message: '',
  };
}

function zeroBase(
  subject: string,
  term: Term,
  printed: PrintedValue,
  basis: Basis,
  about: readonly string[],
): Judgement {
  const magnitude = Math.abs(printed.value);
  const conventional = magnitude === HUNDRED || magnitude === 0;
  const plain = notApplicable(subject, term, basis.terms, '上年数为零');
  if (conventional) return plain;
  const severity: Severity = 'warning';
  const message = `上年数为零，比例没有意义，却印成${percentText(magnitude)}。`;
  return { ...plain, outcome: 'violation', about, message, severity };
}

/** A percentage of change recomputed from the amount and its change, or from both ends (N02). */
export const changePercent: Check = {
  id: 'change/percent',
  zh: '增减比例 = 增减额 ÷ 上年数（上年数 = 本年数 − 增减额）',
  en: 'percentage of change = change / value of the year before, each printed number taken with its half step',
  severity: 'error',
  notApplicable: 'A base of zero: 净增加 without a percentage, 100 % and 0.00 % are conventions.',
  identities: () => [],
  judgements: (report) => claimsOf(report).flatMap((at) => judge(report, at)),
};
