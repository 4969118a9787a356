import type { ClaimRole } from '../../../normalize/narrative/claim.js';
import type { Diagnosis, Report } from '../../../normalize/report.js';
import type { Check, Identity, Term } from '../../check.js';
import { type ClaimAt, cellsOf, claimSubject, claimsOf, claimTerm, isSameAmount, printedOf } from '../../claims.js';
import { diagnoseAmounts } from '../../diagnosis.js';
import { isPriorYearAmount, otherCellWith, saysOtherwise } from './whence.js';

const MONEY_ROLES: readonly ClaimRole[] = ['amount', 'change', 'base'];

/** One last place apart: tables of one report are nudged by 0.01 so that a column closes, and prose follows one of them. */
function isLastPlace(stated: Term, cell: Term): boolean {
  const [a, b] = [printedOf(stated), printedOf(cell)];
  return a !== null && b !== null && a.value !== 0 && Math.abs(a.value - b.value) <= Math.max(a.step, b.step);
}

function tie(report: Report, at: ClaimAt, stated: Term, cell: Term): Identity {
  const [a, b] = [printedOf(stated), printedOf(cell)];
  const wrong = a !== null && b !== null && !isSameAmount(a, b);
  const elsewhere = wrong ? otherCellWith(report, stated, cell) : null;
  const hint = elsewhere === null ? '' : `（正文的数见于${elsewhere.label}）`;
  return {
    subject: claimSubject(report, at) + hint,
    shape: 'same-fact',
    left: [stated],
    right: [cell],
    doubt: null,
    blames: [stated.path],
    ...(wrong && isLastPlace(stated, cell) ? { severity: 'note' as const } : {}),
  };
}

function identities(report: Report): readonly Identity[] {
  return claimsOf(report).flatMap((at) =>
    MONEY_ROLES.flatMap((role) => {
      const stated = claimTerm(at, role);
      if (stated === null) return [];
      return cellsOf(report, at, role).map((cell) => tie(report, at, stated, cell));
    }),
  );
}

function diagnose({ left, right }: Identity, _: unknown, report: Report): Diagnosis | null {
  const [[stated], [cell]] = [left, right];
  const [printed, expected] = [stated && printedOf(stated), cell && printedOf(cell)];
  if (!stated || !cell || !printed || !expected) return null;
  if (isLastPlace(stated, cell)) return 'rounding';
  if (saysOtherwise(report, stated, expected)) return 'self-contradiction';
  const slip = diagnoseAmounts(printed, expected);
  if (slip === 'unit-slip' || slip === 'decimal-slip') return slip;
  if (otherCellWith(report, stated, cell) !== null) return 'quoted-other-table';
  if (isPriorYearAmount(report, stated)) return 'stale-year';
  return slip;
}

/** Amounts of the prose against the cells that they repeat (N01). */
export const narrativeAmount: Check = {
  id: 'narrative/amount',
  zh: '文字说明中的金额 = 报表中的同一金额',
  en: 'an amount in the prose = the cell of the statement that it repeats',
  severity: 'error',
  notApplicable:
    'Only where the prose names its subject so that one cell is meant; tables in 元 agree within half a last place.',
  identities,
  diagnose,
};
