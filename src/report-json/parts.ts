/** What every part of the JSON contract shares: places, money, edits, codes. */
import { z } from 'zod';
import type { Box, Place } from '../extract/place.js';
import type { ClassificationCode, Edit } from '../normalize/printed.js';

export const fenSchema = z.int().describe('money in fen, 0.01 yuan');
export const pageNumberSchema = z.int().min(1).describe('page, counted from 1');
export const boxSchema = z
  .tuple([z.number(), z.number(), z.number(), z.number()])
  .nullable()
  .describe('[left, top, right, bottom] in points from the top left of the page as read; null in a plain-text dump');
const placeSchema = z.strictObject({ page: pageNumberSchema, box: boxSchema });
export const placesSchema = z.array(placeSchema);
export const confidenceSchema = z
  .number()
  .min(0)
  .max(1)
  .nullable()
  .describe('lowest OCR confidence; null for text not from OCR');
export const readingSchema = z.enum(['amount', 'blank', 'dash', 'unreadable']);
export const statusSchema = z.enum(['verified', 'consistent', 'unverified', 'disputed', 'repaired']);
export const measureSchema = z.enum(['money', 'percent', 'count', 'score']);
export const phaseSchema = z.enum(['approved', 'adjusted', 'executed']).nullable();
export const yearSchema = z.enum(['current', 'prior']).describe('the year of the report, or the one before');
export const editsSchema = z.array(z.strictObject({ rule: z.string(), from: z.string(), to: z.string() }));
export const pathsSchema = z
  .array(z.string())
  .describe(
    'paths, indexes from 0: <statement>/<row>/<column key>, claim/<n>/<role>, claim/<n>/part/<n>, fact/<n>, evaluation/<n>/funds/<row>/<column>, evaluation/<n>/indicators/<row>/<column>, evaluation/<n>/total-score',
  );

export const codeSchema = z.strictObject({
  scheme: z.enum(['functional', 'department-economic', 'government-economic', 'revenue']),
  code: z.string(),
  printed: z.string(),
  match: z.enum(['known', 'other-name', 'unknown-code', 'unlikely']),
  catalogueName: z.string().nullable(),
});

type PlaceJson = z.infer<typeof placeSchema>;

/** Two decimals of a point are far below what a page can show, and keep the output small. No negative zero: JSON has none. */
export function round(points: number): number {
  return Math.round(points * 100) / 100 + 0;
}

function toBox(from: Box | null): z.infer<typeof boxSchema> {
  return from === null ? null : [round(from.left), round(from.top), round(from.right), round(from.bottom)];
}

export function toPlace(from: Place): PlaceJson {
  return { page: from.page, box: toBox(from.box) };
}

/** Page and box of the first place; all places only when a page break or a line break cuts the value. */
export function toValuePlaces(places: readonly Place[]): {
  page: number | null;
  box: z.infer<typeof boxSchema>;
  places?: PlaceJson[];
} {
  const first = places[0];
  return {
    page: first?.page ?? null,
    box: toBox(first?.box ?? null),
    ...(places.length > 1 ? { places: places.map(toPlace) } : {}),
  };
}

export function toEdits(edits: readonly Edit[]): z.infer<typeof editsSchema> {
  return edits.map(({ rule, from, to }) => ({ rule, from, to }));
}

export function toCode(from: ClassificationCode | null): z.infer<typeof codeSchema> | null {
  if (from === null) return null;
  const { scheme, code, printed, match, catalogueName } = from;
  return { scheme, code, printed, match, catalogueName };
}
