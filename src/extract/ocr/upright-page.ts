import type { OcrEngine } from './engine.js';
import { preparePage } from './image/prepare.js';
import { quarterTurns } from './image/quarter-turn.js';
import type { PageImage } from './image.js';
import { type PrintedPage, printedPage } from './lines/page-cuts.js';
import { sampleLines } from './lines/sample-lines.js';
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

/** A page that stands upright, and what its ink shows. */
export interface UprightPage {
  readonly prepared: PreparedPage;
  readonly printed: PrintedPage;
}

/**
 * The page made ready in the one of the four turns in which an engine reads the most Chinese. A scanner is fed from
 * any side; confidence alone does not tell (a page on its side reached 0.89, design/ocr.md), and neither do the patches of ink of a
 * page that holds little more than the empty cells of a form: such a page is tried in all four.
 */
export async function uprightPage(image: PageImage, engine: OcrEngine): Promise<UprightPage> {
  let best: { readonly page: UprightPage; readonly score: number } | null = null;
  for (const turn of quarterTurns(image)) {
    const prepared = await preparePage(image, turn);
    const page = { prepared, printed: printedPage(prepared) };
    const { score, clear } = await sample(page, engine);
    if (clear) return page;
    if (best === null || score > best.score) best = { page, score };
  }
  if (best === null) throw new Error('a page has no turn to be tried');
  return best.page;
}

/** Chinese characters read, each by its confidence. */
async function sample(
  { prepared, printed }: UprightPage,
  engine: OcrEngine,
): Promise<{ readonly score: number; readonly clear: boolean }> {
  const readings = await engine.recognise(sampleLines(prepared, printed.text.lines, SAMPLES));
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
