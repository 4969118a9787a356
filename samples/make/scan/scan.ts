import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { assemble, type ScannedPage } from './assemble.js';
import { type Chance, chanceOf } from './chance.js';
import { CONDITIONS, type Condition, type ConditionName } from './condition.js';
import { photocopy } from './copier.js';
import { degrade } from './degrade.js';
import { asGroup4, asJpeg, BILEVEL_STEP, type EncodedImage } from './encode.js';
import { amountsOf, openForPainting, paint, sizeOf } from './paint.js';
import { inGrey, type Picture, type Turn, turnPicture } from './picture.js';
import { stamp } from './stamp.js';

const POINTS_PER_INCH = 72;
const TURNS: readonly Turn[] = [1, 2, 3];
/** How far, in points, the middle of a stamp lies beside the amount that it was meant for. */
const BESIDE = { from: -30, to: 30 };

/** What to scan, and how. */
export interface ScanOptions {
  /** The same seed gives the same pixels. */
  readonly seed: number;
  readonly dpi: number;
  readonly condition: ConditionName | Condition;
  /** Pages to scan, from 1, in this order; all unless given. */
  readonly pages?: readonly number[];
  /** What is chosen for single pages; the seed decides what is not. */
  readonly chosen?: Readonly<Record<number, PageChoice>>;
}

/** What can be chosen for one page. */
export interface PageChoice {
  readonly dpi?: number;
  readonly condition?: ConditionName;
  /** Quarter turns clockwise by which the page lies on the scanner. */
  readonly laid?: Turn;
  /** A stamp over an amount; a page without amounts gets none. */
  readonly stamped?: boolean;
}

/** What happened to one page. `turn` and `angle` say how to undo it, as `PreparedPage` of the reader does. */
export interface PageScan {
  /** Number of the page in the PDF that was scanned, from 1. */
  readonly page: number;
  /** Quarter turns clockwise after which the picture is upright. */
  readonly turn: Turn;
  /** Degrees clockwise after that, until it is straight. */
  readonly angle: number;
  readonly stamped: boolean;
}

/** A report as pictures. */
export interface Scan {
  readonly pdf: Uint8Array;
  readonly pages: readonly PageScan[];
}

/**
 * Scans a digital PDF: each page painted, skewed, stamped, blurred, shaded, made noisy, turned and compressed, one picture a page and no
 * text. Nothing depends on the clock; what happens to a page depends on the seed and its number.
 */
export async function makeScan(pdf: Uint8Array, options: ScanOptions): Promise<Scan> {
  const document = await openForPainting(pdf);
  try {
    const numbers = options.pages ?? Array.from({ length: document.numPages }, (_, index) => index + 1);
    const made: { readonly scanned: ScannedPage; readonly about: PageScan }[] = [];
    for (const number of numbers) made.push(await scanPage(document, number, options));
    return {
      pdf: await assemble(made.map(({ scanned }) => scanned)),
      pages: made.map(({ about }) => about),
    };
  } finally {
    await document.loadingTask.destroy();
  }
}

async function scanPage(
  document: PDFDocumentProxy,
  number: number,
  options: ScanOptions,
): Promise<{ scanned: ScannedPage; about: PageScan }> {
  const chosen = options.chosen?.[number] ?? {};
  const named = chosen.condition ?? options.condition;
  const condition = typeof named === 'string' ? CONDITIONS[named] : named;
  const chance = chanceOf(options.seed, number);
  const page = await document.getPage(number);
  const { width, height } = sizeOf(page);
  const angle = chance.within(condition.skew) * (chance.happens(0.5) ? 1 : -1);
  // Every choice is drawn, wanted or not: a page whose turn or stamp is chosen keeps its other values.
  const drawn = chance.oneOf(TURNS) ?? 0;
  const laid = chosen.laid ?? (chance.happens(condition.turned) ? drawn : 0);
  const sideways = laid % 2 === 1;
  const asked = chosen.dpi ?? options.dpi;
  const dpi = condition.copier === null ? asked : steppedDpi(sideways ? height : width, asked);
  const amount = chance.oneOf(await amountsOf(page));
  const wanted = chance.happens(condition.stamped);
  const [right, down] = [chance.within(BESIDE), chance.within(BESIDE)];
  const clean = await paint(document, page, dpi, angle);
  page.cleanup();
  const stamped = amount !== undefined && (chosen.stamped ?? wanted);
  const scale = dpi / POINTS_PER_INCH;
  const printed = stamped ? await stamp(clean, (amount.x + right) * scale, (amount.y + down) * scale, dpi) : clean;
  const image = await finish(printed, condition, dpi, chance, laid);
  return {
    scanned: { image, width: sideways ? height : width, height: sideways ? width : height },
    about: { page: number, turn: ((4 - laid) % 4) as Turn, angle, stamped },
  };
}

/** The degraded picture, turned as it lies on the scanner, compressed. */
async function finish(
  printed: Picture,
  condition: Condition,
  dpi: number,
  chance: Chance,
  laid: Turn,
): Promise<EncodedImage> {
  const scanned = await degrade(printed, condition, dpi, chance);
  if (condition.copier === null) return asJpeg(turnPicture(scanned, laid), chance.within(condition.quality));
  return asGroup4(turnPicture(photocopy(inGrey(scanned), condition.copier, dpi, chance), laid));
}

/** The resolution nearest to `dpi` at which a length in points has as many pixels as a 1-bit picture may be wide. */
function steppedDpi(points: number, dpi: number): number {
  const steps = Math.round((points * dpi) / POINTS_PER_INCH / BILEVEL_STEP);
  return (steps * BILEVEL_STEP * POINTS_PER_INCH) / points;
}
