import { z } from 'zod';
import type { Amount, Edit, Reading } from '../report.js';
import { readSeedTable } from '../seeds.js';
import { amend, beginTrail, type Trail } from '../text/edit.js';
import { halfWidth } from '../text/full-width.js';
import type { Unit } from './unit.js';

/** What a printed number was understood as. The edits lead from the printed text to the canonical one (-1234.50). */
export interface AmountReading {
  readonly reading: Reading;
  readonly amount: Amount | null;
  readonly edits: readonly Edit[];
  /** Why it is `unreadable`, for people; `null` otherwise. */
  readonly reason: string | null;
}

export interface AmountOptions {
  /** The text was recognised from an image: O, o, l, I among digits are misread digits, a point before three digits and two more is a comma. */
  readonly ocr?: boolean;
}

const noValueRow = z.object({ printed: z.string().min(1) });

const DASHES = /[-‐‑‒–—―−─﹣]/g;
/** A number with an optional ASCII sign, in ungrouped form. A zero before another digit is the mark of a code. */
const CANONICAL = /^(-?)(0|[1-9]\d*)(?:\.(\d+))?$/;
const GROUPED = /^-?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/;

/**
 * Reads the printed text of one value cell, or one number of the prose, exactly: integer fen, no floating point.
 * Blank, dash (— / 无) and zero ("0", "0.00") are three different readings. Whatever is not surely one number (two dots,
 * groups that are not of three digits, two numbers, a percent sign, words) is `unreadable` and keeps no edits.
 * `stepFen` comes from the last printed place. Printed finer than a fen (28861.9385910 万元): readable while the value is
 * a whole number of fen, with `stepFen` 1; otherwise unreadable, as rounding would invent a value. Beyond 2^53 fen: unreadable.
 */
export function readAmount(printed: string, unit: Unit, options: AmountOptions = {}): AmountReading {
  const trimmed = printed.trim();
  if (trimmed === '') return { reading: 'blank', amount: null, edits: [], reason: null };
  if (saysNoValue(trimmed)) return { reading: 'dash', amount: null, edits: [], reason: null };
  const trail = canonicalTrail(printed, options.ocr === true);
  const parts = CANONICAL.exec(trail.text);
  if (parts === null) return unreadable('it is not one number');
  const [, sign = '', integer = '', fraction = ''] = parts;
  const amount = toFen(sign === '-', integer, fraction, unit);
  if (typeof amount === 'string') return unreadable(amount);
  return { reading: 'amount', amount, edits: trail.edits, reason: null };
}

function unreadable(reason: string): AmountReading {
  return { reading: 'unreadable', amount: null, edits: [], reason };
}

/** Whether the text is a sign or word of seeds/text/no-value.tsv, in any width and with any dash. */
function saysNoValue(text: string): boolean {
  const form = halfWidth(text).replace(/\s/g, '').replace(DASHES, '-');
  return readSeedTable('text/no-value.tsv', noValueRow).some((row) => row.printed === form);
}

/** The order matters: the separators can be judged only when sign, brackets and blanks are gone. */
function canonicalTrail(printed: string, ocr: boolean): Trail {
  let trail = amend(beginTrail(printed), 'full-width-digits', halfWidth(printed));
  trail = amend(trail, 'blanks-removed', withoutInnerBlanks(trail.text));
  if (ocr) trail = amend(trail, 'letter-for-digit', lettersAsDigits(trail.text));
  if (ocr) trail = amend(trail, 'misread-separators', groupedAnew(trail.text));
  trail = amend(trail, 'decimal-point', trail.text.replace(/^([^·•・‧.]*\d)[·•・‧](\d+\)?)$/, '$1.$2'));
  trail = signAsMinus(trail);
  if (GROUPED.test(trail.text)) trail = amend(trail, 'thousands-separators', trail.text.replaceAll(',', ''));
  return amend(trail, 'leading-zero', trail.text.replace(/^(-?)\.(?=\d+$)/, '$10.'));
}

/** Blanks between two digits stay: "5 3.20" is a line number beside an amount. "1, 537.4" is one number. */
function withoutInnerBlanks(text: string): string {
  return text
    .trim()
    .replace(/(?<=\d)\s*([,.])\s*(?=\d)/g, '$1')
    .replace(/^([-+‐‑‒–—―−─﹣△▲负(])\s+/, '$1')
    .replace(/\s+([)负])$/, '$1');
}

function lettersAsDigits(text: string): string {
  if (!/\d/.test(text) || !/^[-‐‑‒–—―−─﹣△▲负(]?[\dOolI.,·]+\)?$/.test(text)) return text;
  return text.replace(/[Oo]/g, '0').replace(/[lI]/g, '1');
}

/**
 * Points and commas of a recognised amount as they must have been printed, where they can stand in one way only: groups of three digits
 * and a fraction of two. `1.234` could be either, and stays.
 */
function groupedAnew(text: string): string {
  const bare = text.replace(/^[.,]+(?=\d+[.,])|[.,]+$/g, '');
  const match = /^(-?[1-9]\d{0,2})((?:[.,]\d{3})+)[.,](\d{2})$/.exec(bare);
  if (match === null) return /^-?\d+\.\d{2}$/.test(bare) ? bare : text;
  const [, first = '', groups = '', fraction = ''] = match;
  return `${first}${groups.replaceAll('.', ',')}.${fraction}`;
}

/** One form of negation only: "(-5)" or "-△5" could mean either sign and stays as it is. */
function signAsMinus(trail: Trail): Trail {
  const { text } = trail;
  const bare = '([\\d.,]+)$';
  const step = (rule: Parameters<typeof amend>[1], pattern: string, to: string): Trail =>
    amend(trail, rule, text.replace(new RegExp(pattern), to));
  if (/^[(]/.test(text)) return step('brackets-negative', '^\\(([\\d.,]+)\\)$', '-$1');
  if (/^[△▲]/.test(text)) return step('minus-triangle', `^[△▲]${bare}`, '-$1');
  if (/^负/.test(text)) return step('minus-word', `^负${bare}`, '-$1');
  if (/负$/.test(text)) return step('minus-word', '^([\\d.,]+)负$', '-$1');
  if (/^\+/.test(text)) return step('plus-sign', `^\\+${bare}`, '$1');
  return step('minus-sign', `^[‐‑‒–—―−─﹣]${bare}`, '-$1');
}

/** The amount, or the reason why it can not be kept as integer fen. */
function toFen(negative: boolean, integer: string, fraction: string, unit: Unit): Amount | string {
  const scale = 10n ** BigInt(fraction.length);
  const scaled = BigInt(integer + fraction) * BigInt(unit.fenPerUnit);
  if (scaled % scale !== 0n) return `it is printed finer than 0.01 yuan (under ${unit.text})`;
  const fen = scaled / scale;
  if (fen > BigInt(Number.MAX_SAFE_INTEGER)) return `it is above 2^53 fen (under ${unit.text})`;
  const step = BigInt(unit.fenPerUnit) / scale;
  return { fen: negative && fen !== 0n ? -Number(fen) : Number(fen), stepFen: step < 1n ? 1 : Number(step) };
}
