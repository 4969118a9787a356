import type { Box } from '../place.js';
import type { OperatorList } from './interpret.js';
import { type Matrix, multiply } from './matrix.js';
import { OPS } from './operators.js';
import { boxOf, intersection, isRectangle } from './page-image-geometry.js';

/** What pdf.js tells of a font, as far as painting its glyphs needs it. */
export interface PaintFont {
  /** The PDF brings no font program, and pdf.js has none of its own for it. */
  readonly missingFile?: boolean;
  readonly name?: string;
}

/** An image as the page places it. */
export interface PlacedImage {
  readonly kind: 'image';
  /** pdf.js's name of the decoded image, or the image itself where it stands in the content stream. */
  readonly source: unknown;
  /** From the unit square of the image (its first row at y = 1) to reader coordinates in points. */
  readonly matrix: Matrix;
  /** What of the page the clip leaves to it, in reader coordinates. */
  readonly clip: Box;
  /** For a stencil (image mask) the red value, 0 to 255, of the colour it is painted with; `null` for an image of its own colours. */
  readonly stencil: number | null;
}

/** Anything else that leaves ink: text, lines, areas, shadings, images under a clip or blend that only a renderer can follow. */
export interface Drawing {
  readonly kind: 'drawing';
  /** Number of the operator that draws it. */
  readonly operator: number;
  /** Glyphs that no font here can paint, by the name of their font; empty for all other drawings. */
  readonly unpaintable: ReadonlyMap<string, number>;
}

type ShownGlyph = number | { readonly unicode: string; readonly isSpace: boolean };

interface PaintState {
  readonly ctm: Matrix;
  readonly clip: Box;
  /** False when a clip is not a rectangle, or blending, transparency or a soft mask change what is painted. */
  readonly plain: boolean;
  readonly masked: boolean;
  /** Red value of the fill colour; `null` for a pattern. */
  readonly fillRed: number | null;
  readonly fillWhite: boolean;
  readonly fillAlpha: number;
  readonly renderingMode: number;
  readonly font: PaintFont | null;
}

const NOTHING: ReadonlyMap<string, number> = new Map();
const SHADED: ReadonlySet<number> = new Set([
  OPS.shadingFill,
  OPS.rawFillPath,
  OPS.paintSolidColorImageMask,
  OPS.paintImageMaskXObjectGroup,
  OPS.paintImageMaskXObjectRepeat,
  OPS.paintImageXObjectRepeat,
  OPS.paintInlineImageXObjectGroup,
]);

type FontOf = (name: string) => PaintFont | null;

/**
 * What a page paints, in its order, without what an opaque image over the whole page hides. White areas below everything are paper.
 * @param viewport from user space to reader coordinates
 * @param page size of the page in points, as a reader sees it
 */
export function paintsOf(
  operators: OperatorList,
  viewport: Matrix,
  page: { readonly width: number; readonly height: number },
  fontOf: FontOf,
): readonly (PlacedImage | Drawing)[] {
  const painter = new Painter(viewport, { left: 0, top: 0, right: page.width, bottom: page.height }, fontOf);
  for (let i = 0; i < operators.fnArray.length; i++)
    painter.follow(operators.fnArray[i] ?? 0, (operators.argsArray[i] ?? []) as readonly unknown[], i);
  return painter.paints;
}

/** Follows the operators of one page and notes what each leaves on it. */
class Painter {
  paints: (PlacedImage | Drawing)[] = [];
  private readonly stack: PaintState[] = [];
  private state: PaintState;
  private clipPending = false;
  /** The page has layers: only the renderer knows which of them show, so nothing is taken for hidden. */
  private layered = false;
  private index = 0;

  constructor(
    viewport: Matrix,
    private readonly page: Box,
    private readonly fontOf: FontOf,
  ) {
    this.state = {
      ctm: viewport,
      clip: page,
      plain: true,
      masked: false,
      fillRed: 0,
      fillWhite: false,
      fillAlpha: 1,
      renderingMode: 0,
      font: null,
    };
  }

  follow(operator: number, args: readonly unknown[], index: number): void {
    this.index = index;
    switch (operator) {
      case OPS.save:
        this.stack.push(this.state);
        break;
      case OPS.beginGroup:
        this.stack.push(this.state);
        if ((args[0] as { readonly smask?: unknown } | undefined)?.smask) this.state = { ...this.state, plain: false };
        break;
      case OPS.restore:
      case OPS.endGroup:
      case OPS.paintFormXObjectEnd:
        this.state = this.stack.pop() ?? this.state;
        break;
      case OPS.paintFormXObjectBegin:
        this.beginForm(args[0] as Matrix | null, args[1] as ArrayLike<number> | null);
        break;
      case OPS.clip:
      case OPS.eoClip:
        this.clipPending = true;
        break;
      case OPS.constructPath:
        this.path(
          args[0] as number,
          (args[1] as readonly (ArrayLike<number> | null)[])[0],
          args[2] as ArrayLike<number> | null,
        );
        break;
      case OPS.beginMarkedContentProps:
        if (args[0] === 'OC') {
          this.layered = true;
          this.draw();
        }
        break;
      case OPS.showText:
        this.text(args[0] as readonly ShownGlyph[]);
        break;
      case OPS.paintImageXObject:
      case OPS.paintInlineImageXObject:
        this.place(args[0], null);
        break;
      case OPS.paintImageMaskXObject: {
        const mask = args[0] as { readonly data: unknown };
        if (this.state.fillRed === null) this.draw();
        else this.place(typeof mask.data === 'string' ? mask.data : mask, this.state.fillRed);
        break;
      }
      default:
        if (SHADED.has(operator)) this.draw();
        else this.state = stateAfter(this.state, operator, args, this.fontOf);
    }
  }

