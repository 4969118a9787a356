import type { SourceDocument } from './document.js';
import type { OcrMode } from './ocr/ocr-mode.js';
import type { OcrService } from './ocr/ocr-service.js';
import type { Place } from './place.js';

/** How pages without a readable text layer are read. */
export interface OcrUse {
  readonly mode: OcrMode;
  /** Made when the first page needs it: a digital report pays nothing for it. */
  readonly service: () => Promise<OcrService>;
  /** Told when the number of pages that need reading is known, and after each page. */
  readonly onProgress?: (progress: OcrProgress) => void;
}

/** How far the reading of pictures is. */
export interface OcrProgress {
  readonly file: string;
  readonly done: number;
  readonly of: number;
}

/** A document, and how to have doubtful places of it read once more. */
export interface Extraction {
  readonly document: SourceDocument;
  /**
   * The document with second readings of what stands at these places, where another engine is at hand; without effect on places that were not
   * read from a picture. The text stays that of the first reading.
   */
  readonly readAgain: (places: readonly Place[]) => Promise<SourceDocument>;
}
