import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { KeptFolder } from './kept.js';

/**
 * Keeps as JSON in files below `folder` (made when first needed), one for each key and all that its kind depends on. Nothing here
 * fails: an entry that is damaged, cut off or another program's is none, and a folder that cannot be written keeps nothing.
 * @param warn told once, when the folder cannot be written
 */
export function keptFiles(folder: string, warn: (message: string) => void = process.emitWarning): KeptFolder {
  let writable = true;
  return {
    of: ({ madeBy, schema }) => {
      const fullKey = (key: string): string => JSON.stringify([...madeBy, key]);
      const entrySchema = z.object({ key: z.string(), value: schema });
      return {
        get: async (key) => {
          const full = fullKey(key);
          try {
            const entry = entrySchema.parse(JSON.parse(await readFile(fileOf(folder, full), 'utf8')));
            return entry.key === full ? entry.value : null;
          } catch {
            return null;
          }
        },
        put: async (key, value) => {
          if (!writable) return;
          const full = fullKey(key);
          try {
            await writeWhole(fileOf(folder, full), JSON.stringify({ key: full, value }));
          } catch (error) {
            if (!writable) return;
            writable = false;
            const reason = error instanceof Error ? error.message : String(error);
            warn(`readings of scanned pages are not kept, the next run will read them again: ${reason}`);
          }
        },
      };
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
