/** A number outside the statements in the JSON contract. */
import { z } from 'zod';
import type { Measure, Quantity } from '../normalize/printed.js';
import {
  boxSchema,
  confidenceSchema,
  editsSchema,
  fenSchema,
  measureSchema,
  pageNumberSchema,
  placesSchema,
  readingSchema,
  statusSchema,
  toEdits,
  toValuePlaces,
} from './parts.js';

export const quantitySchema = z.strictObject({
  printed: z.string().describe('the digits exactly as printed, without the unit'),
  unit: z.string().describe('the unit as printed; "" where none is'),
  measure: measureSchema,
  reading: readingSchema,
  value: z
    .string()
    .regex(/^-?\d+(\.\d+)?$/)
    .nullable()
    .describe('exact decimal number: yuan for money, else in the printed unit; null where nothing could be read'),
  amountFen: fenSchema.nullable().describe('money in fen; null for what is no money'),
  stepFen: fenSchema
    .nullable()
    .describe('worth in fen of one unit in the last printed place; null for what is no money'),
  page: pageNumberSchema.nullable(),
  box: boxSchema,
  places: placesSchema.optional().describe('all places, when a line or page break cuts the number'),
  confidence: confidenceSchema,
  status: statusSchema,
  edits: editsSchema,
});

/** Decimals that the integer of a quantity holds: fen of money, ten-thousandths of the rest. */
const DECIMALS: Readonly<Record<Measure, number>> = { money: 2, percent: 4, count: 4, score: 4 };

/** The integer of a quantity as a decimal number. Money keeps its two decimals ("25685000.00"), the rest only what it needs ("26.43"). */
export function decimal(value: number, measure: Measure): string {
  const decimals = DECIMALS[measure];
  const digits = String(Math.abs(value)).padStart(decimals + 1, '0');
  const fraction = digits.slice(-decimals).replace(measure === 'money' ? '' : /0+$/, '');
  return `${value < 0 ? '-' : ''}${digits.slice(0, -decimals)}${fraction === '' ? '' : `.${fraction}`}`;
}

export function toQuantity(from: Quantity): z.infer<typeof quantitySchema> {
  const { printed, unit, measure, reading, value, step, confidence, status } = from;
  const money = measure === 'money';
  return {
    printed,
    unit,
    measure,
    reading,
    value: value === null ? null : decimal(value, measure),
    amountFen: money ? value : null,
    stepFen: money ? step : null,
    ...toValuePlaces(from.places),
    confidence,
    status,
    edits: toEdits(from.edits),
  };
}

/** Numbers by role or column, in printed order. */
export function toNumbers<Key extends string>(
  from: Readonly<Partial<Record<Key, Quantity>>>,
): Partial<Record<Key, z.infer<typeof quantitySchema>>> {
  const numbers: Partial<Record<Key, z.infer<typeof quantitySchema>>> = {};
  for (const [key, quantity] of Object.entries(from) as [Key, Quantity][]) numbers[key] = toQuantity(quantity);
  return numbers;
}
