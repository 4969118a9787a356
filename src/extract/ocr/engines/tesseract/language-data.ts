import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { z } from 'zod';

const require = createRequire(import.meta.url);

/** Trained weights in integers, made from the best ones: smaller, faster and, on such pages, better than the standard set. */
const WEIGHTS = '4.0.0_best_int';

const manifest = z.object({ version: z.string() });

export type Language = 'chi_sim' | 'eng';

/** The folder that holds `<language>.traineddata.gz`. Throws where the package is not installed. */
export function languageFolder(language: Language): string {
  return join(dirname(require.resolve(`@tesseract.js-data/${language}/package.json`)), WEIGHTS);
}

/** `tesseract.js@7.0.0 chi_sim+eng 4.0.0_best_int`. Throws where one of the packages is not installed. */
export function tesseractModel(): string {
  const { version } = manifest.parse(JSON.parse(readFileSync(require.resolve('tesseract.js/package.json'), 'utf8')));
  languageFolder('chi_sim');
  languageFolder('eng');
  return `tesseract.js@${version} chi_sim+eng ${WEIGHTS}`;
}
