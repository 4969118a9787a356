import type { Place } from '../extract/place.js';
import type { Report, Statement } from '../normalize/report.js';
import type { Identity, Term } from './check.js';
import { moneyText } from './money-text.js';
import type { Evaluated } from './status.js';
import { integerOf, measureOf } from './value.js';

export function termsOf({ left, right }: Identity): readonly Term[] {
  return [...left, ...right];
}

export function pathsOf(terms: readonly Term[]): readonly string[] {
  return terms.flatMap(({ path }) => (path === '' ? [] : [path]));
}

export function placesOf(terms: readonly Term[]): readonly Place[] {
  return terms.flatMap(({ figure }) => figure?.places ?? []);
}

/** The statement that an identity is about: that of its first figure printed in a statement. */
function statementOf(report: Report, identity: Identity): Statement | undefined {
  const path = pathsOf(termsOf(identity)).find((one) => /^\d/.test(one));
  return path === undefined ? undefined : report.statements[Number(path.split('/')[0])];
}

/** Whether a term is certainly nothing: zero or blank. */
export function isZero({ figure }: Term): boolean {
  return figure !== null && figure.reading !== 'unreadable' && (integerOf(figure) ?? 0) === 0;
}

/** “行政运行”1511.89（第9页）: a term as a message names it. */
export function termText({ label, figure }: Term): string {
  if (figure === null) return `“${label}”没有找到`;
  const page = figure.places[0] ? `（第${figure.places[0].page}页）` : '';
  const unit = 'measure' in figure && figure.printed !== '' ? figure.unit : '';
  return `“${label}”${figure.printed === '' ? '空白' : figure.printed}${unit}${page}`;
}

/** One side of an identity: every addend with label, printed text and page; zeros and blanks only counted. */
export function sideText(terms: readonly Term[]): string {
  const [first] = terms;
  if (terms.length === 1 && first !== undefined) return termText(first);
  const addends = terms.filter((term) => !isZero(term));
  const zeros = terms.length - addends.length;
  const sum = addends.map((term, index) => {
    const sign = term.sign < 0 ? ' − ' : index === 0 ? '' : ' + ';
    return sign + termText(term);
  });
  if (addends.length === 0) return `${zeros} 项都是零或空白`;
  return sum.join('') + (zeros > 0 ? `（另有 ${zeros} 项为零或空白）` : '');
}

/** The places to look at: those of the figures that the message names. */
export function evidenceOf({ left, right }: Identity): readonly Place[] {
  const named = (terms: readonly Term[]) => (terms.length === 1 ? terms : terms.filter((term) => !isZero(term)));
  return placesOf([...named(left), ...named(right)]);
}

/** A value in ten-thousandths as a decimal number: 264300 is "26.43". */
export function decimalText(tenThousandths: number): string {
  const absolute = Math.abs(tenThousandths);
  const decimals = String(absolute % 10_000)
    .padStart(4, '0')
    .replace(/0+$/, '');
  const whole = Math.floor(absolute / 10_000);
  return `${tenThousandths < 0 ? '-' : ''}${whole}${decimals === '' ? '' : `.${decimals}`}`;
}

/** A value of an identity for people, in the unit that its first term prints. */
export function valueText(report: Report, identity: Identity, value: number): string {
  const first = termsOf(identity).find(({ figure }) => figure !== null)?.figure ?? null;
  const unit = first !== null && 'measure' in first ? first.unit : null;
  if (measureOf(first) !== 'money') return `${decimalText(value)} ${unit ?? ''}`.trimEnd();
  return moneyText(value, statementOf(report, identity)?.unit ?? unit);
}

/** Both sides, the gap, and how much of it rounding explains. */
export function gapText(report: Report, { identity, evaluation }: Evaluated): string {
  const text = (value: number | null) => valueText(report, identity, value ?? 0);
  const { leftFen, rightFen, gapFen, slackFen } = evaluation;
  const gap = text(Math.abs(gapFen ?? 0));
  return `左边 ${text(leftFen)}，右边 ${text(rightFen)}，相差 ${gap}（四舍五入最多能解释 ${text(slackFen)}）`;
}
