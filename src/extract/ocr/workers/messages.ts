import type { LineImage, LineReading } from '../engine.js';
import type { PageImage } from '../image.js';
import type { OcrPage } from '../ocr-page.js';
import type { EngineNote } from '../page-reader.js';

/** What the program asks a worker. One request at a time. */
export type Request =
  | { readonly ask: 'engines' }
  | { readonly ask: 'read'; readonly image: PageImage }
  | { readonly ask: 'cut-again'; readonly image: PageImage; readonly page: OcrPage }
  | { readonly ask: 'read-again'; readonly lines: readonly LineImage[] };

/** What a worker answers. `failed`: this request could not be done; the worker goes on. */
export type Answer =
  | { readonly answer: 'engines'; readonly engines: EngineNote }
  | {
      readonly answer: 'page';
      readonly page: OcrPage;
      readonly images: readonly (readonly [number, LineImage])[];
    }
  | { readonly answer: 'images'; readonly images: readonly (readonly [number, LineImage])[] }
  | { readonly answer: 'readings'; readonly readings: readonly LineReading[] | null }
  | { readonly answer: 'failed'; readonly reason: string };
