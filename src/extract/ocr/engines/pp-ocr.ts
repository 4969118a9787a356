import type { LineImage, LineReading, OcrEngine } from '../engine.js';
import type { GreyImage, PixelBox } from '../image.js';
import type { Probabilities } from './ctc/time-step.js';
import { pageTensor } from './detection/page-tensor.js';
import { textRegions } from './detection/text-regions.js';
import { lineTensor } from './pp-ocr/line-tensor.js';
import { findPpOcrModels } from './pp-ocr/models.js';
import { type LineDecoder, lineDecoder } from './pp-ocr/read-line.js';
import { loadOnnxRuntime, openSession, type Session } from './pp-ocr/session.js';

/**
 * PP-OCRv4 (mobile) through onnxruntime. A line image should have paper around the characters: 0.9 em at the left, 0.4 em at the
 * right (a tight crop loses the leading minus sign and 一), about 0.15 em above and below, and no rule; an em of 24 pixels or
 * more. Numbers come in the characters 0-9 . , - % ( ) and space, whatever form they were printed in.
 * Throws where the optional package onnxruntime-node, its native part, or the weights are missing.
 */
export async function openPpOcr(): Promise<OcrEngine> {
  const runtime = await loadOnnxRuntime();
  const models = findPpOcrModels();
  const recogniser = await openSession(runtime, models.recognition());
  const decoder = lineDecoder(models.labels);
  // Pages with tables only need no detector.
  let detector: Promise<Session> | null = null;
  return {
    id: { name: 'pp-ocrv4', model: models.id },
    recognise: (lines) => readLines(recogniser, decoder, lines),
    detect: async (page) => {
      detector ??= openSession(runtime, models.detection());
      return findLines(await detector, page);
    },
    close: async () => {
      await recogniser.close();
      await (await detector)?.close();
    },
  };
}

/** One line at a time: batches of lines of different widths were two to four times slower. */
async function readLines(session: Session, decoder: LineDecoder, lines: readonly LineImage[]): Promise<LineReading[]> {
  const readings: LineReading[] = [];
  for (const { image, kind } of lines) {
    const output = image.width < 1 || image.height < 1 ? null : probabilities(await session.run(lineTensor(image)));
    readings.push(decoder.read(output ?? NOTHING, kind, image.width));
  }
  return readings;
}

const NOTHING: Probabilities = { steps: 0, classes: 1, data: new Float32Array(0) };

function probabilities({
  data,
  dims,
}: {
  readonly data: Float32Array;
  readonly dims: readonly number[];
}): Probabilities {
  return { steps: dims[1] ?? 0, classes: dims[2] ?? 0, data };
}

/** Long side of the page as the detector sees it, in pixels: lines of 10 pt are some 15 pixels high then. */
const DETECTION_SIDE = 1280;

async function findLines(session: Session, page: GreyImage): Promise<readonly PixelBox[]> {
  const { input, width, height, scaleX, scaleY } = pageTensor(page, DETECTION_SIDE);
  const { data } = await session.run(input);
  return textRegions({ width, height, data }).map(({ left, top, right, bottom }) => ({
    left: Math.floor(left * scaleX),
    top: Math.floor(top * scaleY),
    right: Math.min(page.width, Math.ceil(right * scaleX)),
    bottom: Math.min(page.height, Math.ceil(bottom * scaleY)),
  }));
}
