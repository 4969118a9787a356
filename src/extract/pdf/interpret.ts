import type { Box } from '../place.js';
import { type FontFacts, GraphicsState } from './graphics-state.js';
import { lostTexts } from './lost-text.js';
import { type Matrix, multiply } from './matrix.js';
import { OPS } from './operators.js';
import type { Glyph, PageContent, Stroke } from './page-content.js';
import { areaOf, boxOf, intersection } from './page-image-geometry.js';
import { clipped, shapesOfPath, strokesOfPath } from './path-strokes.js';
import { type ShownGlyph, showText } from './show-text.js';

/** What pdf.js gives for a page: operators and their arguments, side by side. */
export interface OperatorList {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

const STROKES: ReadonlySet<number> = new Set([
  OPS.stroke,
  OPS.closeStroke,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);
const FILLS: ReadonlySet<number> = new Set([
  OPS.fill,
  OPS.eoFill,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);
const IMAGES: ReadonlySet<number> = new Set([
  OPS.paintImageXObject,
  OPS.paintInlineImageXObject,
  OPS.paintImageMaskXObject,
]);

/** An image is painted into the square of one unit. */
const UNIT = [0, 0, 1, 1];

/**
 * One pass over a page's operators gives glyphs with places and rules. `getTextContent` is not used: it costs 40 to 60 %
 * on top and tells nothing of clips, rendering modes and rules; it is the independent check in the tests.
 * @param viewport the transformation from user space to reader coordinates in points (page rotation applied)
 * @param fontOf looks a font up by pdf.js's name for it
 */
export function interpret(
  page: { readonly number: number; readonly width: number; readonly height: number },
  operators: OperatorList,
  viewport: Matrix,
  fontOf: (name: string) => FontFacts | null,
): PageContent {
  const glyphs: Glyph[] = [];
  const strokes: Stroke[] = [];
  const stack: GraphicsState[] = [];
  let state = new GraphicsState(viewport);
  // What lies outside of the page is not printed.
  const paper: Box = { left: 0, top: 0, right: page.width, bottom: page.height };
  state.clipTo(paper);
  let clipPending = false;
  const images: Box[] = [];
  let imageCover = 0;
  let shapes = 0;
  const blanks = new BlankCodes();
  for (let i = 0; i < operators.fnArray.length; i++) {
    const operator = operators.fnArray[i] ?? 0;
    const args = (operators.argsArray[i] ?? []) as readonly unknown[];
    switch (operator) {
      case OPS.save:
        stack.push(state.save());
        break;
      case OPS.beginGroup:
        stack.push(state.save());
        clipToGroup(state, args[0] as TransparencyGroup | undefined);
        break;
      case OPS.restore:
      case OPS.endGroup:
      case OPS.paintFormXObjectEnd:
        state = stack.pop() ?? state;
        break;
      case OPS.transform:
        state.ctm = multiply(state.ctm, args as unknown as Matrix);
        break;
      case OPS.paintFormXObjectBegin:
        stack.push(state.save());
        if (args[0]) state.ctm = multiply(state.ctm, args[0] as Matrix);
        if (args[1]) state.clipTo(boxOf(state.ctm, args[1] as ArrayLike<number>));
        break;
      case OPS.clip:
      case OPS.eoClip:
        clipPending = true;
        break;
      case OPS.constructPath:
        for (const stroke of strokesPainted(state, args[0] as number, args[1] as readonly (ArrayLike<number> | null)[]))
          strokes.push(stroke);
        shapes += shapesPainted(
          state,
          args[0] as number,
          args[1] as readonly (ArrayLike<number> | null)[],
          args[2] as ArrayLike<number> | null,
        );
        if (clipPending && args[2]) state.clipTo(boxOf(state.ctm, args[2] as ArrayLike<number>));
        clipPending = false;
        break;
      case OPS.setFillRGBColor:
        state.fillVisible = !isWhite(args);
        break;
      case OPS.setStrokeRGBColor:
        state.strokeVisible = !isWhite(args);
        break;
      case OPS.setFillColorN:
        state.fillVisible = true;
        break;
      case OPS.setStrokeColorN:
        state.strokeVisible = true;
        break;
      case OPS.setGState:
        setParameters(state, args[0] as readonly (readonly [string, unknown])[], fontOf);
        break;
      case OPS.beginText:
        state.setTextMatrix([1, 0, 0, 1, 0, 0]);
        break;
      case OPS.setFont:
        state.setFont(fontOf(args[0] as string), args[1] as number, args[0] as string);
        break;
      case OPS.setTextMatrix:
        state.setTextMatrix(
          (Array.isArray(args[0]) || ArrayBuffer.isView(args[0]) ? args[0] : args) as unknown as Matrix,
        );
        break;
      case OPS.moveText:
        state.moveText(args[0] as number, args[1] as number);
        break;
      case OPS.setLeadingMoveText:
        state.leading = args[1] as number;
        state.moveText(args[0] as number, args[1] as number);
        break;
      case OPS.setLeading:
        state.leading = -(args[0] as number);
        break;
      case OPS.nextLine:
        state.moveText(0, state.leading);
        break;
      case OPS.setCharSpacing:
        state.charSpacing = args[0] as number;
        break;
      case OPS.setWordSpacing:
        state.wordSpacing = args[0] as number;
        break;
      case OPS.setHScale:
        state.horizontalScale = (args[0] as number) / 100;
        break;
      case OPS.setTextRise:
        state.rise = args[0] as number;
        break;
      case OPS.setTextRenderingMode:
        state.renderingMode = args[0] as number;
        break;
      case OPS.showText:
        showText(state, args[0] as readonly (ShownGlyph | number)[], i, glyphs, (code) =>
          blanks.add(state.fontName, code),
        );
        break;
      default:
        if (IMAGES.has(operator)) {
          const image = boxOf(state.ctm, UNIT);
          // Some scanners cut a page into many stripes: only together do they cover it.
          imageCover = Math.min(1, imageCover + areaOf(intersection(image, paper)) / areaOf(paper));
          const seen = intersection(image, state.clip ?? paper);
          if (areaOf(seen) > 0) images.push(seen);
        }
    }
  }
  return {
    ...page,
    ...{ glyphs, strokes, images, imageCover, shapes },
    blanks: blanks.tooMany(),
    lostTexts: lostTexts(operators),
  };
}

/** A font has a few blanks (of no break, of full width, thin); one in which more codes than this are blank says nothing of its letters. */
const MOST_BLANK_CODES = 5;

/** Which codes of the fonts of a page are blanks in its text layer. */
class BlankCodes {
  private readonly fonts = new Map<string, Map<number, number>>();

  add(font: string, code: number): void {
    const codes = this.fonts.get(font) ?? new Map<number, number>();
    this.fonts.set(font, codes.set(code, (codes.get(code) ?? 0) + 1));
  }

  /** Blanks of fonts with too many kinds of them. */
  tooMany(): number {
    const broken = [...this.fonts.values()].filter(({ size }) => size > MOST_BLANK_CODES);
    return broken.flatMap((codes) => [...codes.values()]).reduce((sum, count) => sum + count, 0);
  }
}

interface TransparencyGroup {
  readonly matrix?: Matrix | null;
  readonly bbox?: ArrayLike<number> | null;
}

/** The form that follows a group brings the matrix again, but the box of a transparency group stands here only. */
function clipToGroup(state: GraphicsState, group: TransparencyGroup | undefined): void {
  if (group?.bbox) state.clipTo(boxOf(group.matrix ? multiply(state.ctm, group.matrix) : state.ctm, group.bbox));
}

/** The visible strokes of a path that is painted by the operator `paint`. */
function strokesPainted(
  state: GraphicsState,
  paint: number,
  [data]: readonly (ArrayLike<number> | null)[],
): readonly Stroke[] {
  const { stroked, filled } = inkOf(state, paint);
  if (!data || !(stroked || filled)) return [];
  return strokesOfPath(data, state.ctm, stroked, filled).flatMap((stroke) => clipped(stroke, state.clip) ?? []);
}

/** How many visible shapes of a path are more than rules. */
function shapesPainted(
  state: GraphicsState,
  paint: number,
  [data]: readonly (ArrayLike<number> | null)[],
  bounds: ArrayLike<number> | null,
): number {
  const { stroked, filled } = inkOf(state, paint);
  if (!data || !bounds || !(stroked || filled)) return 0;
  const box = boxOf(state.ctm, bounds);
  const { clip } = state;
  const outside =
    clip !== null && (box.right < clip.left || box.left > clip.right || box.bottom < clip.top || box.top > clip.bottom);
  return outside ? 0 : shapesOfPath(data, state.ctm);
}

function inkOf(state: GraphicsState, paint: number): { readonly stroked: boolean; readonly filled: boolean } {
  return {
    stroked: STROKES.has(paint) && state.strokeVisible && state.strokeAlpha > 0,
    filled: FILLS.has(paint) && state.fillVisible && state.fillAlpha > 0,
  };
}

function setParameters(
  state: GraphicsState,
  parameters: readonly (readonly [string, unknown])[],
  fontOf: (name: string) => FontFacts | null,
): void {
  for (const [name, value] of parameters) {
    if (name === 'ca') state.fillAlpha = value as number;
    else if (name === 'CA') state.strokeAlpha = value as number;
    else if (name === 'Font') {
      const [font, size] = value as readonly [string, number];
      state.setFont(fontOf(font), size, font);
    }
  }
}

/** White areas hide what is below them; they are no rules. pdf.js gives colours as '#rrggbb'. */
function isWhite(args: readonly unknown[]): boolean {
  const colour = args[0];
  if (typeof colour !== 'string' || !colour.startsWith('#')) return false;
  const value = Number.parseInt(colour.slice(1, 7), 16);
  return (value & 0xff) > 0xf4 && ((value >> 8) & 0xff) > 0xf4 && ((value >> 16) & 0xff) > 0xf4;
}
