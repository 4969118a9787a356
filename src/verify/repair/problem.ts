import type { Amount, Report } from '../../normalize/report.js';
import type { Check, Identity, Term } from '../check.js';
import { coefficients, evaluate } from '../identity.js';
import type { Evaluated } from '../status.js';
import { integerOf, measureOf } from '../value.js';
import { termsOf } from '../wording.js';
import { type Candidate, candidatesOf, surcharge } from './candidates.js';
import { confusions } from './confusions.js';
import { type ImageFigure, imageFigures } from './image-figure.js';

/** A figure that may be changed, with what it may be changed to. */
export interface Cell {
  readonly image: ImageFigure;
  /** Fen as read; 0 where nothing was. */
  readonly value: number;
  /** Nobody can read it: it must become something. */
  readonly mustChange: boolean;
  readonly candidates: readonly Candidate[];
  /** Price of any other amount. */
  readonly freePrice: number;
}

/**
 * An identity of money over figures from images. `hard`: between figures of statements. `soft`: with a number of the prose or of a
 * self-evaluation, or with a doubt of its own: it may stay unsatisfied at a price.
 */
export interface Row {
  readonly evaluated: Evaluated;
  readonly kind: 'hard' | 'soft';
  readonly price: number;
  readonly coefficients: ReadonlyMap<string, number>;
  /** left - right in fen, as read. */
  readonly gap: number;
  /** Largest gap that rounding would explain if none of its figures were zero. */
  readonly slack: number;
  readonly state: 'exact' | 'rounding' | 'failing';
}

export interface Problem {
  readonly images: ReadonlyMap<string, ImageFigure>;
  /** The cell at a path; made when somebody asks: most figures are never asked. */
  readonly cellAt: (path: string) => Cell | undefined;
  readonly rows: readonly Row[];
  readonly rowsByPath: ReadonlyMap<string, readonly Row[]>;
}

/** Every identity of these checks. One that breaks has none; `verify` tells so. */
export function evaluateAll(report: Report, checks: readonly Check[]): readonly Evaluated[] {
  return checks.flatMap((check) => {
    try {
      const identities = check.identities(report);
      return identities.map((identity) => ({ check: check.id, identity, evaluation: evaluate(identity) }));
    } catch {
      return [];
    }
  });
}

/** The identity as it would stand with other amounts, by path. */
export function withAmounts(identity: Identity, amountAt: (path: string) => Amount | undefined): Identity {
  const put = (terms: readonly Term[]) =>
    terms.map((term): Term => {
      const amount = amountAt(term.path);
      if (amount === undefined || term.figure === null || 'measure' in term.figure) return term;
      return { ...term, figure: { ...term.figure, reading: 'amount', amount } };
    });
  return { ...identity, left: put(identity.left), right: put(identity.right) };
}

function slackOf(identity: Identity, images: ReadonlyMap<string, ImageFigure>): number {
  const filled = withAmounts(identity, (path) => {
    const image = images.get(path);
    if (image === undefined || (image.figure.amount?.fen ?? 0) !== 0) return undefined;
    const step = image.usualStep ?? image.unit.fenPerUnit;
    return { fen: step, stepFen: step };
  });
  return evaluate({ ...filled, doubt: null }).slackFen ?? 0;
}

function softPrice(identity: Identity): number | null {
  const { prices } = confusions();
  const quantities = termsOf(identity).flatMap(({ figure }) =>
    figure !== null && 'measure' in figure ? [figure] : [],
  );
  if (quantities.some(({ confidence }) => confidence !== null)) return prices.proseFromImage;
  return quantities.length > 0 || identity.doubt !== null ? prices.proseFromText : null;
}

function rowOf(evaluated: Evaluated, images: ReadonlyMap<string, ImageFigure>): Row | null {
  const { identity, evaluation } = evaluated;
  const terms = termsOf(identity);
  const sums = coefficients(identity);
  if (identity.right.length === 0 || ![...sums.keys()].some((path) => images.has(path))) return null;
  if (terms.some(({ figure }) => figure === null || measureOf(figure) !== 'money')) return null;
  const unread = terms.filter(({ figure }) => figure?.reading === 'unreadable');
  if (unread.some(({ path }) => !images.has(path))) return null;
  const side = (of: readonly Term[]) => of.reduce((sum, { sign, figure }) => sum + sign * (integerOf(figure) ?? 0), 0);
  const gap = side(identity.left) - side(identity.right);
  if (!Number.isSafeInteger(4 * gap)) return null;
  const { outcome } = evaluation;
  const holds = outcome === 'exact' || outcome === 'rounding';
  if (identity.doubt !== null && outcome !== 'exact') return null;
  const price = softPrice(identity);
  const state = outcome === 'not-applicable' ? 'exact' : holds ? outcome : 'failing';
  return {
    evaluated,
    kind: price === null ? 'hard' : 'soft',
    price: price ?? confusions().prices.contradiction,
    coefficients: new Map([...sums].filter(([path, sum]) => sum !== 0 && images.has(path))),
    gap,
    slack: slackOf(identity, images),
    state,
  };
}

function cellOf(image: ImageFigure): Cell {
  const { prices } = confusions();
  const { figure } = image;
  const isNothing = figure.amount === null;
  return {
    image,
    value: figure.amount?.fen ?? 0,
    mustChange: figure.reading === 'unreadable',
    candidates: candidatesOf(image),
    freePrice: (isNothing ? prices.nothingRead : prices.freeChange) + surcharge(image),
  };
}

/** The problem of a report: its figures from images and the identities over them. `null` where no figure is from an image. */
export function problemOf(report: Report, evaluated: readonly Evaluated[]): Problem | null {
  const images = imageFigures(report);
  if (images.size === 0) return null;
  const rows = evaluated.flatMap((one) => rowOf(one, images) ?? []);
  const rowsByPath = new Map<string, Row[]>();
  for (const row of rows)
    for (const path of row.coefficients.keys()) {
      const known = rowsByPath.get(path);
      if (known) known.push(row);
      else rowsByPath.set(path, [row]);
    }
  const made = new Map<string, Cell>();
  const cellAt = (path: string): Cell | undefined => {
    const image = images.get(path);
    const cell = made.get(path) ?? (image && cellOf(image));
    if (cell !== undefined) made.set(path, cell);
    return cell;
  };
  return { images, cellAt, rows, rowsByPath };
}
