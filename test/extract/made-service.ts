import type { OcrProgress, OcrUse } from '../../src/extract/extraction.js';
import type { KeptFolder } from '../../src/extract/kept.js';
import type { PageImage } from '../../src/extract/ocr/image.js';
import type { OcrMode } from '../../src/extract/ocr/ocr-mode.js';
import type { OcrPage } from '../../src/extract/ocr/ocr-page.js';
import type { OcrService } from '../../src/extract/ocr/ocr-service.js';

/** What a made service reads: a page for a key, or why it cannot be read. */
export type Read = (key: string, image: () => Promise<PageImage>) => Promise<OcrPage>;

/** A service that reads as told, and its second engine: each run wanted gets the reading `second`. */
export function madeService(
  read: Read,
  kept: KeptFolder | null = null,
): { readonly service: OcrService; readonly asked: (readonly number[])[] } {
  const asked: (readonly number[])[] = [];
  const service: OcrService = {
    kept,
    engines: async () => ({ first: { name: 'pp-ocrv4', model: 'made' }, second: null, reason: 'made' }),
    read: async ({ key, image }) => {
      const page = await read(key, image);
      const readAgain = async (wanted: readonly number[]): Promise<OcrPage> => {
        asked.push(wanted);
        const runs = page.runs.map((run, index) => {
          const second = { engine: 'second', text: `again ${run.text}`, confidence: 0.7 };
          return wanted.includes(index) ? { ...run, readings: [...(run.readings ?? []), second] } : run;
        });
        return { ...page, runs };
      };
      return { page, cached: false, readAgain };
    },
    close: async () => undefined,
  };
  return { service, asked };
}

/** The use of a service, and what was told of its progress. */
export function madeUse(
  mode: OcrMode,
  read: Read,
  kept: KeptFolder | null = null,
): {
  readonly use: OcrUse;
  readonly told: OcrProgress[];
  readonly asked: (readonly number[])[];
  readonly made: () => number;
} {
  const { service, asked } = madeService(read, kept);
  const told: OcrProgress[] = [];
  let made = 0;
  const use: OcrUse = {
    mode,
    service: async () => {
      made++;
      return service;
    },
    onProgress: (progress) => told.push(progress),
  };
  return { use, told, asked, made: () => made };
}
