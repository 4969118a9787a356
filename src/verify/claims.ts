import type { Claim, ClaimRole } from '../normalize/narrative/claim.js';
import type { Quantity } from '../normalize/printed.js';
import type { Report } from '../normalize/report.js';
import type { Term } from './check.js';
import type { PrintedValue } from './diagnosis.js';
import { quantityTerm, tableTerm } from './terms.js';
import { integerOf, stepOf } from './value.js';

/** A claim with its index in the report, from which the paths of its numbers are made. */
export interface ClaimAt {
  readonly index: number;
  readonly claim: Claim;
}

/** What a number of a claim is called in a message, after the words that name the claim. */
const ROLE_WORDS: Readonly<Record<ClaimRole, string>> = {
  amount: '',
  change: '增减额',
  percent: '增减比例',
  completion: '完成率',
  share: '占比',
  base: '比较基数',
};

/** A label or title without its quotation marks: messages set it between their own. */
export function unquoted(words: string): string {
  return words.replace(/[“”"]/gu, '');
}

/** The claims of a report in the order of the prose. */
export function claimsOf(report: Report): readonly ClaimAt[] {
  return report.claims.map((claim, index) => ({ index, claim }));
}

/** A number of a claim as a term, with its sign; `null` where the claim has none or it could not be read. */
export function claimTerm({ index, claim }: ClaimAt, role: ClaimRole, sign: 1 | -1 = 1): Term | null {
  const quantity = claim.numbers[role];
  if (quantity === undefined || quantity.value === null || quantity.step === null) return null;
  return { ...quantityTerm(`claim/${index}/${role}`, `${unquoted(claim.label)}${ROLE_WORDS[role]}`, quantity), sign };
}

/** Value and last place of a term for arithmetic; `null` where it was not read. The sign of the term is not applied. */
export function printedOf(term: Term): PrintedValue | null {
  const [value, step] = [integerOf(term.figure), stepOf(term.figure)];
  return value === null || step === null ? null : { value, step };
}

/** The figure at a path `<statement>/<row>/<column key>` as a term, named by table, row and column; `null` where there is none. */
export function cellTerm(report: Report, path: string): Term | null {
  const [s = '', r = '', ...column] = path.split('/');
  const statement = report.statements[Number(s)];
  const row = statement?.rows[Number(r)];
  if (statement === undefined || row === undefined || row.figures[column.join('/')] === undefined) return null;
  return tableTerm({ table: { index: Number(s), statement }, index: Number(r), row }, column.join('/'));
}

/** The cells of the tables that a number of a claim repeats. */
export function cellsOf(report: Report, { claim }: ClaimAt, role: ClaimRole): readonly Term[] {
  return (claim.figures[role] ?? []).flatMap((path) => cellTerm(report, path) ?? []);
}

/** Whether two printed values are the same amount, as far as their last places tell. */
export function isSameAmount(a: PrintedValue, b: PrintedValue): boolean {
  return 2 * Math.abs(a.value - b.value) <= (a.step === b.step ? 0 : Math.max(a.step, b.step));
}

/**
 * The amounts to compute with: the one that the prose states, and the cell it repeats where that is another one. When the prose has
 * its amount wrong, its percentages may still be those of the true amount: that is one fault, not two.
 */
export function amountsOf(report: Report, at: ClaimAt): readonly Term[] {
  const stated = claimTerm(at, 'amount');
  const cells = cellsOf(report, at, 'amount').filter((cell) => printedOf(cell) !== null);
  if (stated === null) return cells.slice(0, 1);
  const differing = cells.find((cell) => !agree(stated, cell));
  return differing === undefined ? [stated] : [stated, differing];
}

/** Whether the amount of a claim is that of the cells it repeats. True where it repeats none. */
export function isAmountRight(report: Report, at: ClaimAt): boolean {
  return amountsOf(report, at).length < 2;
}

function agree(a: Term, b: Term): boolean {
  const [left, right] = [printedOf(a), printedOf(b)];
  return left === null || right === null || isSameAmount(left, right);
}

/**
 * The change with its sign: 减少 is negative. `null` where no change is printed or its direction is not said. A printed minus under
 * 增加 turns the direction; under 减少 it only repeats it.
 */
export function signOfChange({ direction }: Claim, printed: Quantity | undefined): 1 | -1 | null {
  if (direction === null) return null;
  if (direction === 'decrease' || direction === 'gone') return -1;
  return (printed?.value ?? 0) < 0 ? -1 : 1;
}

/** A printed value with another sign: that of the direction, whatever the print says. */
export function signed({ value, step }: PrintedValue, sign: 1 | -1): PrintedValue {
  return { value: sign * Math.abs(value), step };
}

/** “财政拨款收入决算情况说明”，本年收入: what a judgement about a claim is about. */
export function claimSubject(report: Report, { claim }: ClaimAt, ...details: readonly string[]): string {
  const section = report.sections.find(({ id }) => id === claim.section);
  const title = section === undefined || section.title === '' ? '文字说明' : `“${unquoted(section.title)}”`;
  return [title, unquoted(claim.label), ...details].filter((part) => part !== '').join('，');
}

/** Whether two claims are about the same subject: the same words of the field, member of the family, and function. */
export function isSameSubject(a: Claim, b: Claim): boolean {
  return a.subject === b.subject && a.row === b.row && (a.code?.code ?? null) === (b.code?.code ?? null);
}

/** Whether a term is nothing: zero, blank or not read. */
export function isZeroValue(term: Term): boolean {
  return (printedOf(term)?.value ?? 0) === 0;
}
