import { confusions, lookAlikes, type Slip } from './confusions.js';

/** A printed number as its signs: "-25.30" is negative, digits "2530", two decimals. */
export interface PrintedNumber {
  readonly isNegative: boolean;
  readonly digits: string;
  readonly decimals: number;
}

/** What may stand on the paper where something else was read, and what such a misreading costs. */
export interface Misreading {
  readonly truth: PrintedNumber;
  readonly price: number;
  readonly slip: Slip | 'look-alike';
}

/** A number as it is printed: one zero before the point, no other in front, and no negative zero. */
export function isWellFormed({ digits, decimals, isNegative }: PrintedNumber): boolean {
  const whole = digits.length - decimals;
  if (decimals < 0 || whole < 1 || (whole > 1 && digits.startsWith('0'))) return false;
  return !(isNegative && /^0*$/.test(digits));
}

function insertions({ digits }: PrintedNumber): readonly (readonly [text: string, at: number])[] {
  const places = Array.from({ length: digits.length - 1 }, (_, at) => at + 1);
  return places.flatMap((at) =>
    [...'0123456789'].map((digit) => [digits.slice(0, at) + digit + digits.slice(at), at] as const),
  );
}

/** All numbers that one mistake of recognition turns into the one that was read. The cheapest comes first where two ways lead to one. */
export function misreadingsOf(read: PrintedNumber): readonly Misreading[] {
  const { digits, decimals, isNegative } = read;
  const { slips } = confusions();
  const whole = digits.length - decimals;
  const found: Misreading[] = [];
  const add = (slip: Misreading['slip'], price: number, change: Partial<PrintedNumber>) => {
    const truth = { ...read, ...change };
    if (isWellFormed(truth)) found.push({ truth, price, slip });
  };
  /** Behind the point a digit more or less is a decimal more or less. */
  const decimalsAt = (at: number, by: 1 | -1) => decimals + (at >= whole ? by : 0);

  for (const [at, digit] of [...digits].entries()) {
    for (const [other, price] of lookAlikes(digit))
      add('look-alike', price, { digits: digits.slice(0, at) + other + digits.slice(at + 1) });
    const without = digits.slice(0, at) + digits.slice(at + 1);
    const isDouble = digits[at + 1] === digit;
    const slip = isDouble
      ? 'extra-double'
      : at === 0
        ? 'extra-first-digit'
        : at === digits.length - 1
          ? 'extra-last-digit'
          : 'extra-digit';
    add(slip, slips[slip], { digits: without, decimals: decimalsAt(at, -1) });
    add('lost-double', slips['lost-double'], {
      digits: digits.slice(0, at) + digit + digits.slice(at),
      decimals: decimalsAt(at, 1),
    });
  }
  for (const first of '123456789') add('lost-first-digit', slips['lost-first-digit'], { digits: first + digits });
  for (const last of '0123456789')
    add('lost-last-digit', slips['lost-last-digit'], { digits: digits + last, decimals: decimals + 1 });
  for (const [text, at] of insertions(read))
    add('lost-digit', slips['lost-digit'], { digits: text, decimals: decimalsAt(at, 1) });
  if (decimals === 0)
    for (let places = 1; places < digits.length; places += 1)
      add('lost-point', slips['lost-point'], { decimals: places });
  for (const by of [-1, 1]) if (decimals > 0) add('moved-point', slips['moved-point'], { decimals: decimals + by });
  add(isNegative ? 'extra-minus' : 'lost-minus', slips[isNegative ? 'extra-minus' : 'lost-minus'], {
    isNegative: !isNegative,
  });
  return found.sort((a, b) => a.price - b.price);
}