  private draw(unpaintable = NOTHING): void {
    this.paints.push({ kind: 'drawing', operator: this.index, unpaintable });
  }

  private beginForm(matrix: Matrix | null, bounds: ArrayLike<number> | null): void {
    this.stack.push(this.state);
    if (matrix) this.state = { ...this.state, ctm: multiply(this.state.ctm, matrix) };
    if (bounds) this.clipTo(boxOf(this.state.ctm, bounds), isUpright(this.state.ctm));
  }

  private clipTo(box: Box, rectangular: boolean): void {
    const { clip, plain } = this.state;
    this.state = { ...this.state, clip: intersection(clip, box), plain: plain && rectangular };
  }

  private path(paint: number, data: ArrayLike<number> | null | undefined, bounds: ArrayLike<number> | null): void {
    const { ctm, clip, fillAlpha, fillWhite } = this.state;
    if (bounds) {
      const box = boxOf(ctm, bounds);
      const fillOnly = paint === OPS.fill || paint === OPS.eoFill;
      const hidden = paint === OPS.endPath || (fillOnly && fillAlpha === 0);
      const paper = fillOnly && fillWhite && this.paints.length === 0;
      if (!hidden && !paper && meets(box, clip)) this.draw();
      if (this.clipPending) this.clipTo(box, isUpright(ctm) && isRectangle(data));
    }
    this.clipPending = false;
  }

  /** Modes 3 and 7 paint nothing: the text that a scanner's own OCR has laid under its picture. */
  private text(shown: readonly ShownGlyph[]): void {
    const { renderingMode, fillAlpha, font } = this.state;
    if ((renderingMode & 3) === 3 || (renderingMode === 0 && fillAlpha === 0)) return;
    const glyphs = shown.filter((glyph) => typeof glyph !== 'number' && !glyph.isSpace && glyph.unicode.trim() !== '');
    if (glyphs.length === 0) return;
    this.draw(font?.missingFile ? new Map([[font.name ?? '?', glyphs.length]]) : NOTHING);
  }

  private place(source: unknown, stencil: number | null): void {
    const { ctm, clip, plain, masked } = this.state;
    const box = intersection(boxOf(ctm, [0, 0, 1, 1]), clip);
    if (box.right <= box.left || box.bottom <= box.top) return;
    if (plain) {
      const opaque = stencil === null && !masked;
      if (opaque && !this.layered && isUpright(ctm) && covers(box, this.page)) this.paints = [];
      this.paints.push({ kind: 'image', source, matrix: ctm, clip, stencil });
    } else this.draw();
  }
}

/** The state after an operator that paints nothing and touches neither the stack nor the clip. */
function stateAfter(state: PaintState, operator: number, args: readonly unknown[], fontOf: FontOf): PaintState {
  switch (operator) {
    case OPS.transform:
      return { ...state, ctm: multiply(state.ctm, args as unknown as Matrix) };
    case OPS.setFillRGBColor: {
      const colour = Number.parseInt(String(args[0]).slice(1, 7), 16);
      return { ...state, fillRed: (colour >> 16) & 0xff, fillWhite: colour === 0xffffff };
    }
    case OPS.setFillColorN:
    case OPS.setFillTransparent:
      return { ...state, fillRed: null, fillWhite: false };
    case OPS.setFont:
      return { ...state, font: fontOf(args[0] as string) };
    case OPS.setTextRenderingMode:
      return { ...state, renderingMode: args[0] as number };
    case OPS.setGState:
      return withParameters(state, args[0] as readonly (readonly [string, unknown])[], fontOf);
    default:
      return state;
  }
}

function withParameters(
  state: PaintState,
  parameters: readonly (readonly [string, unknown])[],
  fontOf: FontOf,
): PaintState {
  let next = state;
  for (const [name, value] of parameters) {
    if (name === 'ca') next = { ...next, fillAlpha: value as number, plain: next.plain && value === 1 };
    else if (name === 'Font') next = { ...next, font: fontOf((value as readonly [string, number])[0]) };
    // pdf.js says so before an image with a mask of its own; elsewhere it is the end of a soft mask.
    else if (name === 'SMask') next = { ...next, masked: true, plain: next.plain && value === false };
    else if (name === 'BM') next = { ...next, plain: next.plain && value === 'source-over' };
    else if (name === 'TR') next = { ...next, plain: false };
  }
  return next;
}

/** Whether axes stay axes: the page is not turned by anything but quarters (whose cosines producers write as 6e-17). */
function isUpright([a, b, c, d]: Matrix): boolean {
  const along = Math.abs(a) + Math.abs(d);
  const across = Math.abs(b) + Math.abs(c);
  return Math.min(along, across) <= 1e-4 * Math.max(along, across);
}

/** Whether they share a point; a line has no area but ink. */
function meets(a: Box, b: Box): boolean {
  return a.left <= b.right && b.left <= a.right && a.top <= b.bottom && b.top <= a.bottom;
}

/** Share of the width or height by which an image may miss an edge of the page and still be the page. */
const MISSED_EDGE = 0.005;

function covers(box: Box, page: Box): boolean {
  const x = page.right * MISSED_EDGE;
  const y = page.bottom * MISSED_EDGE;
  return box.left <= x && box.top <= y && box.right >= page.right - x && box.bottom >= page.bottom - y;
}
