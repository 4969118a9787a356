import type { OcrProgress } from '../extract/extraction.js';
import type { OcrMode } from '../extract/ocr/ocr-mode.js';
import type { OcrService } from '../extract/ocr/ocr-service.js';
import { usualWorkers } from '../extract/ocr/usual-workers.js';
import type { ReadOptions } from '../pipeline.js';

/** How reports are read, as plain data: it travels to other processes. What is left out is as usual on this machine. */
export interface Reading {
  readonly ocr?: OcrMode;
  readonly workers?: number;
  /** Milliseconds for one page. */
  readonly timeout?: number;
  /** Folder of kept readings; `null`: none are kept. */
  readonly cache?: string | null;
}

/**
 * The reading for each of several processes that import at the same time: together they keep as many processes that read pictures as one
 * would, but each keeps one at least.
 */
export function sharedReading(reading: Reading, processes: number, processors: number): Reading {
  const workers = reading.workers ?? usualWorkers(processors);
  return processes > 1 ? { ...reading, workers: Math.max(1, Math.floor(workers / processes)) } : reading;
}

let ocr: Promise<OcrService> | null = null;

/** The reading as the pipeline takes it. What reads pictures is set up once in a process, by the first reading that needs it. */
export function readOptions(reading: Reading, onOcrProgress?: (progress: OcrProgress) => void): ReadOptions {
  const { ocr: mode = 'auto', ...set } = reading;
  const ocrService = (): Promise<OcrService> => {
    ocr ??= import('../extract/ocr/installed-ocr.js').then(({ installedOcr, usualOcr }) =>
      installedOcr({ ...usualOcr(process.env), ...set }),
    );
    return ocr;
  };
  return { ocr: mode, ocrService, ...(onOcrProgress === undefined ? {} : { onOcrProgress }) };
}
