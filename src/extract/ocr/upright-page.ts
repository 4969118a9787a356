import type { LineImage, LineReading, OcrEngine } from './engine.js';
import { type StraightPage, sideUp, straightPage } from './image/prepare.js';
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
/** The first of them, together so many times longer than high, are read alone: two lines of prose most often settle it. */
const FIRST = 32;
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
  let straight: StraightPage | null = null;
  for (const turn of quarterTurns(image)) {
    // The two sides of one axis follow each other.
    const axis = turn % 2 === 0 ? 0 : 1;
    if (straight?.turn !== axis) straight = await straightPage(image, axis);
    const prepared = sideUp(straight, turn);
    const page = { prepared, printed: printedPage(prepared) };
    const { score, clear } = await sample(page, engine);
    if (clear) return page;
    if (best === null || score > best.score) best = { page, score };
  }
  if (best === null) throw new Error('a page has no turn to be tried');
  return best.page;
}

/** What lines read in one of the turns speak for it: Chinese characters and sure digits, each by its confidence. */
interface Sample {
  readonly characters: number;
  readonly chinese: number;
  readonly digits: number;
}

async function sample(
  { prepared, printed }: UprightPage,
  engine: OcrEngine,
): Promise<{ readonly score: number; readonly clear: boolean }> {
  const lines = sampleLines(prepared, printed.text.lines, SAMPLES);
  const first = howManyFirst(lines);
  let seen = sampleOf(await engine.recognise(lines.slice(0, first)));
  if (!isClear(seen)) {
    const others = sampleOf(await engine.recognise(lines.slice(first)));
    seen = {
      characters: seen.characters + others.characters,
      chinese: seen.chinese + others.chinese,
      digits: seen.digits + others.digits,
    };
  }
  return { score: seen.chinese + seen.digits, clear: isClear(seen) };
}

function howManyFirst(lines: readonly LineImage[]): number {
  let length = 0;
  const enough = lines.findIndex(({ image }) => {
    length += image.width / image.height;
    return length >= FIRST;
  });
  return enough < 0 ? lines.length : enough + 1;
}

function sampleOf(readings: readonly LineReading[]): Sample {
  let [characters, chinese, digits] = [0, 0, 0];
  for (const { characters: read } of readings)
    for (const { text, confidence } of read) {
      if (text.match(HAN) !== null) {
        characters++;
        chinese += confidence;
      } else if (DIGIT.test(text) && confidence >= SURE_DIGIT) digits += confidence * DIGIT_WORTH;
    }
  return { characters, chinese, digits };
}

function isClear({ characters, chinese }: Sample): boolean {
  return characters >= CLEAR.characters && chinese >= characters * CLEAR.confidence;
}
