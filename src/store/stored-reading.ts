import type Database from 'better-sqlite3';
import { z } from 'zod';
import type { OcrMode } from '../extract/ocr/ocr-mode.js';
import { versionStands } from './program-version.js';
import { readRow } from './rows.js';

/** An earlier reading of the same bytes. */
type StoredReading = z.infer<typeof readingSchema>;

const readingSchema = z.object({
  id: z.number(),
  programVersion: z.string(),
  /** Which pages were to be read from their pictures; `null` where nobody said so. */
  ocr: z.enum(['auto', 'never', 'always']).nullable(),
  /** Pages that are still to be read from their picture. */
  unread: z.number(),
  /** Pages whose text layer was read: `always` would read their picture. A text dump has no pictures. */
  digital: z.number(),
});

/** The reading of a file that the database holds, by the hash of its bytes. */
export function storedReading(database: Database.Database, sha256: string): StoredReading | undefined {
  return readRow(
    database,
    readingSchema,
    `SELECT id, program_version AS programVersion, ocr_mode AS ocr,
       (SELECT count(*) FROM page WHERE report_id = report.id AND condition = 'needs-ocr') AS unread,
       (SELECT count(*) FROM page WHERE report_id = report.id AND condition = 'read' AND ocr_engine IS NULL AND format <> 'text')
         AS digital
     FROM report WHERE sha256 = ?`,
    sha256,
  );
}

/**
 * Whether a stored reading stands when a program meets the same bytes again: the program must not be newer (see {@link versionStands}),
 * and reading in the mode `ocr` must promise no more than was read. Without a mode only the program counts.
 *
 * A page that could not be read from its picture was tried once: in the mode `auto` the report is not read again for it, or a nightly import
 * would spend its night on the same pages in vain. A newer program tries again, and so does `--force` (after a page ran out of time, say).
 * A mode that reads less than was read, `never` above all, never takes a better reading away.
 */
export function readingStands(stored: StoredReading, programVersion: string, ocr?: OcrMode): boolean {
  if (!versionStands(stored.programVersion, programVersion)) return false;
  if (ocr === undefined || ocr === 'never' || stored.ocr === 'always') return true;
  const tried = stored.ocr === 'auto';
  return (tried || stored.unread === 0) && (ocr === 'auto' || stored.digital === 0);
}
