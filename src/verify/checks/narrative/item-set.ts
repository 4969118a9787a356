import type { ClaimSubject } from '../../../normalize/narrative/claim.js';
import type { Report } from '../../../normalize/report.js';
import { type ClaimAt, claimsOf, claimTerm, printedOf } from '../../claims.js';

/** The claims about single functions that list what a total consists of. */
const ITEMS_OF: Readonly<Partial<Record<ClaimSubject, readonly ClaimSubject[]>>> = {
  'general-budget-expenditure': ['general-budget-function'],
  'fiscal-expenditure': ['fiscal-function', 'general-budget-function'],
  expenditure: ['expenditure-function'],
};

/** Digits of the code of an item 项. */
const ITEM = 7;

/** The items 项 that stand under a total: in its section or one below, of its phase and year, each code once. */
export function itemsUnder(report: Report, total: ClaimAt): readonly ClaimAt[] {
  const subjects = ITEMS_OF[total.claim.subject] ?? [];
  const sections = sectionsUnder(report, total.claim.section);
  const seen = new Set<string>();
  return claimsOf(report).filter(({ claim }) => {
    const code = claim.code?.code ?? '';
    if (!subjects.includes(claim.subject) || code.length !== ITEM || seen.has(code)) return false;
    if (claim.phase !== total.claim.phase || claim.year !== total.claim.year || !sections.has(claim.section))
      return false;
    seen.add(code);
    return true;
  });
}

/** A section and those below it. */
function sectionsUnder(report: Report, id: number): ReadonlySet<number> {
  const found = new Set([id]);
  for (const section of report.sections)
    if (section.parent !== null && found.has(section.parent)) found.add(section.id);
  return found;
}

/** Whether the amounts of the items add up to the total within rounding: then nothing is left out. */
export function isWholeSet(total: ClaimAt, items: readonly ClaimAt[]): boolean {
  const values = [total, ...items].map((at) => {
    const term = claimTerm(at, 'amount');
    return term && printedOf(term);
  });
  const [whole, ...parts] = values;
  if (!whole || parts.some((part) => part === null)) return false;
  const sum = parts.reduce((all, part) => all + (part?.value ?? 0), 0);
  const slack = values.reduce((all, one) => all + (one !== null && one.value !== 0 ? one.step : 0), 0);
  return 2 * Math.abs(sum - whole.value) <= slack;
}
