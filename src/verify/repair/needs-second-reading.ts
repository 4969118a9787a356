import type { Figure } from '../../normalize/printed.js';
import { secondReading } from '../agreement.js';
import type { VerifiedReport } from '../check.js';

/** An empty cell is read again only where something does not add up; every other figure where nothing proves it. */
function isInDoubt({ status, reading }: Figure): boolean {
  if (status === 'verified' || status === 'repaired') return false;
  return status === 'disputed' || reading === 'amount' || reading === 'unreadable';
}

/**
 * Paths of the figures read from an image by one engine that the identities of the report do not confirm: the other engine should read them
 * again before `repair`. Figures that only weak identities confirm are `consistent` and among them.
 */
export function needsSecondReading({ statements }: VerifiedReport): readonly string[] {
  return statements.flatMap((statement, s) =>
    statement.rows.flatMap((row, r) =>
      Object.entries(row.figures).flatMap(([column, figure]) => {
        const { readings } = figure;
        const isRead = readings !== undefined && secondReading(readings) === undefined;
        return isRead && isInDoubt(figure) ? [`${s}/${r}/${column}`] : [];
      }),
    ),
  );
}
