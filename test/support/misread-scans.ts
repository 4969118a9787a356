import type { OcrReading } from '../../src/extract/document.js';
import { readAmount } from '../../src/normalize/figures/amount.js';
import { unitOf } from '../../src/normalize/figures/unit.js';
import type { Figure, Report } from '../../src/normalize/report.js';
import type { VerifiedReport } from '../../src/verify/check.js';
import { printedNumber } from '../../src/verify/repair/candidates.js';
import { misreadingsOf, type PrintedNumber } from '../../src/verify/repair/misreadings.js';
import { needsSecondReading } from '../../src/verify/repair/needs-second-reading.js';
import { repair } from '../../src/verify/repair/repair.js';
import { verify } from '../../src/verify/verify.js';
import { figuresOf } from './digit-faults.js';

/*
 * A digital report as if it had been scanned: every figure gets readings, some of them wrong. The way through the program is that of the
 * pipeline: first engine, verify, second engine where it is asked, repair, verify.
 */

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

type Random = () => number;

function pick<T>(random: Random, items: readonly T[]): T {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
}

export const FIRST = 'first-engine';
const SECOND = 'second-engine';

/** The figure as an engine gives it, with this text and no second reading. */
export function readAs(figure: Figure, text: string, confidence: number, unitText = '万元'): Figure {
  const unit = unitOf(unitText);
  if (unit === null) throw new Error(`no unit ${unitText}`);
  const { reading, amount, edits } = readAmount(text, unit);
  const readings: readonly OcrReading[] = [{ engine: FIRST, text, confidence }];
  return { ...figure, printed: text, reading, amount, edits, confidence, readings };
}

export function withSecond(figure: Figure, text: string, confidence = 0.9): Figure {
  const [first] = figure.readings ?? [];
  return first === undefined ? figure : { ...figure, readings: [first, { engine: SECOND, text, confidence }] };
}

/** The report with every figure replaced by what `change` makes of it. */
export function mapFigures(report: Report, change: (path: string, figure: Figure, unit: string) => Figure): Report {
  return {
    ...report,
    statements: report.statements.map((statement, s) => ({
      ...statement,
      rows: statement.rows.map((row, r) => ({
        ...row,
        figures: Object.fromEntries(
          Object.entries(row.figures).map(([column, figure]) => [
            column,
            change(`${s}/${r}/${column}`, figure, unitTextOf(statement.unit)),
          ]),
        ),
      })),
    })),
  };
}

function unitTextOf(line: string | null): string {
  return line !== null && /万/.test(line) ? '万元' : '元';
}

function textOf({ isNegative, digits, decimals }: PrintedNumber): string {
  const whole = digits.slice(0, digits.length - decimals);
  return `${isNegative ? '-' : ''}${whole}${decimals > 0 ? `.${digits.slice(-decimals)}` : ''}`;
}

/** A misreading of a printed number: mostly of the model, the likelier ones more often, sometimes any other digit, comma for point or two at once. */
function misread(random: Random, figure: Figure, unitText: string): string {
  const unit = unitOf(unitText);
  const { amount, printed } = figure;
  if (amount === null || unit === null) return pick(random, ['1', '-', '7.00', '0.00']);
  const plain = printed.replaceAll(',', '');
  const kind = random();
  if (kind < 0.06) return plain.replace('.', ',');
  if (kind < 0.14) return plain.replace(/\d/, () => String(Math.floor(random() * 9) + 1));
  const one = (number: PrintedNumber): PrintedNumber => {
    const ways = misreadingsOf(number).flatMap((way) =>
      Array.from({ length: 2 ** Math.max(0, 7 - way.price) }, () => way),
    );
    return pick(random, ways).truth;
  };
  const wrong = one(printedNumber(amount, unit));
  return textOf(kind < 0.2 ? one(wrong) : wrong);
}

export interface Noise {
  readonly errors: number;
  /** Share of the errors that hit every print of the same number alike. */
  readonly systematic: number;
  /** Of the second engine, where the first is wrong: share read right, share misread in the same way. */
  readonly secondRight: number;
  readonly secondSame: number;
}

export interface Scanned {
  readonly first: Report;
  readonly second: (path: string) => string;
  readonly wrong: ReadonlySet<string>;
}

