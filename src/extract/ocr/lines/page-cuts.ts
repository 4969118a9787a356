import type { RuledLine } from '../../document.js';
import type { LineImage } from '../engine.js';
import { inkWithoutRules } from '../image/rules.js';
import type { PreparedPage } from '../prepared-page.js';
import { type CutLine, cutLine } from './line-image.js';
import { type PageLine, pageLines } from './page-lines.js';

/** Points in one inch: the unit of every place. */
export const POINTS = 72;

/** A line of a page with its picture, as an engine wants it. */
export interface PageCut {
  readonly line: PageLine;
  readonly cut: CutLine;
  readonly picture: LineImage;
}

/** The rules of a prepared page in points, and every line of text as a picture. */
export function pageCuts(prepared: PreparedPage): {
  readonly rules: readonly RuledLine[];
  readonly cuts: readonly PageCut[];
} {
  const scale = POINTS / prepared.dpi;
  const rules = prepared.rules.map((rule) => ({
    direction: rule.direction,
    at: rule.at * scale,
    from: rule.from * scale,
    to: rule.to * scale,
  }));
  const { width, height } = prepared.image;
  const lines = pageLines({ width, height, dpi: prepared.dpi, ink: inkWithoutRules(prepared), rules });
  const cuts = lines.map((line): PageCut => {
    const cut = cutLine(prepared.image, line.box, line.clip, line.size);
    // Cells may hold numbers, which deserve alternatives; lines outside tables are prose.
    return { line, cut, picture: { image: cut.image, kind: line.inCell ? 'number' : 'text' } };
  });
  return { rules, cuts };
}
