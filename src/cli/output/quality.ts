import type { FigureStatus } from '../../normalize/report.js';
import type { VerifiedReport } from '../../verify/check.js';

/** How far the arithmetic of a report confirms its figures. Empty cells are not figures. */
export type FigureCounts = Readonly<Record<'figures' | FigureStatus, number>>;

/** Counts the figures that print something, by status. Pure. */
export function countFigures(statements: VerifiedReport['statements']): FigureCounts {
  const counts = { figures: 0, verified: 0, consistent: 0, unverified: 0, disputed: 0, repaired: 0 };
  for (const { rows } of statements) {
    for (const figure of rows.flatMap((row) => Object.values(row.figures))) {
      if (figure.reading !== 'blank') {
        counts.figures += 1;
        counts[figure.status] += 1;
      }
    }
  }
  return counts;
}

/** "120 figures: 100 verified (83%), 5 consistent, 15 unverified, 0 disputed, 0 repaired". Pure. */
export function qualityLine(counts: FigureCounts): string {
  const share = counts.figures === 0 ? '' : ` (${Math.floor((100 * counts.verified) / counts.figures)}%)`;
  return (
    `${counts.figures} ${counts.figures === 1 ? 'figure' : 'figures'}: ${counts.verified} verified${share}, ${counts.consistent} consistent, ` +
    `${counts.unverified} unverified, ${counts.disputed} disputed, ${counts.repaired} repaired`
  );
}
