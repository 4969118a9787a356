import { mapQuantities } from '../normalize/quantities.js';
import type { Figure, FigureStatus, Report, Statement } from '../normalize/report.js';
import type { Identity, Judgement } from './check.js';
import { confirmedNumbers, isFromImage } from './confirmation.js';
import { coefficients, type Evaluation } from './identity.js';

/** An identity with what came of it, and the check that asked. */
export interface Evaluated {
  readonly check: string;
  readonly identity: Identity;
  readonly evaluation: Evaluation;
}

/** Weight of the statuses that an identity can give: a failing identity outweighs an exact one, an exact one rounding. */
const WEIGHT: Readonly<Record<FigureStatus, number>> = {
  unverified: 0,
  consistent: 1,
  verified: 2,
  repaired: 2,
  disputed: 3,
};

/**
 * What one identity says of its figures. A total below its largest part is unresolved because nobody knows which of the
 * printed values was misread; until somebody does, each of them is disputed.
 */
function statusFrom({ outcome, reason }: Pick<Evaluation, 'outcome' | 'reason'>): FigureStatus {
  if (outcome === 'exact') return 'verified';
  if (outcome === 'rounding') return 'consistent';
  return outcome === 'violation' || reason === 'total-below-part' ? 'disputed' : 'unverified';
}

/**
 * The status of each figure that takes part in an identity, by path. A figure that cancels out of an identity (it stands on
 * both sides) gets nothing from it: any other reading would fit as well. What was read from an image is verified by exact identities only
 * where no likely misreading would leave them exact (`confirmation.ts`); else it is consistent.
 */
export function figureStatuses(
  evaluated: readonly Evaluated[],
  judgements: readonly Judgement[] = [],
): ReadonlyMap<string, FigureStatus> {
  const statuses = new Map<string, FigureStatus>();
  const raise = (path: string, status: FigureStatus): void => {
    if (WEIGHT[status] > WEIGHT[statuses.get(path) ?? 'unverified']) statuses.set(path, status);
  };
  for (const { identity, evaluation } of evaluated) {
    const status = statusFrom(evaluation);
    const spared = (path: string) => status === 'disputed' && identity.blames?.includes(path) === false;
    for (const [path, coefficient] of coefficients(identity))
      if (coefficient !== 0 && !spared(path)) raise(path, status);
  }
  for (const { outcome, about } of judgements)
    for (const path of about) raise(path, statusFrom({ outcome, reason: null }));
  const exact = evaluated.flatMap(({ identity, evaluation }) => (evaluation.outcome === 'exact' ? [identity] : []));
  const read = imagePaths(exact);
  if (read.size === 0) return statuses;
  const confirmed = confirmedNumbers(exact, (path) => statuses.get(path) === 'disputed');
  for (const path of read)
    if (statuses.get(path) === 'verified' && !confirmed.has(path)) statuses.set(path, 'consistent');
  return statuses;
}

/** Paths of the numbers in these identities that were read from an image. */
function imagePaths(identities: readonly Identity[]): ReadonlySet<string> {
  const paths = new Set<string>();
  for (const { left, right } of identities)
    for (const side of [left, right])
      for (const { path, figure } of side) if (figure !== null && isFromImage(figure)) paths.add(path);
  return paths;
}

/** The report with a status on every figure and quantity. A repaired figure stays repaired unless an identity now fails. */
export function withStatuses(report: Report, statuses: ReadonlyMap<string, FigureStatus>): Report {
  const statements = report.statements.map((statement, s) => {
    const printsZeros = zerosArePrinted(statement);
    return {
      ...statement,
      rows: statement.rows.map((row, r) => ({
        ...row,
        figures: Object.fromEntries(
          Object.entries(row.figures).map(([column, figure]) => {
            const given = statuses.get(`${s}/${r}/${column}`) ?? 'unverified';
            const status = printsZeros && isUnseen(figure) && given !== 'disputed' ? 'unverified' : given;
            const kept = figure.status === 'repaired' && status !== 'disputed' ? 'repaired' : status;
            return [column, { ...figure, status: kept }];
          }),
        ),
      })),
    };
  });
  const quantities = mapQuantities(report, (path, quantity) => ({
    ...quantity,
    status: statuses.get(path) ?? 'unverified',
  }));
  return { ...report, statements, ...quantities };
}

/**
 * Whether a scanned statement prints 0.00 where there is nothing: an empty cell of it is one in which nothing was seen (a stamp may cover
 * it), and an identity that holds without it says nothing of what stands there.
 */
function zerosArePrinted({ rows }: Statement): boolean {
  let [zeros, blanks] = [0, 0];
  for (const { figures } of rows)
    for (const figure of Object.values(figures)) {
      if (isUnseen(figure)) blanks++;
      else if (isFromImage(figure) && figure.amount?.fen === 0) zeros++;
    }
  return zeros > blanks;
}

function isUnseen(figure: Figure): boolean {
  return figure.reading === 'blank' && isFromImage(figure);
}
