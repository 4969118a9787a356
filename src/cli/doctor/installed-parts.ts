import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rm, stat, statfs, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { usualOcr } from '../../extract/ocr/installed-ocr.js';
import { workerPool } from '../../extract/ocr/workers/worker-pool.js';
import { sizeText } from '../output/size.js';
import type { Parts } from './parts.js';

/** An engine loads in some five seconds on a slow machine. */
const LOADING = 60_000;

/** The parts of this installation. Everything heavy is loaded when it is tried, engines in a process of their own. */
export function installedParts(environment: Readonly<Record<string, string | undefined>>): Parts {
  const { cache } = usualOcr(environment);
  return {
    sqlite: async () => (await import('../../store/examine-database.js')).sqliteVersion(),
    ocr: engines,
    sharp: async () => {
      const { default: sharp } = await import('sharp');
      return `${sharp.versions.sharp ?? ''} with libvips ${sharp.versions.vips}`;
    },
    fonts: async () => {
      const folder = path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
      const count = async (name: string) => (await readdir(path.join(folder, name))).length;
      return { fonts: await count('standard_fonts'), maps: await count('cmaps') };
    },
    canvas: async () => {
      // The copy that pdf.js uses, which need not be the one beside this package.
      const ofPdfjs = createRequire(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
      const manifest = path.join(path.dirname(ofPdfjs.resolve('@napi-rs/canvas')), 'package.json');
      ofPdfjs('@napi-rs/canvas');
      return `@napi-rs/canvas ${ofPdfjs(manifest).version}`;
    },
    readings: async () => (cache === null ? null : keptIn(cache)),
  };
}

async function engines(): Promise<{ readonly both: boolean; readonly reason: string }> {
  const pool = workerPool({ workers: 1, timeout: LOADING });
  try {
    const { second, reason } = await pool.engines();
    return { both: second !== null, reason };
  } finally {
    await pool.close();
  }
}

async function keptIn(
  folder: string,
): Promise<{ readonly folder: string; readonly files: number; readonly size: string }> {
  await mkdir(folder, { recursive: true });
  const trial = path.join(folder, `${randomUUID()}.trial`);
  await writeFile(trial, '');
  await rm(trial);
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const sizes = await Promise.all(
    files.map(async (entry) => (await stat(path.join(entry.parentPath, entry.name))).size),
  );
  return { folder, files: files.length, size: sizeText(sizes.reduce((sum, size) => sum + size, 0)) };
}

/** Free bytes on the disk of a path, or of the nearest folder above it that is there; `null` where it cannot be told. */
export async function freeBytes(file: string): Promise<number | null> {
  const folder = path.dirname(path.resolve(file));
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch {
    return path.dirname(folder) === folder ? null : freeBytes(folder);
  }
}
