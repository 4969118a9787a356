import type { Claim, ClaimSubject } from '../../../normalize/narrative/claim.js';
import type { Report } from '../../../normalize/report.js';
import type { Check, Identity } from '../../check.js';
import { type ClaimAt, claimSubject, claimsOf, claimTerm } from '../../claims.js';

const PARTS: readonly ClaimSubject[] = ['procurement-goods', 'procurement-works', 'procurement-services'];

function isSameAccount(a: Claim, b: Claim): boolean {
  return a.section === b.section && a.phase === b.phase && a.year === b.year;
}

/** The first claim about a subject in the section of another. */
export function siblingOf(report: Report, { claim }: ClaimAt, subject: ClaimSubject): ClaimAt | undefined {
  return claimsOf(report).find((at) => at.claim.subject === subject && isSameAccount(at.claim, claim));
}

function identity(report: Report, total: ClaimAt): readonly Identity[] {
  const left = claimTerm(total, 'amount');
  if (total.claim.subject !== 'procurement' || left === null) return [];
  const parts = PARTS.flatMap((subject) => siblingOf(report, total, subject) ?? []);
  const right = parts.flatMap((at) => claimTerm(at, 'amount') ?? []);
  if (right.length < 2) return [];
  // Jiangsu prints no works where there are none; then a gap may be works.
  const doubt = right.length === PARTS.length ? null : '货物、工程、服务没有全部印出';
  return [{ subject: claimSubject(report, total), shape: 'sum', left: [left], right, doubt }];
}

/** Procurement is goods, works and services (forms-and-identities 2.4). */
export const procurementTotal: Check = {
  id: 'procurement/total',
  zh: '政府采购支出总额 = 货物 + 工程 + 服务',
  en: 'procurement = goods + works + services',
  severity: 'error',
  notApplicable: 'Only where the total and at least two of the three are printed.',
  identities: (report) => claimsOf(report).flatMap((at) => identity(report, at)),
};
