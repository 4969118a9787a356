import type { PageOcr } from '../document.js';
import type { LayoutRun } from '../layout/run.js';
import type { Matrix } from '../pdf/matrix.js';
import type { LineImage, LineReading, OcrEngine } from './engine.js';
import { inkWithoutRules } from './image/rules.js';
import type { PageImage } from './image.js';
import { cutLine } from './lines/line-image.js';
import { runOfLine } from './lines/line-run.js';
import { type PageLine, pageLines } from './lines/page-lines.js';
import type { OcrPage, RunImages } from './ocr-page.js';
import type { PreparedPage } from './prepared-page.js';
import { preparedUpright } from './upright-page.js';

/** Points in one inch: the unit of every place. */
const POINTS = 72;

/** Reads the picture of one page: straightens it, finds its rules and lines of text, and lets the engine read each line. */
export async function readPageImage(
  image: PageImage,
  engine: OcrEngine,
): Promise<{ readonly page: OcrPage; readonly images: RunImages }> {
  const prepared = await preparedUpright(image, engine);
  const scale = POINTS / prepared.dpi;
  const rules = prepared.rules.map((rule) => ({
    direction: rule.direction,
    at: rule.at * scale,
    from: rule.from * scale,
    to: rule.to * scale,
  }));
  const { width, height } = prepared.image;
  const lines = pageLines({ width, height, dpi: prepared.dpi, ink: inkWithoutRules(prepared), rules });
  const cuts = lines.map((line) => cutLine(prepared.image, line.box, line.clip, line.size));
  const pictures = lines.map(
    (line, index): LineImage => ({
      image: cuts[index]?.image ?? prepared.image,
      kind: kindOf(line),
    }),
  );
  const readings = await engine.recognise(pictures);
  const runs: LayoutRun[] = [];
  const images = new Map<number, LineImage>();
  lines.forEach((line, index) => {
    const [reading, cut, picture] = [readings[index], cuts[index], pictures[index]];
    if (reading === undefined || cut === undefined || picture === undefined) return;
    const run = runOfLine(reading, cut, line.box, prepared.dpi, engine.id.name);
    if (run === null) return;
    if (isNumber(reading)) images.set(runs.length, { image: picture.image, kind: 'number' });
    runs.push(run);
  });
  const page = { ocr: record(prepared, engine), runs, rules, toReader: toReader(prepared, image.dpi) };
  return { page, images };
}

/** Cells may hold numbers, which deserve alternatives; lines outside tables are prose. */
function kindOf(line: PageLine): LineImage['kind'] {
  return line.inCell ? 'number' : 'text';
}

const NUMBER = /^[-−—–+]?[\d\s.,，．·'%()（）-]*\d[\d\s.,，．·'%()（）-]*$/u;

/** Whether a reading looks like an amount, a code or a count: what a second engine is asked for. */
function isNumber({ text }: LineReading): boolean {
  return NUMBER.test(text);
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
