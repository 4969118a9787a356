import type { Turn } from '../place.js';
import type { GraphicsState } from './graphics-state.js';
import { type Matrix, multiply, xOf, yOf } from './matrix.js';
import type { Glyph } from './page-content.js';

/** A glyph as pdf.js's operator list gives it. A bare number between glyphs is kerning in thousandths of an em. */
export interface ShownGlyph {
  readonly unicode: string;
  /** Its code in the strings of the page. */
  readonly originalCharCode?: number;
  readonly width: number;
  readonly isSpace: boolean;
  readonly isInFont?: boolean;
  readonly vmetric?: readonly number[] | null;
}

/** Height of a glyph's box above and below the baseline, in ems: that of the Song faces these reports are set in. */
const ASCENT = 0.86;
const DESCENT = 0.14;

const PRIVATE_USE = /[\uE000-\uF8FF\uFFFD\u0000-\u001F]/;

/**
 * Places the glyphs of one showing operator (PDF 32000-1, 9.4.4) and moves the text position on.
 * Glyphs that are not painted (rendering modes 3 and 7, a transparent fill) and glyphs whose centre is clipped away are not given,
 * nor are blanks: `onBlank` is told of the code of each.
 */
export function showText(
  state: GraphicsState,
  shown: readonly (ShownGlyph | number)[],
  operator: number,
  out: Glyph[],
  onBlank: (code: number) => void = () => undefined,
): void {
  const { font, fontSize, charSpacing, wordSpacing, fontDirection } = state;
  if (fontSize === 0) return;
  const vertical = font?.vertical === true;
  const fontMatrixA = font?.fontMatrix?.[0] ?? 0.001;
  const advanceScale = fontSize * fontMatrixA;
  const horizontalScale = state.horizontalScale * fontDirection;
  const base = multiply(state.ctm, state.textMatrix);
  const matrix: Matrix = multiply(base, [horizontalScale, 0, 0, fontDirection, state.x, state.y + state.rise]);
  const size = fontSize * Math.hypot(base[2], base[3]);
  const turn = turnOf(matrix);
  // Modes 3 and 7 paint nothing; mode 0 paints nothing where the fill is wholly transparent.
  const invisible = (state.renderingMode & 3) === 3 || (state.renderingMode === 0 && state.fillAlpha === 0);
  let x = 0;
  for (const glyph of shown) {
    if (typeof glyph === 'number') {
      x += ((vertical ? 1 : -1) * glyph * fontSize) / 1000;
      continue;
    }
    if (!invisible && !glyph.isSpace && isBlank(glyph.unicode)) onBlank(glyph.originalCharCode ?? 0);
    const spacing = (glyph.isSpace ? wordSpacing : 0) + charSpacing;
    const width = glyph.width * advanceScale;
    if (vertical) {
      const metric = glyph.vmetric ?? font?.defaultVMetrics ?? [-1000, 500, 880];
      const advance = -(metric[0] ?? -1000) * advanceScale;
      const originX = -(glyph.vmetric ? (metric[1] ?? 500) : glyph.width * 0.5) * advanceScale;
      const originY = -x - (metric[2] ?? 880) * advanceScale;
      if (!invisible)
        add(out, state, matrix, glyph, originX, originY, glyph.width * advanceScale, size, turn, operator);
      x += advance - spacing * fontDirection;
      continue;
    }
    if (!invisible) add(out, state, matrix, glyph, x, 0, width, size, turn, operator);
    x += width + spacing * fontDirection;
  }
  if (vertical) state.y -= x;
  else state.x += x * horizontalScale;
}

function add(
  out: Glyph[],
  state: GraphicsState,
  matrix: Matrix,
  glyph: ShownGlyph,
  x: number,
  y: number,
  width: number,
  size: number,
  turn: Turn,
  operator: number,
): void {
  const text = glyph.unicode;
  if (glyph.isSpace || isBlank(text)) return;
  const below = y - DESCENT * state.fontSize;
  const above = y + ASCENT * state.fontSize;
  const [x1, y1] = [xOf(matrix, x, below), yOf(matrix, x, below)];
  const [x2, y2] = [xOf(matrix, x + width, above), yOf(matrix, x + width, above)];
  const box = {
    left: Math.min(x1, x2),
    top: Math.min(y1, y2),
    right: Math.max(x1, x2),
    bottom: Math.max(y1, y2),
  };
  const clip = state.clip;
  if (clip) {
    const centreX = (box.left + box.right) / 2;
    const centreY = (box.top + box.bottom) / 2;
    if (centreX < clip.left - 1 || centreX > clip.right + 1 || centreY < clip.top - 1 || centreY > clip.bottom + 1)
      return;
  }
  const unmapped = glyph.isInFont === false || PRIVATE_USE.test(text);
  out.push({ text, box, turn, size, operator, font: state.fontName, unmapped });
}

function isBlank(text: string): boolean {
  return text === '' || text === ' ' || text === '\u00A0' || text === '\u3000';
}

/** Which way the baseline runs on the page: the reader's y axis points down. */
function turnOf(matrix: Matrix): Turn {
  const [dx, dy] = [matrix[0], matrix[1]];
  if (Math.abs(dx) >= Math.abs(dy)) return dx >= 0 ? 0 : 2;
  return dy >= 0 ? 1 : 3;
}
