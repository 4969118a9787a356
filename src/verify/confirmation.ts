import type { Figure, Quantity } from '../normalize/printed.js';
import { isAgreed } from './agreement.js';
import type { Identity, Term } from './check.js';
import { coefficients } from './identity.js';
import { confusions, lookAlikes } from './repair/confusions.js';
import { integerOf, stepOf } from './value.js';

/*
 * What an exact identity says of a number read from an image (decision 0014). In a text layer two numbers are never wrong in the same
 * way. Recognition is: the same glyph in the same typeface is misread twice, and a total then still equals its only part.
 */

/** A number read from an image, as the identities see it. */
interface Seen {
  readonly path: string;
  readonly number: Figure | Quantity;
  /** Its digits by place, 0 for the fen (or the ten-thousandth). Empty for zero and for nothing. */
  readonly digits: ReadonlyMap<number, string>;
  readonly isBlank: boolean;
  /** Two engines read it alike: no chance, though both may share a weakness. */
  readonly isAgreed: boolean;
  /** Settled by more than one identity or reading: not in question. */
  readonly isRepaired: boolean;
}

/** An exact identity: factor of each image number that does not cancel out. */
type Factors = ReadonlyMap<string, number>;

/** Whether a number may be misread at all. A repaired figure was settled by more than one reading. */
export function isFromImage(number: Figure | Quantity): boolean {
  return 'measure' in number ? number.confidence !== null : number.readings !== undefined;
}

function digitsOf(number: Figure | Quantity): ReadonlyMap<number, string> {
  const [value, step] = [integerOf(number) ?? 0, stepOf(number) ?? 1];
  if (value === 0) return new Map();
  const first = String(step).length - 1;
  const digits = [...String(Math.abs(value)).padStart(first + 1, '0')].reverse();
  return new Map(digits.flatMap((digit, place) => (place < first ? [] : [[place, digit] as const])));
}

function seen({ path, figure }: Term): Seen | null {
  if (path === '' || figure === null || !isFromImage(figure)) return null;
  const isFigure = !('measure' in figure);
  return {
    path,
    number: figure,
    digits: digitsOf(figure),
    isBlank: figure.reading === 'blank',
    isAgreed: isFigure && isAgreed(figure.readings),
    isRepaired: isFigure && figure.repair !== undefined,
  };
}

/** Changes by which a look-alike of a digit differs from it. */
const deltasOf = (digit: string) => lookAlikes(digit).map(([other]) => Number(other) - Number(digit));

/** Whether a misreading of each of two numbers at the same place can cancel out, `ratio` being the factor of the second over that of the first. */
function canCancel(a: Seen, b: Seen, ratio: number): boolean {
  return [...a.digits].some(([place, digit]) => {
    const other = b.digits.get(place);
    return other !== undefined && deltasOf(other).some((delta) => deltasOf(digit).includes(-delta * ratio));
  });
}

/** Numbers that stand in the same identities in the same proportion: what one has too much and the other too little, nobody sees. */
function twins(factors: readonly Factors[]): ReadonlyMap<string, readonly (readonly [path: string, ratio: number])[]> {
  const columns = new Map<string, (readonly [identity: number, factor: number])[]>();
  for (const [index, one] of factors.entries())
    for (const [path, factor] of one) {
      const column = columns.get(path);
      if (column) column.push([index, factor]);
      else columns.set(path, [[index, factor]]);
    }
  const groups = new Map<string, (readonly [path: string, head: number])[]>();
  for (const [path, column] of columns) {
    const head = column[0]?.[1] ?? 1;
    const key = column.map(([index, factor]) => `${index}:${factor / head}`).join(' ');
    groups.set(key, [...(groups.get(key) ?? []), [path, head]]);
  }
  return new Map(
    [...groups.values()].flatMap((group) =>
      group.map(([path, head]) => [
        path,
        group.flatMap(([other, factor]) => (other === path ? [] : [[other, factor / head] as const])),
      ]),
    ),
  );
}

