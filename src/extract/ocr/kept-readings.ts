import { z } from 'zod';
import type { Kind } from '../kept.js';
import type { OcrPage } from './ocr-page.js';

/** Raised whenever pages are prepared, cut or read in another way, or the shape of what is kept changes: older entries are read again. */
const SETTINGS = 8;

const box = z.object({ left: z.number(), top: z.number(), right: z.number(), bottom: z.number() });

/** As much of a page as its users would trip over. The rest is trusted: its key says that this program wrote it. */
const pageSchema = z.custom<OcrPage>(
  (value) =>
    z
      .object({
        ocr: z.object({ engine: z.string(), model: z.string() }),
        runs: z.array(z.object({ text: z.string(), box, parts: z.array(z.object({ text: z.string(), box })) })),
        rules: z.array(z.object({ at: z.number(), from: z.number(), to: z.number() })),
        unseen: z.number(),
        toReader: z.array(z.number()).length(6),
      })
      .safeParse(value).success,
);

/** Pages that were read, by the key of their request. @param packages packages and versions that made the readings */
export function readings(packages: string): Kind<OcrPage> {
  return { madeBy: ['reading', SETTINGS, packages], schema: pageSchema };
}
