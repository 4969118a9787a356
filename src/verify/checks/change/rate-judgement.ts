import type { Diagnosis, Severity } from '../../../normalize/report.js';
import type { Judgement, Term } from '../../check.js';
import { printedOf } from '../../claims.js';
import { diagnoseAmounts, type PrintedValue } from '../../diagnosis.js';
import { compareRate, type Rate, type RateVerdict, rateAt, ratio } from '../../interval.js';
import { decimalText, termText } from '../../wording.js';

/** A percentage in ten-thousandths for people: 264300 is "26.43%". */
export function percentText(tenThousandths: number): string {
  return `${decimalText(tenThousandths)}%`;
}

/** Numbers that a percentage can be recomputed from, and what they give. */
export interface RateCandidate {
  readonly terms: readonly Term[];
  readonly rate: Rate;
}

const ORDER: readonly RateVerdict[] = ['exact', 'rounding', 'truncated', 'nudged', 'wrong'];

/** The candidate that explains a printed percentage best, with its verdict. Where several amounts are printed, one that fits is enough. */
export function bestOf<Candidate extends RateCandidate>(
  printed: PrintedValue,
  candidates: readonly Candidate[],
): (Candidate & { readonly verdict: RateVerdict }) | undefined {
  const judged = candidates.map((one) => ({ ...one, verdict: compareRate(printed, one.rate) }));
  return judged.sort((a, b) => ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict))[0];
}

/** Each pair of a part and a whole whose ratio can be told. */
export function ratios(parts: readonly Term[], wholes: readonly Term[]): readonly RateCandidate[] {
  return parts.flatMap((part) =>
    wholes.flatMap((whole) => {
      const [a, b] = [printedOf(part), printedOf(whole)];
      const rate = a && b ? ratio(a, b) : null;
      return rate === null ? [] : [{ terms: [part, whole], rate }];
    }),
  );
}

/** The slip that makes a wrong percentage out of the one that should be printed. */
export function rateSlip(
  printed: PrintedValue,
  { rate, verdict }: { rate: Rate; verdict: RateVerdict },
): Diagnosis | null {
  const expected = rateAt(rate, printed.step);
  if (verdict !== 'wrong' || expected === null) return null;
  return diagnoseAmounts(printed, { value: expected, step: printed.step });
}

/** What a judgement of a percentage is made of. */
export interface RateCase {
  readonly subject: string;
  /** The printed percentage. */
  readonly term: Term;
  /** Its value with the sign that its direction gives it. */
  readonly printed: PrintedValue;
  readonly rate: Rate;
  readonly verdict: RateVerdict;
  /** The numbers it was recomputed from. */
  readonly terms: readonly Term[];
  readonly diagnosis: Diagnosis | null;
  /** More evidence, a sentence without its full stop. */
  readonly evidence?: string;
}

const REMARKS: Readonly<Record<RateVerdict, string>> = {
  exact: '',
  rounding: '',
  truncated: '末位是截去的，没有四舍五入',
  nudged: '相差一个末位，四舍五入不能解释',
  wrong: '',
};

const SEVERITY: Readonly<Partial<Record<RateVerdict, Severity>>> = { truncated: 'note', nudged: 'note' };

/**
 * The judgement of a percentage. What was cut off, or moved by one last place, is a note: somebody worked with other last places,
 * and no reader is misled.
 */
export function rateJudgement(it: RateCase): Judgement {
  const { subject, term, printed, rate, verdict, terms, evidence } = it;
  const expected = rateAt(rate, printed.step);
  const right = expected === null ? '无法算出' : percentText(Math.abs(expected));
  const held = verdict === 'exact' || verdict === 'rounding';
  const numbers = terms.map(termText).join('，');
  const turned = expected !== null && printed.value !== 0 && expected < 0 !== printed.value < 0 ? '（方向相反）' : '';
  const remarks = [REMARKS[verdict], evidence ?? ''].filter((text) => text !== '').map((text) => `；${text}`);
  const severity = SEVERITY[verdict];
  return {
    subject,
    outcome: held ? verdict : 'violation',
    measure: 'percent',
    left: percentText(Math.abs(printed.value)),
    right,
    terms: [term, ...terms],
    // A percentage that was only cut off is read well: it is not disputed.
    about: verdict === 'truncated' || verdict === 'nudged' ? [] : [term.path],
    diagnosis: verdict === 'truncated' ? 'truncated' : verdict === 'nudged' ? 'rounding' : it.diagnosis,
    message: held ? '' : `${termText(term)}，按${numbers}应为 ${right}${turned}${remarks.join('')}。`,
    ...(severity === undefined ? {} : { severity }),
  };
}
