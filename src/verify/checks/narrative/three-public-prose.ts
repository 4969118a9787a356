import type { Claim, ClaimSubject } from '../../../normalize/narrative/claim.js';
import type { Report } from '../../../normalize/report.js';
import type { Check, Identity, Term } from '../../check.js';
import { type ClaimAt, claimSubject, claimsOf, claimTerm, signOfChange } from '../../claims.js';

/** What the “三公” total and the vehicles consist of. */
const PARTS: readonly (readonly [whole: ClaimSubject, parts: readonly ClaimSubject[]])[] = [
  ['three-public', ['abroad', 'vehicle', 'reception']],
  ['vehicle', ['vehicle-purchase', 'vehicle-operation']],
];

/** The claims of one account: same phase and year, and the sections near each other, the first of each subject. */
function partsOf(report: Report, whole: ClaimAt, subjects: readonly ClaimSubject[]): readonly ClaimAt[] | null {
  const own = sectionRoot(report, whole.claim.section);
  const found = subjects.map((subject) =>
    claimsOf(report).find(
      ({ claim }) =>
        claim.subject === subject &&
        claim.phase === whole.claim.phase &&
        claim.year === whole.claim.year &&
        claim.numbers.amount !== undefined &&
        sectionRoot(report, claim.section) === own,
    ),
  );
  const parts = found.filter((at) => at !== undefined);
  return parts.length === subjects.length ? parts : null;
}

/** The section of the second level that a section lies in: 七、“三公”经费支出决算情况说明. */
function sectionRoot(report: Report, id: number): number {
  let section = report.sections.find((one) => one.id === id);
  while (section !== undefined && section.level > 2 && section.parent !== null) {
    const { parent } = section;
    section = report.sections.find((one) => one.id === parent);
  }
  return section?.id ?? id;
}

function sums(
  report: Report,
  termsOf: (at: ClaimAt) => readonly Term[] | null,
  isComparable: (a: Claim, b: Claim) => boolean,
  shape: Identity['shape'],
): readonly Identity[] {
  return PARTS.flatMap(([subject, subjects]) =>
    claimsOf(report).flatMap((whole) => {
      const left = whole.claim.subject === subject ? termsOf(whole) : null;
      const parts = left === null || left.length === 0 ? null : partsOf(report, whole, subjects);
      if (left === null || parts === null || !parts.every((part) => isComparable(part.claim, whole.claim))) return [];
      const terms = parts.map(termsOf);
      if (terms.some((one) => one === null)) return [];
      return [
        { subject: claimSubject(report, whole), shape, left, right: terms.flatMap((one) => one ?? []), doubt: null },
      ];
    }),
  );
}

function amount(at: ClaimAt): readonly Term[] | null {
  const term = claimTerm(at, 'amount');
  return term === null ? null : [term];
}

/** The signed change; nothing for 持平; `null` where it is not said. */
function change(at: ClaimAt): readonly Term[] | null {
  const { claim } = at;
  const sign = signOfChange(claim, claim.numbers.change);
  const term = sign === null ? null : claimTerm(at, 'change', (claim.numbers.change?.value ?? 0) < 0 ? 1 : sign);
  if (term !== null) return [term];
  return claim.direction === 'unchanged' ? [] : null;
}

function isSameComparison(a: Claim, b: Claim): boolean {
  const [left, right] = [a.against, b.against];
  return left !== null && right !== null && left.year === right.year && left.phase === right.phase;
}

/** The “三公” amounts of the prose among themselves (forms-and-identities 2.4). */
export const threePublicProse: readonly Check[] = [
  {
    id: 'three-public/prose-total',
    zh: '正文“三公”经费 = 因公出国（境）费 + 公务用车购置及运行费 + 公务接待费',
    en: 'three public expenses in the prose = travel abroad + vehicles + receptions; vehicles = purchase + running costs',
    severity: 'error',
    notApplicable: 'Only where the prose states the total and each of its parts, for the same phase and year.',
    identities: (report) => sums(report, amount, () => true, 'sum'),
  },
  {
    id: 'three-public/prose-change',
    zh: '正文“三公”经费的增减额 = 各项增减额之和',
    en: 'change of the three public expenses in the prose = sum of the changes of their parts',
    severity: 'error',
    notApplicable: 'Only where total and parts are compared with the same year and phase; 持平 counts as no change.',
    identities: (report) => sums(report, change, isSameComparison, 'balance'),
  },
];
