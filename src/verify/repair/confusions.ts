import { z } from 'zod';
import { readSeedJson } from '../../normalize/seeds.js';

const price = z.number().int().positive();

/** What recognition may do to a printed number besides taking one digit for another. Named by what happened to the print. */
const slips = z.object({
  'lost-minus': price,
  'extra-minus': price,
  'lost-point': price,
  'moved-point': price,
  'lost-first-digit': price,
  'lost-last-digit': price,
  'lost-digit': price,
  'extra-first-digit': price,
  'extra-last-digit': price,
  'extra-digit': price,
  'lost-double': price,
  'extra-double': price,
});

const schema = z.object({
  reason: z.string().min(1),
  /** Two digits that look alike, in both directions. */
  digits: z.array(z.object({ pair: z.string().regex(/^\d\d$/), price })).min(1),
  slips,
  prices: z.object({
    /** The amount that another engine read. */
    otherEngine: price,
    /** The amount of another reading of the same engine. */
    alternative: price,
    /** A number where the engine saw an empty cell. */
    nothingRead: price,
    /** Any other amount. */
    freeChange: price,
    /** On top, where two engines read the same. */
    agreedReading: price,
    /** The report itself contradicts itself in one identity. */
    contradiction: price,
    /** A number of the prose is not the one of the table. */
    proseFromImage: price,
    proseFromText: price,
    /** An identity that holds within rounding only, in a report whose others are exact, and in one whose are not. */
    inexactAmongExact: price,
    inexactAmongRounded: price,
  }),
  acceptance: z.object({
    /** By how much the second best explanation must cost more. */
    margin: price,
    /** From this confidence on a reading without a second one is not doubted. */
    sureFrom: z.number().min(0).max(1),
    /** Below this confidence of the first engine, two engines that agree may both be misled. An author's slip is clear to see. */
    agreedBelow: z.number().min(0).max(1),
    /** Share of the figures of a statement with the same last place, from which on another last place is a slip. */
    usualStepPercent: z.number().int().min(51).max(100),
  }),
  limits: z.object({
    /** Prices up to which explanations are searched, one after the other. */
    budgets: z.array(price).min(1),
    /** Figures and candidate amounts of one problem, and nodes of its search tree. */
    figures: price,
    choices: price,
    nodes: price,
    /** Programs solved for one report. */
    programs: price,
  }),
});

export type Confusions = z.infer<typeof schema>;
export type Slip = keyof Confusions['slips'];

/** The model of misreadings, from seeds/ocr/confusions.json. */
export function confusions(): Confusions {
  return readSeedJson('ocr/confusions.json', schema);
}

let table: ReadonlyMap<string, readonly (readonly [digit: string, price: number])[]> | undefined;

/** The digits that a digit is confused with, each with its price. */
export function lookAlikes(digit: string): readonly (readonly [digit: string, price: number])[] {
  table ??= new Map(
    [...'0123456789'].map((one) => [
      one,
      confusions().digits.flatMap(({ pair, price: cost }) =>
        pair.includes(one) ? [[pair.replace(one, ''), cost] as const] : [],
      ),
    ]),
  );
  return table.get(digit) ?? [];
}
