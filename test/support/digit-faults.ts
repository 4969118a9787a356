import type { Figure, Report } from '../../src/normalize/report.js';
import { CHECKS } from '../../src/verify/checks/index.js';
import { contradictions } from '../../src/verify/correction.js';
import { coefficients, evaluate } from '../../src/verify/identity.js';
import type { Evaluated } from '../../src/verify/status.js';

/** A printed number with one of its digits replaced. */
export interface DigitFault {
  readonly path: string;
  readonly printed: string;
  readonly changed: string;
}

/** Every way to replace one digit of a printed number by another; a leading zero before other digits is no print of a number. */
export function digitFaults(path: string, printed: string): readonly DigitFault[] {
  return [...printed].flatMap((digit, at) =>
    /\d/.test(digit)
      ? [...'0123456789']
          .filter((other) => other !== digit)
          .map((other) => ({ path, printed, changed: printed.slice(0, at) + other + printed.slice(at + 1) }))
          .filter(({ changed }) => !/^0\d/.test(changed))
      : [],
  );
}

/** All figures of the statements with their paths. */
export function figuresOf({ statements }: Report): readonly (readonly [path: string, figure: Figure])[] {
  return statements.flatMap((statement, s) =>
    statement.rows.flatMap((row, r) =>
      Object.entries(row.figures).map(([column, figure]) => [`${s}/${r}/${column}`, figure] as const),
    ),
  );
}

/** The figure as it would be read with these digits; decimals and unit stay. */
export function misprinted(figure: Figure, changed: string): Figure {
  if (figure.amount === null) return figure;
  const { stepFen } = figure.amount;
  return { ...figure, printed: changed, amount: { stepFen, fen: Number(changed.replace(/\D/g, '')) * stepFen } };
}

/** The report with one figure replaced. */
export function withFigure(report: Report, path: string, changed: Figure): Report {
  const [s = '', r = '', column = ''] = path.split('/');
  return {
    ...report,
    statements: report.statements.map((statement, index) =>
      String(index) !== s
        ? statement
        : {
            ...statement,
            rows: statement.rows.map((row, at) =>
              String(at) !== r ? row : { ...row, figures: { ...row.figures, [column]: changed } },
            ),
          },
    ),
  };
}

/** Every identity of every check with what came of it. */
export function evaluatedOf(report: Report): readonly Evaluated[] {
  return CHECKS.flatMap((check) =>
    check.identities(report).map((identity) => ({ check: check.id, identity, evaluation: evaluate(identity) })),
  );
}

export interface FaultTally {
  readonly faults: number;
  /** Some identity no longer holds. */
  readonly detected: number;
  /** One correction of one number explains it, and it is the right one. */
  readonly unique: number;
  /** One correction explains it, and it is a wrong one. */
  readonly misled: number;
}

/**
 * Replaces each digit of each number that stands in an identity, one at a time, and tells what the identities say. Only those that the number
 * stands in are evaluated again: the others do not change.
 */
export function tallyDigitFaults(report: Report, wanted: (figure: Figure) => boolean): FaultTally {
  const evaluated = evaluatedOf(report);
  const byPath = new Map<string, Evaluated[]>();
  for (const one of evaluated)
    for (const [path, coefficient] of coefficients(one.identity))
      if (coefficient !== 0) byPath.set(path, [...(byPath.get(path) ?? []), one]);
  const tally = { faults: 0, detected: 0, unique: 0, misled: 0 };
  for (const [path, figure] of figuresOf(report)) {
    const touched = byPath.get(path);
    if (touched === undefined || !wanted(figure)) continue;
    const rest = evaluated.filter((one) => !touched.includes(one));
    for (const { changed } of digitFaults(path, figure.printed)) {
      tally.faults++;
      const wrong = misprinted(figure, changed);
      const again = touched.map(({ check, identity }) => {
        const put = (terms: Evaluated['identity']['left']) =>
          terms.map((term) => (term.path === path ? { ...term, figure: wrong } : term));
        const altered = { ...identity, left: put(identity.left), right: put(identity.right) };
        return { check, identity: altered, evaluation: evaluate(altered) };
      });
      if (again.some(({ evaluation }) => evaluation.outcome !== 'exact')) tally.detected++;
      const found = contradictions([...again, ...rest], true);
      const [only] = found;
      if (found.length !== 1 || only?.corrections.length !== 1) continue;
      if (only.corrections[0]?.path === path && only.corrections[0].to === figure.amount?.fen) tally.unique++;
      else tally.misled++;
    }
  }
  return tally;
}
