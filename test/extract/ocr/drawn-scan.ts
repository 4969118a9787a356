import type { EngineName, LineImage, LineReading, OcrEngine } from '../../../src/extract/ocr/engine.js';
import type { PageImage } from '../../../src/extract/ocr/image.js';
import { asPage, drawGrid, fakeText, fill, paper } from './image/paint.js';

/** Pixels per inch of the drawn scan. */
const DPI = 200;

/** Cells of 500 by 100 pixels, the first at (100, 400). Its words stand some 40 pixels from the left edge. */
const [XS, YS] = [
  [100, 600, 1100],
  [400, 500, 600],
];

/** A page of 6 by 5 inches: three lines of prose, and a table of two by two cells, the last of them empty but for a `speck` (its width in pixels, and its height). */
export function drawnScan(speck = 0, height = speck): PageImage {
  const image = paper(1200, 1000);
  for (const [index, top] of [100, 180, 260].entries()) fakeText(image, 100, top, 36, 27, index + 1);
  drawGrid(image, XS, YS, 4);
  fakeText(image, 140, 436, 36, 6, 11);
  fakeText(image, 644, 436, 36, 5, 12);
  fakeText(image, 140, 536, 36, 4, 13);
  fill(image, 700, 550, 700 + speck, 550 + height);
  return asPage(image, DPI);
}

/** What the made engine is asked, call by call: the kinds of the lines. */
interface AskedEngine extends OcrEngine {
  readonly calls: (readonly LineImage[])[];
}

/** An engine that reads as told: `read` gets a line, its number within the call, and the number of the call. */
export function madeEngine(
  read: (line: LineImage, index: number, call: number) => string,
  name: EngineName = 'pp-ocrv4',
  confidence = 0.9,
): AskedEngine {
  const calls: (readonly LineImage[])[] = [];
  return {
    calls,
    id: { name, model: 'made' },
    recognise: async (lines) => {
      const call = calls.push(lines) - 1;
      return lines.map((line, index) => spread(read(line, index, call), line, confidence));
    },
    detect: null,
    close: async () => undefined,
  };
}

/** Characters spread evenly over the picture. */
function spread(text: string, { image }: LineImage, confidence: number): LineReading {
  const step = image.width / Math.max(1, text.length);
  const characters = [...text].map((character, at) => ({
    text: character,
    confidence,
    left: at * step,
    right: (at + 1) * step,
  }));
  return { text, confidence, characters, alternatives: [] };
}