/** Last place of nearly all numbers of each statement: a number with another one may have lost its point or a digit. */
function oddlyPrinted(numbers: readonly Seen[]): ReadonlySet<string> {
  const statementOf = ({ path }: Seen) => path.split('/')[0] ?? '';
  const figures = numbers.filter(({ number }) => !('measure' in number) && number.amount !== null);
  const counts = new Map<string, Map<number, number>>();
  for (const one of figures) {
    const steps = counts.get(statementOf(one)) ?? new Map<number, number>();
    counts.set(statementOf(one), steps);
    const step = stepOf(one.number) ?? 1;
    steps.set(step, (steps.get(step) ?? 0) + 1);
  }
  const { usualStepPercent } = confusions().acceptance;
  const isOdd = (one: Seen) => {
    const steps = [...(counts.get(statementOf(one)) ?? [])].sort((a, b) => b[1] - a[1]);
    const [usual, count] = steps[0] ?? [1, 0];
    const all = steps.reduce((sum, [, some]) => sum + some, 0);
    return integerOf(one.number) !== 0 && stepOf(one.number) !== usual && 100 * count >= usualStepPercent * all;
  };
  return new Set(figures.filter(isOdd).map(({ path }) => path));
}

/** The places of each number that some identity confirms. */
class ConfirmedPlaces {
  private readonly places = new Map<string, Set<number>>();

  has({ path, isRepaired }: Seen, place: number): boolean {
    return isRepaired || this.places.get(path)?.has(place) === true;
  }

  /** Returns whether that was news. */
  add({ path }: Seen, place: number): boolean {
    const known = this.places.get(path) ?? new Set();
    this.places.set(path, known);
    const isNew = !known.has(place);
    known.add(place);
    return isNew;
  }
}

/** Stands for "there is something" where a cell was read as blank. */
const ANYTHING = -1;
const placesOf = (one: Seen) => (one.digits.size > 0 ? [...one.digits.keys()] : [ANYTHING]);

/** Whether the same misreading in another number, on the other side and not confirmed itself, would hide that at this place. */
function isHidden(
  one: Seen,
  place: number,
  factors: Factors,
  numbers: ReadonlyMap<string, Seen>,
  sure: ConfirmedPlaces,
) {
  const own = factors.get(one.path) ?? 0;
  return [...factors].some(([path, factor]) => {
    const other = numbers.get(path);
    if (path === one.path || other === undefined || own * factor > 0 || sure.has(other, place)) return false;
    if (place === ANYTHING) return one.isBlank && other.isBlank;
    return other.digits.get(place) === one.digits.get(place);
  });
}

/**
 * Paths of the numbers read from images that the exact identities of a report confirm. Confirmed is a number of which every digit stands in an
 * exact identity that no other number could keep exact by the same misreading of the same digit, unless that one is confirmed
 * there itself; and which two engines read alike, or which is printed like the others of its statement and has no twin whose misreading
 * could cancel its own.
 * @param isBroken whether a number stands in an identity that fails: it confirms nothing
 */
export function confirmedNumbers(exact: readonly Identity[], isBroken: (path: string) => boolean): ReadonlySet<string> {
  const numbers = new Map<string, Seen>();
  const factors = exact.flatMap((identity): readonly Factors[] => {
    const sums = coefficients(identity);
    for (const term of [...identity.left, ...identity.right]) {
      const one = numbers.has(term.path) || !sums.get(term.path) ? null : seen(term);
      if (one !== null) numbers.set(term.path, one);
    }
    const own = new Map([...sums].filter(([path, sum]) => sum !== 0 && numbers.has(path)));
    return own.size > 0 ? [own] : [];
  });
  if (numbers.size === 0) return new Set();
  const sure = new ConfirmedPlaces();
  for (let isNews = true; isNews; ) {
    isNews = false;
    for (const one of factors)
      for (const path of one.keys()) {
        const number = numbers.get(path);
        if (number === undefined || isBroken(path)) continue;
        for (const place of placesOf(number))
          if (!sure.has(number, place) && !isHidden(number, place, one, numbers, sure))
            isNews = sure.add(number, place) || isNews;
      }
  }
  const mates = twins(factors);
  const odd = oddlyPrinted([...numbers.values()]);
  const hasTwin = (one: Seen) =>
    (mates.get(one.path) ?? []).some(([path, ratio]) => {
      const other = numbers.get(path);
      return other !== undefined && !other.isAgreed && !other.isRepaired && canCancel(one, other, ratio);
    });
  const isConfirmed = (one: Seen) =>
    one.isRepaired ||
    (placesOf(one).every((place) => sure.has(one, place)) && (one.isAgreed || !(odd.has(one.path) || hasTwin(one))));
  return new Set([...numbers.values()].filter(isConfirmed).map(({ path }) => path));
}
