/** What the JSON contract says of pages and cells read from pictures. A digital report has none of it. */
import { z } from 'zod';
import type { OcrReading, PageOcr } from '../extract/document.js';
import type { Repair } from '../normalize/printed.js';
import { fenSchema, round } from './parts.js';

export const pageOcrSchema = z
  .strictObject({
    engine: z.string(),
    model: z.string(),
    dpi: z.number().describe('pixels per inch of the picture'),
    turn: z.literal([0, 1, 2, 3]).describe('quarter turns clockwise that made the picture upright'),
    skew: z.number().describe('degrees by which it was then turned to be straight'),
    lowQuality: z.boolean().describe('below 200 dpi, or black and white only: its readings are worth less'),
  })
  .describe('how the page was read from its picture; absent for a text layer');

const ocrReadingSchema = z.strictObject({
  engine: z.string(),
  text: z.string(),
  confidence: z.number().min(0).max(1),
});

export const ocrReadingsSchema = z
  .array(ocrReadingSchema)
  .describe('every reading of what stands in a picture, the one that is used first; absent in a text layer');

export const repairSchema = z
  .strictObject({
    readAmountFen: fenSchema.nullable().describe('the amount as it was read; null where nothing was'),
    readStepFen: fenSchema.nullable(),
    checks: z.array(z.string()).describe('checks whose identities only the new amount satisfies'),
    reading: ocrReadingSchema.nullable().describe('another reading of the same pixels that gives the new amount'),
  })
  .describe('why amountFen is not the amount that was read; absent where it is');

export function toPageOcr({ engine, model, dpi, turn, skew, lowQuality }: PageOcr): z.infer<typeof pageOcrSchema> {
  return { engine, model, dpi: round(dpi), turn, skew: round(skew), lowQuality };
}

function toOcrReading({ engine, text, confidence }: OcrReading): z.infer<typeof ocrReadingSchema> {
  return { engine, text, confidence };
}

export function toOcrReadings(from: readonly OcrReading[]): z.infer<typeof ocrReadingsSchema> {
  return from.map(toOcrReading);
}

export function toRepair({ read, checks, reading }: Repair): z.infer<typeof repairSchema> {
  return {
    readAmountFen: read?.fen ?? null,
    readStepFen: read?.stepFen ?? null,
    checks: [...checks],
    reading: reading === null ? null : toOcrReading(reading),
  };
}
