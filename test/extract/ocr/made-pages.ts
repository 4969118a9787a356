import type { LayoutRun } from '../../../src/extract/layout/run.js';
import type { LineImage, LineReading } from '../../../src/extract/ocr/engine.js';
import type { PageImage } from '../../../src/extract/ocr/image.js';
import type { OcrPage } from '../../../src/extract/ocr/ocr-page.js';
import type { Box } from '../../../src/extract/place.js';

/** A run as the first engine reads it; 50 by 10 points where no place is given. */
export function run(text: string, at: Partial<Box> = {}, confidence = 0.9): LayoutRun {
  const { left = 100, top = 100 } = at;
  const box = { left, top, right: left + 50, bottom: top + 10, ...at };
  return { text, box, parts: [{ text, box }], size: 10, confidence, readings: [{ engine: 'first', text, confidence }] };
}

/** A page as it was read: upright, straight, of one point a pixel. */
export function ocrPage(runs: readonly LayoutRun[], more: Partial<OcrPage> = {}): OcrPage {
  return {
    ocr: { engine: 'first', model: 'made 1', dpi: 72, turn: 0, skew: 0, lowQuality: false },
    runs,
    rules: [],
    unseen: 0,
    toReader: [1, 0, 0, 1, 0, 0],
    ...more,
  };
}

/** A picture that is told from others by its grey. */
export function greyPage(grey: number): PageImage {
  return { width: 4, height: 6, data: new Uint8Array(24).fill(grey), dpi: 72, source: 'file', bilevel: false };
}

/** The picture of a line, told from others by its grey. */
export function greyLine(grey: number): LineImage {
  return { image: { width: 3, height: 2, data: new Uint8Array(6).fill(grey) }, kind: 'number' };
}

export function lineReading(
  text: string,
  confidence = 0.8,
  alternatives: LineReading['alternatives'] = [],
): LineReading {
  const characters = [...text].map((character, at) => ({
    text: character,
    confidence,
    left: at * 8,
    right: at * 8 + 8,
  }));
  return { text, confidence, characters, alternatives };
}
