import { type Examined, ok } from './examined.js';

/** Parts of the installation that load, or say why they do not. */
export interface Parts {
  readonly sqlite: () => Promise<string>;
  /** Whether both engines load, and which read; rejects where none does. */
  readonly ocr: () => Promise<{ readonly both: boolean; readonly reason: string }>;
  readonly sharp: () => Promise<string>;
  /** Number of fonts and character maps that pages are painted with. */
  readonly fonts: () => Promise<{ readonly fonts: number; readonly maps: number }>;
  readonly canvas: () => Promise<string>;
  /** The folder of kept readings; rejects where it cannot be written. */
  readonly readings: () => Promise<{ readonly folder: string; readonly files: number; readonly size: string } | null>;
}

const AGAIN = 'Install juesuan again with its dependencies (npm ci).';

/** Tries every part; none stops the others. */
export function examineParts(parts: Parts): Promise<readonly Examined[]> {
  return Promise.all([
    tried('SQLite', 'broken', `${AGAIN} better-sqlite3 needs its binary, or a C++ compiler.`, async () =>
      ok('SQLite', await parts.sqlite()),
    ),
    tried('OCR engines', 'limited', `${AGAIN} Until then scans stay unread.`, async () => ocr(await parts.ocr())),
    tried('sharp', 'limited', `${AGAIN} Until then picture files cannot be read.`, async () =>
      ok('sharp', await parts.sharp()),
    ),
    tried('canvas', 'limited', `${AGAIN} Until then scanned PDFs that must be painted stay unread.`, async () =>
      ok('canvas', await parts.canvas()),
    ),
    tried('fonts', 'limited', AGAIN, async () => fonts(await parts.fonts())),
    tried(
      'kept readings',
      'limited',
      'Name a folder that can be written: --ocr-cache, or JUESUAN_OCR_CACHE.',
      async () => readings(await parts.readings()),
    ),
  ]);
}

async function tried(
  part: string,
  health: 'limited' | 'broken',
  remedy: string,
  examine: () => Promise<Examined>,
): Promise<Examined> {
  try {
    return await examine();
  } catch (error) {
    const [found = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    return { part, health, found, remedy };
  }
}

function ocr({ both, reason }: Awaited<ReturnType<Parts['ocr']>>): Examined {
  if (both) return ok('OCR engines', reason);
  const remedy =
    'Scans are read by one engine, so doubtful numbers have no second reading. Install juesuan again (npm ci).';
  return { part: 'OCR engines', health: 'limited', found: reason, remedy };
}

function fonts({ fonts: count, maps }: Awaited<ReturnType<Parts['fonts']>>): Examined {
  const found = `${count} fonts and ${maps} character maps of pdfjs-dist; fonts of the system are not used`;
  if (count > 0 && maps > 0) return ok('fonts', found);
  return { part: 'fonts', health: 'limited', found, remedy: `${AGAIN} Text in fonts outside a PDF cannot be read.` };
}

function readings(kept: Awaited<ReturnType<Parts['readings']>>): Examined {
  if (kept === null) return ok('kept readings', 'none are kept');
  return ok('kept readings', `${kept.folder}: ${kept.files} pages, ${kept.size}; can be written`);
}
