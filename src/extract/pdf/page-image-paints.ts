import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Box } from '../place.js';
import type { OperatorList } from './interpret.js';
import { type Matrix, multiply } from './matrix.js';
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
  /** It may have a mask, so what lies below it may show. */
  readonly masked: boolean;
}

/** Anything else that leaves ink: text, lines, areas, shadings, images under a clip or blend that only a renderer can follow. */
export interface Drawing {
  readonly kind: 'drawing';
  /** Glyphs that no font here can paint, by the name of their font; empty for all other drawings. */
  readonly unpaintable: ReadonlyMap<string, number>;
}

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

/**
 * What a page paints, in its order, without what an opaque image over the whole page hides. White areas below everything are paper.
 * @param viewport from user space to reader coordinates
 * @param page size of the page in points, as a reader sees it
 */
export function paintsOf(
  operators: OperatorList,
  viewport: Matrix,
  page: { readonly width: number; readonly height: number },
  fontOf: (name: string) => PaintFont | null,
): readonly (PlacedImage | Drawing)[] {
  const whole: Box = { left: 0, top: 0, right: page.width, bottom: page.height };
  const stack: PaintState[] = [];
  let state: PaintState = {
    ctm: viewport,
    clip: whole,
    plain: true,
    masked: false,
    fillRed: 0,
    fillWhite: false,
    fillAlpha: 1,
    renderingMode: 0,
    font: null,
  };
  let paints: (PlacedImage | Drawing)[] = [];
  let clipPending = false;
  const clipTo = (box: Box, rectangular: boolean) => {
    state = { ...state, clip: intersection(state.clip, box), plain: state.plain && rectangular };
  };
  const draw = (unpaintable = NOTHING) => paints.push({ kind: 'drawing', unpaintable });
  const place = (source: unknown, stencil: number | null) => {
    const box = intersection(boxOf(state.ctm, [0, 0, 1, 1]), state.clip);
    if (isEmpty(box)) return;
    if (!state.plain) return draw();
    const image: PlacedImage = {
      kind: 'image',
      source,
      matrix: state.ctm,
      clip: state.clip,
      stencil,
      masked: state.masked,
    };
    if (stencil === null && !state.masked && isUpright(state.ctm) && covers(box, whole)) paints = [];
    paints.push(image);
  };
  for (let i = 0; i < operators.fnArray.length; i++) {
    const operator = operators.fnArray[i] ?? 0;
    const args = (operators.argsArray[i] ?? []) as readonly unknown[];
    switch (operator) {
      case OPS.save:
        stack.push(state);
        break;
      case OPS.beginGroup:
        stack.push(state);
        if ((args[0] as { readonly smask?: unknown } | undefined)?.smask) state = { ...state, plain: false };
        break;
      case OPS.restore:
      case OPS.endGroup:
      case OPS.paintFormXObjectEnd:
        state = stack.pop() ?? state;
        break;
      case OPS.paintFormXObjectBegin:
        stack.push(state);
        if (args[0]) state = { ...state, ctm: multiply(state.ctm, args[0] as Matrix) };
        if (args[1]) clipTo(boxOf(state.ctm, args[1] as ArrayLike<number>), isUpright(state.ctm));
        break;
      case OPS.clip:
      case OPS.eoClip:
        clipPending = true;
        break;
      case OPS.constructPath: {
        const bounds = args[2] as ArrayLike<number> | null;
        const box = bounds ? boxOf(state.ctm, bounds) : null;
        const paint = args[0] as number;
        const hidden = paint === OPS.endPath || (isFillOnly(paint) && state.fillAlpha === 0);
        const paper = isFillOnly(paint) && state.fillWhite && paints.length === 0;
        if (box && !hidden && !paper && meets(box, state.clip)) draw();
        if (clipPending && box)
          clipTo(box, isUpright(state.ctm) && isRectangle((args[1] as readonly (ArrayLike<number> | null)[])[0]));
        clipPending = false;
        break;
      }
      case OPS.beginMarkedContentProps:
        // Whether a layer shows is for the renderer to say. (Marked content ends without a state to go back to.)
        if (args[0] === 'OC') draw();
        break;
      case OPS.showText: {
        const text = inkOf(args[0] as readonly ({ readonly unicode: string; readonly isSpace: boolean } | number)[]);
        // Modes 3 and 7 paint nothing: the text that a scanner's own OCR has laid under its picture.
        if (text.length === 0 || (state.renderingMode & 3) === 3) break;
        if (state.renderingMode === 0 && state.fillAlpha === 0) break;
        draw(state.font?.missingFile ? new Map([[state.font.name ?? '?', text.length]]) : NOTHING);
        break;
      }
      case OPS.paintImageXObject:
        place(args[0], null);
        break;
      case OPS.paintInlineImageXObject:
        place(args[0], null);
        break;
      case OPS.paintImageMaskXObject: {
        const mask = args[0] as { readonly data: unknown };
        if (state.fillRed === null) draw();
        else place(typeof mask.data === 'string' ? mask.data : mask, state.fillRed);
        break;
      }
      default:
        if (SHADED.has(operator)) draw();
        else state = stateAfter(state, operator, args, fontOf);
    }
  }
  return paints;
}

/** The state after an operator that paints nothing and touches neither the stack nor the clip. */
function stateAfter(
  state: PaintState,
  operator: number,
  args: readonly unknown[],
  fontOf: (name: string) => PaintFont | null,
): PaintState {
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
  fontOf: (name: string) => PaintFont | null,
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

/** The glyphs that leave ink. */
function inkOf(
  shown: readonly ({ readonly unicode: string; readonly isSpace: boolean } | number)[],
): readonly unknown[] {
  return shown.filter((glyph) => typeof glyph !== 'number' && !glyph.isSpace && glyph.unicode.trim() !== '');
}

function isFillOnly(paint: number): boolean {
  return paint === OPS.fill || paint === OPS.eoFill;
}

/** Whether axes stay axes: the page is not turned by anything but quarters. */
function isUpright(m: Matrix): boolean {
  return (m[1] === 0 && m[2] === 0) || (m[0] === 0 && m[3] === 0);
}

function isEmpty(box: Box): boolean {
  return box.right <= box.left || box.bottom <= box.top;
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
