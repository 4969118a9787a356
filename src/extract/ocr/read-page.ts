import type { PageOcr } from '../document.js';
import type { LayoutRun } from '../layout/run.js';
import type { Matrix } from '../pdf/matrix.js';
import type { LineImage, LineReading, OcrEngine } from './engine.js';
import { preparePage } from './image/prepare.js';
import type { PageImage } from './image.js';
import { isNumber, readLines } from './line-readings.js';
import { runOfLine, UNREAD, unreadRun } from './lines/line-run.js';
import { POINTS, pageCuts } from './lines/page-cuts.js';
import type { PageLine } from './lines/page-lines.js';
import type { OcrPage, RunImages } from './ocr-page.js';
import type { PreparedPage } from './prepared-page.js';
import { uprightPage } from './upright-page.js';

/** Reads the picture of one page: straightens it, finds its rules and lines of text, and lets the engine read each line. */
export async function readPageImage(
  image: PageImage,
  engine: OcrEngine,
): Promise<{ readonly page: OcrPage; readonly images: RunImages }> {
  const { prepared, printed, known } = await uprightPage(image, engine);
  const { rules, cuts } = await pageCuts(prepared, engine.detect, printed);
  const readings = await readLines(known, cuts, engine);
  const runs: LayoutRun[] = [];
  let unseen = 0;
  const images = new Map<number, LineImage>();
  cuts.forEach(({ line, cut, picture }) => {
    const reading = readings.get(line);
    if (reading === undefined || isSpeck(reading, line)) return;
    const seen = isDash(line) ? asDash(reading, line, cut.left) : reading;
    const isUnseen = seen.text.trim() === '' && isInk(line);
    const run = isUnseen
      ? unreadRun(seen, line.box, prepared.dpi, engine.id.name)
      : runOfLine(seen, cut, line.box, prepared.dpi, engine.id.name);
    if (run === null) {
      if (isWriting(line)) unseen++;
      return;
    }
    if (isNumber(seen) || isUnseen) images.set(runs.length, { image: picture.image, kind: 'number' });
    runs.push(run);
  });
  const page = { ocr: record(prepared, engine), runs, rules, unseen, toReader: toReader(prepared, image.dpi) };
  return { page, images };
}

/**
 * The pictures of the numbers of a page that was read before, for a second reading: the page is prepared again, and not read.
 * @param detect that of the engine which read it, so that the lines are the same
 */
export async function cutAgain(
  image: PageImage,
  { ocr, runs }: OcrPage,
  detect: OcrEngine['detect'],
): Promise<RunImages> {
  const prepared = await preparePage(image, ocr.turn);
  const scale = POINTS / prepared.dpi;
  const byPlace = new Map(runs.map(({ box }, index) => [`${Math.round(box.left)} ${Math.round(box.top)}`, index]));
  const images = new Map<number, LineImage>();
  for (const { line, picture } of (await pageCuts(prepared, detect)).cuts) {
    const index = byPlace.get(`${Math.round(line.box.left * scale)} ${Math.round(line.box.top * scale)}`);
    const run = index === undefined ? undefined : runs[index];
    if (index !== undefined && (isNumber(run) || run?.text === UNREAD))
      images.set(index, { image: picture.image, kind: 'number' });
  }
  return images;
}

/** A spot lower and narrower than this share of the type size, in which an engine sees no letter and no digit, is dirt. */
const SPECK = 0.6;
/** Ink of a cell that is at least so high, in type sizes, was meant to be read: a cell in which nothing was seen there is not empty. */
const INK = { height: 0.5, width: 0.12 };

/** A line of ink outside of cells that is at least so high and long, in type sizes, is no dirt: something is written there. */
const WRITING = { height: 0.5, width: 2 };

function isWriting({ box, size }: PageLine): boolean {
  return box.bottom - box.top >= size * WRITING.height && box.right - box.left >= size * WRITING.width;
}

function isSpeck({ text, confidence }: LineReading, { box, size }: PageLine): boolean {
  const small = box.right - box.left < size * SPECK && box.bottom - box.top < size * SPECK;
  return small && confidence < 0.5 && !/[\p{L}\p{N}]/u.test(text);
}

function isInk({ box, size, inCell }: PageLine): boolean {
  return inCell && box.bottom - box.top >= size * INK.height && box.right - box.left >= size * INK.width;
}

/** Ink of a cell that is so low and so wide, in type sizes, is a dash: no digit is (engines take it for a 1 that lies on its side). */
const DASH = { height: 0.2, width: 0.4, slimness: 3 };
const DASH_TEXT = '—';

function isDash({ box, size, inCell }: PageLine): boolean {
  const [width, height] = [box.right - box.left, box.bottom - box.top];
  return inCell && height <= size * DASH.height && width >= size * DASH.width && width >= height * DASH.slimness;
}

/** A dash as the shape of the ink says; what the engine took it for stands among the alternatives. */
function asDash(reading: LineReading, { box }: PageLine, cutLeft: number): LineReading {
  if (/^[-—–―─－−一_~～]+$/u.test(reading.text.trim())) return reading;
  const { text, confidence, alternatives } = reading;
  const character = { text: DASH_TEXT, confidence: 1, left: box.left - cutLeft, right: box.right - cutLeft };
  const others = text.trim() === '' ? alternatives : [{ text, score: confidence }, ...alternatives];
  return { text: DASH_TEXT, confidence: 1 - confidence / 2, characters: [character], alternatives: others };
}

function record(prepared: PreparedPage, engine: OcrEngine): PageOcr {
  return {
    engine: engine.id.name,
    model: engine.id.model,
    dpi: Math.round(prepared.dpi),
    turn: prepared.turn,
    skew: Math.round(prepared.skew * 100) / 100,
    lowQuality: prepared.lowQuality,
  };
}

/** Turning, straightening and scaling are one affine map: three points tell it. */
function toReader(prepared: PreparedPage, fileDpi: number): Matrix {
  const pixels = prepared.dpi / POINTS;
  const point = (x: number, y: number) => {
    const at = prepared.toFile(x * pixels, y * pixels);
    return { x: (at.x * POINTS) / fileDpi, y: (at.y * POINTS) / fileDpi };
  };
  const [origin, right, down] = [point(0, 0), point(1, 0), point(0, 1)];
  return [right.x - origin.x, right.y - origin.y, down.x - origin.x, down.y - origin.y, origin.x, origin.y];
}
