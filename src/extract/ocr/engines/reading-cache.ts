import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { OcrPage } from '../ocr-page.js';
import type { KeptReadings } from '../ocr-service.js';
import { installedPackages } from './installation.js';

/** Raised whenever pages are prepared, cut or read in another way, or the shape of what is kept changes: older entries are read again. */
const SETTINGS = 6;

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

const entrySchema = z.object({ key: z.string(), page: pageSchema });

/** What may be chosen by tests; the program takes the defaults. */
export interface KeepOptions {
  /** Packages and versions that made the readings. */
  readonly packages?: string;
  /** Told once, when the folder cannot be written. */
  readonly warn?: (message: string) => void;
}

/**
 * Pages that were read, kept as JSON in files below `folder` (made when first needed), one for each key, settings and installed
 * engines. Nothing here fails: an entry that is damaged, cut off or another program's is none, and a folder that cannot be
 * written keeps nothing.
 */
export function keptReadings(folder: string, options: KeepOptions = {}): KeptReadings {
  const { packages = installedPackages(), warn = process.emitWarning } = options;
  let writable = true;
  const fullKey = (key: string): string => JSON.stringify([SETTINGS, packages, key]);
  return {
    get: async (key) => {
      const full = fullKey(key);
      try {
        const entry = entrySchema.parse(JSON.parse(await readFile(fileOf(folder, full), 'utf8')));
        return entry.key === full ? entry.page : null;
      } catch {
        return null;
      }
    },
    put: async (key, page) => {
      if (!writable) return;
      const full = fullKey(key);
      try {
        await writeWhole(fileOf(folder, full), JSON.stringify({ key: full, page }));
      } catch (error) {
        if (!writable) return;
        writable = false;
        const reason = error instanceof Error ? error.message : String(error);
        warn(`readings of scanned pages are not kept, the next run will read them again: ${reason}`);
      }
    },
  };
}

/** `ab/cdef….json` below the folder: thousands of entries in one folder are slow on some disks. */
function fileOf(folder: string, key: string): string {
  const hash = createHash('sha256').update(key).digest('hex');
  return join(folder, hash.slice(0, 2), `${hash.slice(2)}.json`);
}

/** Whoever reads at the same time sees the old file or the new one, never half of one. */
async function writeWhole(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const unfinished = `${path}.${randomUUID()}.tmp`;
  try {
    await writeFile(unfinished, text, { flag: 'wx' });
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => undefined);
    throw error;
  }
}
