import type { Box } from '../place.js';
import { IDENTITY, type Matrix } from './matrix.js';

/** What pdf.js tells of a font, as far as placing its glyphs needs it. */
export interface FontFacts {
  readonly fontMatrix?: readonly number[] | null;
  readonly vertical?: boolean;
  readonly defaultVMetrics?: readonly number[] | null;
  readonly isType3Font?: boolean;
}

/**
 * The graphics and text state that decides where a glyph or a path lands (PDF 32000-1, 8.4 and 9.3).
 * Mutable while a page is interpreted; `save` copies it.
 */
export class GraphicsState {
  ctm: Matrix;
  /** Intersection of all clip paths' boxes in reader coordinates; `null` while nothing is clipped. */
  clip: Box | null = null;
  fillVisible = true;
  strokeVisible = true;
  fillAlpha = 1;
  strokeAlpha = 1;
  font: FontFacts | null = null;
  /** pdf.js's name for it. */
  fontName = '';
  fontSize = 0;
  fontDirection = 1;
  charSpacing = 0;
  wordSpacing = 0;
  horizontalScale = 1;
  leading = 0;
  rise = 0;
  renderingMode = 0;
  textMatrix: Matrix = IDENTITY;
  x = 0;
  y = 0;
  lineX = 0;
  lineY = 0;

  constructor(ctm: Matrix) {
    this.ctm = ctm;
  }

  save(): GraphicsState {
    return Object.assign(new GraphicsState(this.ctm), this);
  }

  /** Narrows the clip to the part inside `box`. */
  clipTo(box: Box): void {
    const old = this.clip;
    this.clip = old
      ? {
          left: Math.max(old.left, box.left),
          top: Math.max(old.top, box.top),
          right: Math.min(old.right, box.right),
          bottom: Math.min(old.bottom, box.bottom),
        }
      : box;
  }

  moveText(x: number, y: number): void {
    this.lineX += x;
    this.lineY += y;
    this.x = this.lineX;
    this.y = this.lineY;
  }

  setTextMatrix(matrix: Matrix): void {
    this.textMatrix = matrix;
    this.x = 0;
    this.y = 0;
    this.lineX = 0;
    this.lineY = 0;
  }

  setFont(font: FontFacts | null, size: number, name = ''): void {
    this.font = font;
    this.fontName = name;
    this.fontSize = Math.abs(size);
    this.fontDirection = size < 0 ? -1 : 1;
  }
}
