import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import type { EngineId, LineImage, LineReading, OcrEngine } from '../engine.js';
import type { GreyImage, PixelBox } from '../image.js';
import type { OpenEngine } from './choose.js';

/** Set to anything, it makes tests read with the real engine and write down what it read. */
export const RECORD_VARIABLE = 'JUESUAN_RECORD_OCR';

const character = z.object({ text: z.string(), confidence: z.number(), left: z.number(), right: z.number() });
const reading = z.object({
  text: z.string(),
  confidence: z.number(),
  characters: z.array(character),
  alternatives: z.array(z.object({ text: z.string(), score: z.number() })),
});
const box = z.object({ left: z.number(), top: z.number(), right: z.number(), bottom: z.number() });
const recording = z.object({
  engine: z.object({ name: z.enum(['pp-ocrv4', 'tesseract']), model: z.string() }),
  /** Readings by the hash of engine, kind and line image. */
  lines: z.record(z.string(), reading),
  /** Boxes of lines by the hash of engine and page image; `null` where the engine detects none. */
  pages: z.record(z.string(), z.array(box)).nullable(),
});
type Recording = z.infer<typeof recording>;

/**
 * For tests: an engine that repeats what a real one once read, out of a JSON file. With the environment variable
 * {@link RECORD_VARIABLE} set it asks the real engine, and adds what it read to the file when it is closed.
 * Rejects for a picture that was never read, and says how to record it.
 */
export async function recordedEngine(
  file: string,
  open: OpenEngine,
  record = process.env[RECORD_VARIABLE] !== undefined,
): Promise<OcrEngine> {
  return record ? recordingEngine(await open(), file) : replayingEngine(await readRecording(file), file);
}

function replayingEngine({ engine, lines, pages }: Recording, file: string): OcrEngine {
  return {
    id: engine,
    recognise: async (images) =>
      images.map((line) => lines[lineKey(engine, line)] ?? unknown(file, `a ${line.kind} line`, line.image)),
    detect:
      pages === null
        ? null
        : async (page) => pages[pageKey(engine, page)] ?? unknown(file, 'the lines of a page', page),
    close: async () => undefined,
  };
}

function recordingEngine(engine: OcrEngine, file: string): OcrEngine {
  const lines: Record<string, z.infer<typeof reading>> = {};
  const pages: Record<string, PixelBox[]> = {};
  const { id, detect } = engine;
  return {
    id,
    recognise: async (images) => {
      const readings = (await engine.recognise(images)).map(rounded);
      images.forEach((line, index) => {
        const read = readings[index];
        if (read) lines[lineKey(id, line)] = read;
      });
      return readings;
    },
    detect:
      detect &&
      (async (page) => {
        const boxes = [...(await detect(page))];
        pages[pageKey(id, page)] = boxes;
        return boxes;
      }),
    close: async () => {
      await engine.close();
      const known = await readRecording(file).catch(() => null);
      const same = known?.engine.name === id.name && known.engine.model === id.model ? known : null;
      const all = { engine: id, lines: { ...same?.lines, ...lines }, pages: detect && { ...same?.pages, ...pages } };
      await writeFile(file, `${JSON.stringify(all, null, 1)}\n`);
    },
  };
}

async function readRecording(file: string): Promise<Recording> {
  try {
    return recording.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (error) {
    throw new Error(`${file}: expected recorded OCR readings, found none. ${HOW}`, { cause: error });
  }
}

const HOW = `Record them: ${RECORD_VARIABLE}=1 npx vitest run <the test file>, with the engines installed.`;

function unknown(file: string, what: string, { width, height }: GreyImage): never {
  throw new Error(`${file}: no recorded reading of ${what} (${width} x ${height} pixels). ${HOW}`);
}

function lineKey(engine: EngineId, { kind, image }: LineImage): string {
  return hashOf([engine.name, engine.model, kind], image);
}

function pageKey(engine: EngineId, page: GreyImage): string {
  return hashOf([engine.name, engine.model, 'page'], page);
}

function hashOf(names: readonly string[], { width, height, data }: GreyImage): string {
  return createHash('sha256')
    .update(JSON.stringify([...names, width, height]))
    .update(data)
    .digest('hex');
}

/** Four decimals of confidences, tenths of pixels: small files, and the same values while recording as afterwards. */
function rounded({ text, confidence, characters, alternatives }: LineReading): z.infer<typeof reading> {
  return {
    text,
    confidence: round(confidence, 1e4),
    characters: characters.map((c) => ({
      text: c.text,
      confidence: round(c.confidence, 1e4),
      left: round(c.left, 10),
      right: round(c.right, 10),
    })),
    alternatives: alternatives.map((other) => ({ text: other.text, score: round(other.score, 1e4) })),
  };
}

function round(value: number, steps: number): number {
  return Math.round(value * steps) / steps;
}
