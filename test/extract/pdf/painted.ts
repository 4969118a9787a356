/** What a page paints, built by hand: operator lists as pdf.js gives them, and glyphs as `interpret` gives them. */
import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { FontFacts } from '../../../src/extract/pdf/graphics-state.js';
import { interpret, type OperatorList } from '../../../src/extract/pdf/interpret.js';
import type { Matrix } from '../../../src/extract/pdf/matrix.js';
import type { Glyph, PageContent } from '../../../src/extract/pdf/page-content.js';
import type { ShownGlyph } from '../../../src/extract/pdf/show-text.js';

export const PAGE = { number: 1, width: 600, height: 800 };
/** From user space to the reader's coordinates on `PAGE`, not rotated. */
export const VIEWPORT: Matrix = [1, 0, 0, -1, 0, PAGE.height];

export type Operation = readonly [name: keyof typeof OPS, ...args: unknown[]];

export function operatorList(operations: readonly Operation[]): OperatorList {
  return { fnArray: operations.map(([name]) => OPS[name]), argsArray: operations.map(([, ...args]) => args) };
}

/** Interprets operations on `PAGE`; every font is `font`. */
export function paint(operations: readonly Operation[], font: FontFacts | null = null): PageContent {
  return interpret(PAGE, operatorList(operations), VIEWPORT, () => font);
}

/** Glyphs of the characters of a text: half an em wide, Chinese ones an em. */
export function shown(text: string): ShownGlyph[] {
  return [...text].map((unicode) => ({
    unicode,
    width: /[\u2E80-\uFFEF]/.test(unicode) ? 1000 : 500,
    isSpace: unicode === ' ',
  }));
}

/** Text at a place of the user space, in 10 points. */
export function textAt(x: number, y: number, text: string): Operation[] {
  return [['beginText'], ['setFont', 'F', 10], ['moveText', x, y], ['showText', shown(text)], ['endText']];
}

/** A rectangle of the user space as path data of pdf.js. */
export function rectangle(left: number, bottom: number, right: number, top: number): number[] {
  return [0, left, bottom, 1, right, bottom, 1, right, top, 1, left, top, 4];
}

/** A path painted by an operator; `paintBy` `endPath` paints nothing, which is how clips end. */
export function path(paintBy: keyof typeof OPS, data: readonly number[]): Operation {
  const xs = data.length > 0 ? bounds(data) : null;
  return ['constructPath', OPS[paintBy], [Float32Array.from(data)], xs];
}

/** Bounds of straight path data. */
function bounds(data: readonly number[]): Float32Array {
  const xs: number[] = [];
  const ys: number[] = [];
  for (let at = 0; at < data.length; at += data[at] === 4 ? 1 : 3)
    if (data[at] !== 4) {
      xs.push(data[at + 1] ?? 0);
      ys.push(data[at + 2] ?? 0);
    }
  return Float32Array.of(Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys));
}

/** The text of a page, painted order. */
export function textOf(content: PageContent): string {
  return content.glyphs.map(({ text }) => text).join('');
}

/** Upright glyphs of a text in reader coordinates: half an em wide, Chinese ones an em, set tight. */
export function glyphs(text: string, left: number, top: number, overrides: Partial<Glyph> = {}): Glyph[] {
  const size = overrides.size ?? 10;
  let x = left;
  return [...text].map((character) => {
    const from = x;
    x += /[\u2E80-\uFFEF]/.test(character) ? size : size / 2;
    return {
      text: character,
      box: { left: from, top, right: x, bottom: top + size },
      turn: 0,
      size,
      operator: 0,
      font: 'F',
      unmapped: false,
      ...overrides,
    };
  });
}

/** A page with these glyphs and nothing else, unless the overrides say so. */
export function content(of: readonly Glyph[], overrides: Partial<PageContent> = {}): PageContent {
  return {
    ...PAGE,
    glyphs: of,
    strokes: [],
    images: [],
    imageCover: 0,
    blanks: 0,
    shapes: 0,
    lostTexts: 0,
    ...overrides,
  };
}
