import { readAmount } from '../../normalize/figures/amount.js';
import type { Unit } from '../../normalize/figures/unit.js';
import type { Amount, Figure } from '../../normalize/printed.js';
import type { Report } from '../../normalize/report.js';
import type { Accepted } from './acceptance.js';
import { printedNumber } from './candidates.js';
import type { ImageFigure } from './image-figure.js';
import type { Problem } from './problem.js';

/** Name of the edit that a repair leaves on a figure. */
const REPAIR = 'repair';

/** An amount as the statement prints it, without separators: "-2568.50". */
export function printedText(amount: Amount, unit: Unit): string {
  const { isNegative, digits, decimals } = printedNumber(amount, unit);
  const whole = digits.slice(0, digits.length - decimals);
  return `${isNegative ? '-' : ''}${whole}${decimals > 0 ? `.${digits.slice(-decimals)}` : ''}`;
}

/** The figure with its new amount. What was read stays in `printed` and `readings`, and the reason stands in `repair`. */
function repairedFigure({ figure, unit, readings }: ImageFigure, { change, support }: Accepted): Figure {
  const { amount, candidate } = change;
  const reading = candidate?.reading ?? null;
  // An engine that saw nothing where the other may have seen 0.00 does not make the cell empty.
  const isZero = readings.some((one) => one.amount?.fen === 0);
  const isNothing = !isZero && reading !== null && amount.fen === 0 && readAmount(reading.text, unit).amount === null;
  const to = isNothing ? '' : printedText(amount, unit);
  return {
    ...figure,
    reading: isNothing ? 'blank' : 'amount',
    amount: isNothing ? null : amount,
    edits: [...figure.edits, { rule: REPAIR, from: figure.edits.at(-1)?.to ?? figure.printed, to }],
    status: 'repaired',
    repair: {
      read: figure.amount,
      checks: [...new Set(support.map(({ evaluated }) => evaluated.check))],
      reading,
    },
  };
}

/** The report with these changes made. */
export function withRepairs(report: Report, problem: Problem, accepted: readonly Accepted[]): Report {
  const byPath = new Map(accepted.map((one) => [one.change.path, one]));
  const statements = report.statements.map((statement, s) => ({
    ...statement,
    rows: statement.rows.map((row, r) => {
      const figures = Object.entries(row.figures).map(([column, figure]): [string, Figure] => {
        const one = byPath.get(`${s}/${r}/${column}`);
        const image = problem.images.get(`${s}/${r}/${column}`);
        return [column, one && image ? repairedFigure(image, one) : figure];
      });
      return { ...row, figures: Object.fromEntries(figures) };
    }),
  }));
  return { ...report, statements };
}
