import type { Report } from '../../../normalize/report.js';
import type { Check, Judgement, Term } from '../../check.js';
import { amountsOf, type ClaimAt, claimSubject, claimsOf, claimTerm, isZeroValue, printedOf } from '../../claims.js';
import { termText } from '../../wording.js';

const WORDS = { increase: '增加', decrease: '减少', unchanged: '持平', new: '净增加', gone: '净减少' } as const;
type Sign = 'more' | 'less' | 'equal';
const SIGN_WORDS: Readonly<Record<Sign, string>> = { more: '增加', less: '减少', equal: '持平' };

/** What the numbers say, within half steps; `null` where they do not tell. */
function signOf(amount: Term, base: Term): Sign | null {
  const [a, b] = [printedOf(amount), printedOf(base)];
  if (a === null || b === null) return null;
  const gap = a.value - b.value;
  return gap === 0 ? 'equal' : gap > 0 ? 'more' : 'less';
}

function isOneStep(amount: Term, base: Term): boolean {
  const [a, b] = [printedOf(amount), printedOf(base)];
  return a !== null && b !== null && Math.abs(a.value - b.value) <= Math.max(a.step, b.step);
}

/** Both ends are printed: 2023年预算执行数为60.13万元 … 减少. A zero change may be worded 增加0.00万元. */
function againstBase(report: Report, at: ClaimAt): readonly Judgement[] {
  const { direction } = at.claim;
  const base = claimTerm(at, 'base');
  const amounts = amountsOf(report, at);
  const [amount] = amounts;
  if (direction === null || base === null || amount === undefined) return [];
  const change = claimTerm(at, 'change');
  const zeroChange = change !== null && isZeroValue(change);
  const holds = (one: Term) => {
    const sign = signOf(one, base);
    if (direction === 'unchanged')
      return sign === 'equal' || (isOneStep(one, base) && at.claim.text.includes('基本持平'));
    if (direction === 'increase' || direction === 'new') return sign === 'more' || (sign === 'equal' && zeroChange);
    return sign === 'less' || (sign === 'equal' && zeroChange);
  };
  const right = SIGN_WORDS[signOf(amount, base) ?? 'equal'];
  const said = WORDS[direction];
  const message = `正文说“${said}”，但${termText(amount)}，${termText(base)}，应为“${right}”。`;
  return [judged(report, at, amounts.some(holds), said, right, [amount, base, ...(change ? [change] : [])], message)];
}

/** 持平 beside a change that is not zero. */
function unchangedByAmount(report: Report, at: ClaimAt): readonly Judgement[] {
  const change = claimTerm(at, 'change');
  if (at.claim.direction !== 'unchanged' || change === null || claimTerm(at, 'base') !== null) return [];
  const message = `正文说“持平”，却又印了${termText(change)}。`;
  return [judged(report, at, isZeroValue(change), '持平', termText(change), [change], message)];
}

/** An increase larger than the amount itself leaves a year before below zero. */
function moreThanAll(report: Report, at: ClaimAt): readonly Judgement[] {
  const change = claimTerm(at, 'change');
  const [direction, amounts] = [at.claim.direction, amountsOf(report, at)];
  const [amount] = amounts;
  const grew = direction === 'increase' || direction === 'new';
  if (!grew || change === null || amount === undefined || claimTerm(at, 'base') !== null) return [];
  const moved = printedOf(change);
  if (moved === null || moved.value <= 0) return [];
  const holds = (one: Term) => {
    const value = printedOf(one);
    return value === null || value.value < 0 || moved.value - value.value <= Math.max(moved.step, value.step);
  };
  const message = `增加额${termText(change)}大于金额本身${termText(amount)}，上年数会小于零。`;
  return [judged(report, at, amounts.some(holds), '增加', '减少', [amount, change], message)];
}

function judged(
  report: Report,
  at: ClaimAt,
  holds: boolean,
  left: string,
  right: string,
  terms: readonly Term[],
  message: string,
): Judgement {
  return {
    subject: claimSubject(report, at),
    outcome: holds ? 'exact' : 'violation',
    measure: 'money',
    left,
    right: holds ? left : right,
    terms,
    about: holds ? [] : terms.slice(0, 1).map(({ path }) => path),
    diagnosis: holds ? null : 'wrong-direction',
    message: holds ? '' : message,
    places: at.claim.places,
  };
}

/** Words of change against the numbers beside them (N02). */
export const changeDirection: Check = {
  id: 'change/direction',
  zh: '增加、减少、持平的说法与金额一致',
  en: 'the words increase, decrease and unchanged agree with the amounts',
  severity: 'error',
  notApplicable: '增加0.00万元 for no change is a convention of the form; 净增加 may also mean a net increase.',
  identities: () => [],
  judgements: (report) =>
    claimsOf(report).flatMap((at) => [
      ...againstBase(report, at),
      ...unchangedByAmount(report, at),
      ...moreThanAll(report, at),
    ]),
};
