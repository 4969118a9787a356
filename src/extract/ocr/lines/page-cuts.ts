import type { RuledLine } from '../../document.js';
import type { LineImage, OcrEngine } from '../engine.js';
import { inkWithoutRules } from '../image/rules.js';
import type { PreparedPage } from '../prepared-page.js';
import { withDetected } from './detected-lines.js';
import { type CutLine, cutLine } from './line-image.js';
import { type PageLine, type PageText, pageLines } from './page-lines.js';

/** Points in one inch: the unit of every place. */
export const POINTS = 72;

/** A line of a page with its picture, as an engine wants it. */
export interface PageCut {
  readonly line: PageLine;
  readonly cut: CutLine;
  readonly picture: LineImage;
}

/** The rules of a page in points, and its lines of text as pictures. */
export interface PageCuts {
  readonly rules: readonly RuledLine[];
  readonly cuts: readonly PageCut[];
}

/** What the ink of a prepared page shows: its rules in points, and its lines of text. */
export interface PrintedPage {
  readonly rules: readonly RuledLine[];
  readonly text: PageText;
}

/** The rules of a prepared page and its lines, as its ink shows them. */
export function printedPage(prepared: PreparedPage): PrintedPage {
  const scale = POINTS / prepared.dpi;
  const rules = prepared.rules.map((rule) => ({
    direction: rule.direction,
    at: rule.at * scale,
    from: rule.from * scale,
    to: rule.to * scale,
  }));
  const { width, height } = prepared.image;
  return { rules, text: pageLines({ width, height, dpi: prepared.dpi, ink: inkWithoutRules(prepared), rules }) };
}

/**
 * The rules of a prepared page, and the picture of every line of text. The engine's detector, which takes as long as reading the page, is
 * asked only where the ink leaves doubts; without one the lines are those of the ink.
 */
export async function pageCuts(
  prepared: PreparedPage,
  detect: OcrEngine['detect'],
  { rules, text }: PrintedPage = printedPage(prepared),
): Promise<PageCuts> {
  const lines = text.doubtful && detect ? withDetected(text, await detect(prepared.image), prepared.image) : text.lines;
  return { rules, cuts: lines.map((line) => lineCut(prepared, line)) };
}

/** The picture of one line, always the same. Cells may hold numbers, which deserve alternatives; lines outside tables are prose. */
export function lineCut({ image }: Pick<PreparedPage, 'image'>, line: PageLine): PageCut {
  const cut = cutLine(image, line.box, line.clip, line.size);
  return { line, cut, picture: { image: cut.image, kind: line.inCell ? 'number' : 'text' } };
}
