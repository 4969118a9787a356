import type Database from 'better-sqlite3';
import { z } from 'zod';
import type { PageOcr } from '../extract/document.js';
import type { PageRecord } from '../normalize/report.js';
import { readRows } from './rows.js';

const pageSchema = z.object({
  number: z.number(),
  width: z.number(),
  height: z.number(),
  condition: z.enum(['read', 'blank', 'needs-ocr']),
  reason: z.string().nullable(),
  ocr_engine: z.string().nullable(),
  ocr_model: z.string().nullable(),
  ocr_dpi: z.number().nullable(),
  ocr_turn: z.literal([0, 1, 2, 3]).nullable(),
  ocr_skew: z.number().nullable(),
  ocr_low_quality: z.number().nullable(),
});

/** The pages of a report in their order. */
export function readPages(database: Database.Database, reportId: number): readonly PageRecord[] {
  const rows = readRows(
    database,
    pageSchema,
    `SELECT number, width, height, condition, reason, ocr_engine, ocr_model, ocr_dpi, ocr_turn, ocr_skew, ocr_low_quality
     FROM page WHERE report_id = ? ORDER BY number`,
    reportId,
  );
  return rows.map((row) => {
    const { number, width, height, condition, reason } = row;
    const ocr = toOcr(row);
    return { number, width, height, condition, reason, ...(ocr === null ? {} : { ocr }) };
  });
}

/** How a page was read from its picture, out of its columns, which are all empty for a text layer. */
function toOcr(row: z.infer<typeof pageSchema>): PageOcr | null {
  const { ocr_engine: engine, ocr_model: model, ocr_dpi: dpi, ocr_turn: turn, ocr_skew: skew } = row;
  return engine === null || model === null || dpi === null || turn === null || skew === null
    ? null
    : { engine, model, dpi, turn, skew, lowQuality: row.ocr_low_quality === 1 };
}
