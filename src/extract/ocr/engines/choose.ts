import { ToolMissingError } from '../../../errors.js';
import type { OcrEngine } from '../engine.js';

/** Opens one engine; rejects where it cannot be loaded. */
export type OpenEngine = () => Promise<OcrEngine>;

/** The engines of this installation in the order in which they are tried. */
export interface InstalledEngines {
  readonly ppOcr: OpenEngine;
  readonly tesseract: OpenEngine;
}

/** Which engine reads, which one reads doubtful lines again, and why. */
export interface ChosenEngines {
  readonly first: OcrEngine;
  /** Reads again what the first may have misread; `null` where only one engine could be loaded. */
  readonly second: OcrEngine | null;
  /** For people: which engines, and what kept the others from loading. One sentence. */
  readonly reason: string;
}

/** Loaded when the first page needs them: a digital report pays nothing for them. */
const INSTALLED: InstalledEngines = {
  ppOcr: async () => (await import('./pp-ocr.js')).openPpOcr(),
  tesseract: async () => (await import('./tesseract.js')).openTesseract(),
};

/**
 * PP-OCRv4 where it loads (faster, and better on names and stamps), Tesseract for second readings; else Tesseract alone.
 * The caller closes the engines.
 * @throws ToolMissingError naming both causes where none loads
 */
export async function chooseEngines(engines: InstalledEngines = INSTALLED): Promise<ChosenEngines> {
  const [ppOcr, tesseract] = [await tryOpen(engines.ppOcr), await tryOpen(engines.tesseract)];
  if ('engine' in ppOcr) {
    const first = ppOcr.engine;
    if ('engine' in tesseract) {
      const reason = `read by PP-OCRv4 (${first.id.model}), doubtful lines again by Tesseract (${tesseract.engine.id.model})`;
      return { first, second: tesseract.engine, reason };
    }
    const reason = `read by PP-OCRv4 (${first.id.model}) alone; tesseract.js could not be loaded: ${tesseract.failure}`;
    return { first, second: null, reason };
  }
  if ('engine' in tesseract) {
    const first = tesseract.engine;
    const reason = `read by Tesseract (${first.id.model}); onnxruntime-node could not be loaded: ${ppOcr.failure}`;
    return { first, second: null, reason };
  }
  throw new ToolMissingError(
    'OCR engine',
    `no OCR engine could be loaded. PP-OCRv4 through onnxruntime-node: ${ppOcr.failure}. tesseract.js: ${tesseract.failure}`,
    'Install juesuan again with its dependencies (tesseract.js runs everywhere), or read digital pages only with --ocr never.',
  );
}

/** The engine, or the first line of what the loader said. */
async function tryOpen(open: OpenEngine): Promise<{ readonly engine: OcrEngine } | { readonly failure: string }> {
  try {
    return { engine: await open() };
  } catch (error) {
    const [failure = 'unknown reason'] = (error instanceof Error ? error.message : String(error)).split('\n');
    return { failure };
  }
}
