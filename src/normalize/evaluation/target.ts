import { z } from 'zod';
import type { Place } from '../../extract/place.js';
import { readAmount } from '../figures/amount.js';
import { readSeedJson } from '../seeds.js';
import { halfWidth } from '../text/full-width.js';
import type { PrintedText, Target } from './evaluation.js';

type Operator = NonNullable<Target['operator']>;
const OPERATORS = ['=', '≥', '≤', '>', '<'] as const satisfies readonly Operator[];

const words = z.array(z.string().min(1));
const schema = z.object({
  operators: z
    .object({ '=': words, '≥': words, '≤': words, '>': words, '<': words })
    .transform((byOperator) =>
      OPERATORS.flatMap((operator) => byOperator[operator].map((word) => ({ operator, word: halfWidth(word) }))).sort(
        (a, b) => b.word.length - a.word.length,
      ),
    ),
  timeWords: words,
});

const NUMBER_AND_UNIT = /^(\d[\d,]*(?:\.\d+)?)(\D.*)?$/u;

/**
 * A target as printed in one cell (≥100100, =100季度, ≥95%, 按时完成) or in three (指标性质, 指标值, 度量单位). A number with a unit in
 * words is `printed`. Digits alone may be value and unit code glued together (=1001 is "= 100" in unit 1), so they stay `raw` until
 * the marks prove more; one digit can not be two things.
 */
export function targetOf(cell: PrintedText, operatorCell?: PrintedText, unitCell?: PrintedText): Target {
  const { operators, timeWords } = readSeedJson('evaluation/targets.json', schema);
  const printed = [operatorCell, cell, unitCell].map((one) => one?.text.trim() ?? '').join('');
  const places: readonly Place[] = [operatorCell, cell, unitCell].flatMap((one) => one?.places ?? []);
  const sign = halfWidth(operatorCell?.text ?? '').replace(/\s/g, '');
  const text = sign + halfWidth(cell.text).replace(/\s/g, '');
  const found = operators.find(({ word }) => text.startsWith(word));
  const operator = found?.operator ?? null;
  const rest = text.slice(found?.word.length ?? 0);
  const inWords: Target = { printed, operator, value: null, unit: null, decoded: 'words', places };
  const parts = NUMBER_AND_UNIT.exec(rest);
  if (parts === null) return inWords;
  const [, digits = '', own = ''] = parts;
  const value = tenThousandths(digits);
  const apart = (unitCell?.text ?? '').trim();
  if (value === null) return { ...inWords, decoded: 'raw' };
  if (own === '' && unitCell !== undefined)
    return { ...inWords, value, unit: apart === '' ? null : apart, decoded: 'printed' };
  if (own !== '' && /\d/.test(own)) return { ...inWords, decoded: 'raw' };
  if (own !== '' && operator === null && timeWords.some((word) => own.startsWith(word))) return inWords;
  if (own !== '') return { ...inWords, value, unit: own, decoded: 'printed' };
  return digits.length === 1 ? { ...inWords, value, decoded: 'printed' } : { ...inWords, decoded: 'raw' };
}

/** What glued digits may be: every beginning that is a number, with the rest as the code of a unit ('' for none). */
export function splitsOf(target: Target): readonly { readonly value: number; readonly unit: string }[] {
  if (target.decoded !== 'raw') return [];
  // Digits all through after the sign: "100个1批" is two amounts, not a number and a code.
  const digits = /^[^\d.]*([\d.]+)$/.exec(halfWidth(target.printed).replace(/\s/g, ''))?.[1] ?? '';
  return [...digits].flatMap((_, at) => {
    const [head, unit] = [digits.slice(0, at + 1), digits.slice(at + 1)];
    const value = /^\d+(\.\d+)?$/.test(head) && /^\d*$/.test(unit) ? tenThousandths(head) : null;
    return value === null || value === 0 ? [] : [{ value, unit }];
  });
}

function tenThousandths(digits: string): number | null {
  return readAmount(digits, { text: '', fenPerUnit: 10_000 }).amount?.fen ?? null;
}
