import { z } from 'zod';
import { readSeedJson } from '../seeds.js';

const pattern = z.string().transform((text) => new RegExp(text, 'u'));

const seed = z
  .strictObject({
    origin: z.string(),
    directions: z.array(
      z.strictObject({ direction: z.enum(['increase', 'decrease']), end: z.string(), verb: z.string() }),
    ),
    endTail: z.string(),
    /** Words between a name and a change without an amount: 有所减少. */
    some: pattern,
    /** Words in front of a name: ordinals, years, 同时. */
    lead: pattern,
    ordinal: pattern,
    /** Words between a cause and what it brought about: the name stands behind them. */
    connector: z.string(),
    /** A second 主要原因是: what follows explains a part, or another amount. */
    again: pattern,
    among: pattern,
    joined: pattern,
    separator: pattern,
    respectively: pattern,
    each: pattern,
    /** Ends of names of money: only such a name without an amount (公用经费减少) is a part. */
    money: pattern,
    /** 上年结转 is a name, and says nothing of the year before. */
    broughtForward: pattern,
    approximate: z.strictObject({ before: pattern, after: pattern }),
    /** Words that make an amount a payment, a sum of others, or an amount for each. */
    noPart: pattern,
    /** Words before 原因 that name nothing but the claim itself. */
    plainHead: pattern,
    /** 等 behind an amount: the list says itself that it is not complete. */
    openList: pattern,
    cause: pattern,
  })
  .transform((words) => ({
    ...words,
    connector: new RegExp(`^.*(?:${words.connector})`, 'u'),
    directions: words.directions.map(({ direction, end, verb }) => ({
      direction,
      /** 人员经费增加, 人员经费减少额为: the amount stands behind. */
      end: new RegExp(`(?:${end})${words.endTail}$`, 'u'),
      /** 减少人员经费: the name stands between the word and the amount. The last such word counts. */
      verb: new RegExp(`^.*(?:${verb})(?:了|的)?(?<name>[^\\d,;:。]{1,30})$`, 'u'),
    })),
  }));

/** How reasons state the parts of a change. */
export function changePartWords() {
  return readSeedJson('narrative/change-parts.json', seed);
}
