import type { Turn } from '../pdf/page-content.js';
import type { LineImage, OcrEngine } from './engine.js';
import { preparePage } from './image/prepare.js';
import { quarterTurnCandidates } from './image/quarter-turn.js';
import { sampleLines } from './image/sample-lines.js';
import type { PageImage, PixelBox } from './image.js';
import { cutLine } from './lines/line-image.js';
import type { PreparedPage } from './prepared-page.js';

/** Some pages have hardly more than numbers (the rest of a table). A digit upside down is read as another one, but never surely. */
const DIGIT = /\d/;
const SURE_DIGIT = 0.7;
const DIGIT_WORTH = 0.3;
/** Lines that are read to see which side of a page is up. */
const SAMPLES = 10;
const HAN = /\p{Script=Han}/gu;
/** Chinese characters in the sample, of so many read, that settle it: a page upside down gives some 15 % of those. */
const CLEAR = { characters: 25, confidence: 0.8 };

/**
 * The page made ready in the one of its possible turns in which an engine reads the most Chinese. A scanner is fed from
 * any side; confidence alone does not tell (a page on its side reached 0.89, design/ocr.md).
 */
export async function preparedUpright(image: PageImage, engine: OcrEngine): Promise<PreparedPage> {
  const candidates = quarterTurnCandidates(image);
  let best: { readonly prepared: PreparedPage; readonly score: number } | null = null;
  for (const turn of candidates) {
    const prepared = await preparePage(image, turn);
    if (candidates.length === 1) return prepared;
    const { score, clear } = await sample(prepared, engine);
    if (best === null || score > best.score) best = { prepared, score };
    if (clear) return prepared;
  }
  return best?.prepared ?? (await preparePage(image, 0 satisfies Turn));
}

/** Chinese characters read, each by its confidence. */
async function sample(
  prepared: PreparedPage,
  engine: OcrEngine,
): Promise<{ readonly score: number; readonly clear: boolean }> {
  const { width, height } = prepared.image;
  const page: PixelBox = { left: 0, top: 0, right: width, bottom: height };
  const lines = sampleLines(prepared, SAMPLES).map((box): LineImage => {
    const size = box.bottom - box.top;
    return { image: cutLine(prepared.image, box, page, size).image, kind: 'text' };
  });
  const readings = await engine.recognise(lines);
  let [characters, score, digits] = [0, 0, 0];
  for (const { characters: read } of readings)
    for (const { text, confidence } of read) {
      if (text.match(HAN) !== null) {
        characters++;
        score += confidence;
      } else if (DIGIT.test(text) && confidence >= SURE_DIGIT) digits += confidence * DIGIT_WORTH;
    }
  return { score: score + digits, clear: characters >= CLEAR.characters && score >= characters * CLEAR.confidence };
}