/** A report as the first engine reads it, and what the second will say of each place. */
export function scan(truth: Report, seed: number, noise: Noise): Scanned {
  const random = randomFrom(seed);
  const figures = figuresOf(truth);
  const units = new Map<string, string>();
  mapFigures(truth, (path, figure, unit) => {
    units.set(path, unit);
    return figure;
  });
  const unitAt = (path: string) => units.get(path) ?? '元';
  const printed = figures.filter(([, { amount }]) => (amount?.fen ?? 0) !== 0);
  const wrong = new Map<string, string>();
  for (let error = 0; error < noise.errors; error += 1) {
    const [path, figure] = pick(random, random() < 0.9 ? printed : figures);
    const text = misread(random, figure, unitAt(path));
    wrong.set(path, text);
    if (random() >= noise.systematic || figure.printed === '') continue;
    const share = random() < 0.5 ? 1 : 0.5;
    for (const [other, same] of figures)
      if (same.printed === figure.printed && random() < share) wrong.set(other, text);
  }
  const first = mapFigures(truth, (path, figure, unit) => {
    const text = wrong.get(path);
    const confidence = text === undefined ? 0.9 + 0.1 * random() : 0.6 + 0.39 * random();
    return readAs(figure, text ?? figure.printed, confidence, unit);
  });
  const byPath = new Map(figures);
  const second = (path: string): string => {
    const figure = byPath.get(path);
    if (figure === undefined) return '';
    const own = wrong.get(path);
    const dice = random();
    if (own === undefined) return dice < 0.97 ? figure.printed : misread(random, figure, unitAt(path));
    if (dice < noise.secondRight) return figure.printed;
    return dice < noise.secondRight + noise.secondSame ? own : misread(random, figure, unitAt(path));
  };
  return { first, second, wrong: new Set(wrong.keys()) };
}

/** Through the program like the pipeline: what is not confirmed is read again, repaired, verified. */
export async function throughRepair({ first, second }: Pick<Scanned, 'first' | 'second'>): Promise<VerifiedReport> {
  const asked = new Set(needsSecondReading(verify(first)));
  const read = mapFigures(first, (path, figure) => (asked.has(path) ? withSecond(figure, second(path)) : figure));
  const { report } = await repair(read);
  return verify(report);
}

export interface Tally {
  wrongRead: number;
  rightlyRepaired: number;
  wronglyRepaired: number;
  wronglyVerified: number;
  disputed: number;
  /** Wrong, and said to be `consistent` or `unverified`: nothing is claimed of it. */
  unproven: number;
}

export function emptyTally(): Tally {
  return { wrongRead: 0, rightlyRepaired: 0, wronglyRepaired: 0, wronglyVerified: 0, disputed: 0, unproven: 0 };
}

const fenOf = ({ amount, reading }: Figure) => (reading === 'unreadable' ? 'unreadable' : (amount?.fen ?? 0));

/** What became of the wrong readings of one run. */
export function addTo(
  tally: Tally,
  truth: Report,
  { first, wrong }: Scanned,
  after: VerifiedReport,
): readonly string[] {
  const right = new Map(figuresOf(truth));
  const read = new Map(figuresOf(first));
  const faults: string[] = [];
  for (const [path, figure] of figuresOf(after)) {
    const expected = right.get(path);
    const seen = read.get(path);
    if (expected === undefined || seen === undefined) continue;
    const isRight = fenOf(figure) === fenOf(expected);
    if (wrong.has(path) && fenOf(seen) !== fenOf(expected)) tally.wrongRead += 1;
    if (figure.status === 'repaired') tally[isRight ? 'rightlyRepaired' : 'wronglyRepaired'] += 1;
    if (isRight) continue;
    if (figure.status === 'verified') tally.wronglyVerified += 1;
    if (figure.status === 'disputed') tally.disputed += 1;
    if (figure.status === 'consistent' || figure.status === 'unverified') tally.unproven += 1;
    if (figure.status === 'verified' || figure.status === 'repaired')
      faults.push(`${path} ${figure.status}: ${expected.printed} read ${figure.printed}, now ${figure.amount?.fen}`);
  }
  return faults;
}
