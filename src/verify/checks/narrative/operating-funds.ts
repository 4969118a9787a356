import type { Report } from '../../../normalize/report.js';
import type { Check, Judgement, Term } from '../../check.js';
import { type ClaimAt, claimSubject, claimsOf, claimTerm, isZeroValue, printedOf } from '../../claims.js';
import { codeOf } from '../../code-tree.js';
import { BASIC_EXPENDITURE } from '../../forms.js';
import { downTerm, type LocatedRow, rowsOf, statementsOf } from '../../terms.js';
import { termText } from '../../wording.js';

/** The class whose amount is all the operating funds of a table without a foot. */
const SUPPLIES = '302';

/** 公用经费合计 of the basic expenditure table, in any of the forms that it takes. */
function publicTotal(report: Report): Term | null {
  for (const table of statementsOf(report, BASIC_EXPENDITURE)) {
    const lines = rowsOf(table, null);
    const cell = (line: LocatedRow | undefined, column: string) =>
      line?.row.figures[column]?.amount ? { ...downTerm(line, column), label: '公用经费合计' } : null;
    const foot = lines.find(({ row }) => row.key === 'public-total');
    const total = lines.find(({ row }) => row.key === 'total');
    const found = cell(foot, 'amount') ?? cell(foot, 'total') ?? cell(total, 'public');
    if (found !== null) return found;
    const classes = lines.filter((line) => codeOf(line)?.length === 3 && !['301', '303'].includes(codeOf(line) ?? ''));
    const supplies = classes.find((line) => codeOf(line) === SUPPLIES);
    // Without a foot one class is the total only where it stands alone.
    if (classes.length === 1 && supplies !== undefined) return cell(supplies, 'amount') ?? cell(supplies, 'total');
  }
  return null;
}

function judge(report: Report, at: ClaimAt): readonly Judgement[] {
  const own = claimTerm(at, 'amount');
  const limit = publicTotal(report);
  const [a, b] = [own && printedOf(own), limit && printedOf(limit)];
  if (!own || !limit || !a || !b) return [];
  const gap = a.value - b.value;
  const slack = Math.max(a.step, b.step);
  const isEqual = 2 * Math.abs(gap) <= slack;
  const holds = gap <= slack;
  return [
    {
      subject: claimSubject(report, at),
      outcome: isEqual ? 'exact' : holds ? 'not-applicable' : 'violation',
      measure: 'money',
      left: termText(own),
      right: termText(limit),
      terms: [own, limit],
      about: isEqual ? [own.path] : [],
      diagnosis: null,
      message: holds ? '' : `机关运行经费大于公用经费：${termText(own)}，${termText(limit)}。`,
    },
  ];
}

/** 本单位为事业单位 beside an amount that only administrations have. */
function institution(report: Report, at: ClaimAt): readonly Judgement[] {
  const own = claimTerm(at, 'amount');
  const said = /事业单位[，,]?(没有|无|不涉及)机关运行经费/u.test(at.claim.text);
  if (own === null || !said) return [];
  const holds = isZeroValue(own);
  return [
    {
      subject: claimSubject(report, at),
      outcome: holds ? 'exact' : 'violation',
      measure: 'money',
      left: termText(own),
      right: '没有机关运行经费',
      terms: [own],
      about: [],
      diagnosis: holds ? null : 'self-contradiction',
      message: holds ? '' : `正文说事业单位没有机关运行经费，却又写有${termText(own)}。`,
    },
  ];
}

/** 机关运行经费 against 公用经费 (forms-and-identities 2.4). */
export const operatingFunds: Check = {
  id: 'narrative/operating-funds',
  zh: '机关运行经费 ≤ 公用经费合计；事业单位没有机关运行经费',
  en: 'operating funds of administrations are no more than the public total; plain institutions have none',
  severity: 'warning',
  notApplicable:
    'Lower where institutions are consolidated: only the administrations count. Older forms add project money.',
  identities: () => [],
  judgements: (report) =>
    claimsOf(report)
      .filter(({ claim }) => claim.subject === 'operating-funds' && claim.year === 'current')
      .flatMap((at) => [...judge(report, at), ...institution(report, at)]),
};
