import type { LineReading, OcrEngine } from './engine.js';
import type { PageCut } from './lines/page-cuts.js';
import type { PageLine } from './lines/page-lines.js';

/** What an engine saw in lines at first sight. */
export type KnownReadings = ReadonlyMap<PageLine, LineReading>;

/**
 * What is known already, and the first readings of the other lines. PP-OCR tells numbers from words itself; Tesseract takes every
 * line for words at first, since it reads numbers well only when it knows that they are (design/ocr.md, section 3).
 */
export async function withFirstReadings(
  known: KnownReadings,
  cuts: readonly PageCut[],
  engine: OcrEngine,
): Promise<KnownReadings> {
  const missing = cuts.filter(({ line }) => !known.has(line));
  if (missing.length === 0) return known;
  const readings = await engine.recognise(
    missing.map(({ picture }) => (engine.id.name === 'tesseract' ? { ...picture, kind: 'text' } : picture)),
  );
  const all = new Map(known);
  missing.forEach(({ line }, index) => {
    const reading = readings[index];
    if (reading !== undefined) all.set(line, reading);
  });
  return all;
}

/** The final readings of lines: those that Tesseract found to look like a number are read again as one. */
export async function readLines(
  known: KnownReadings,
  cuts: readonly PageCut[],
  engine: OcrEngine,
): Promise<KnownReadings> {
  const first = await withFirstReadings(known, cuts, engine);
  return engine.id.name === 'tesseract' ? withNumbers(first, cuts, engine) : first;
}

async function withNumbers(first: KnownReadings, cuts: readonly PageCut[], engine: OcrEngine): Promise<KnownReadings> {
  const numbers = cuts.filter(({ line, picture }) => picture.kind === 'number' && isNumber(first.get(line)));
  const readings = await engine.recognise(numbers.map(({ picture }) => picture));
  const all = new Map(first);
  numbers.forEach(({ line }, index) => {
    const reading = readings[index];
    if (reading !== undefined && reading.text !== '') all.set(line, reading);
  });
  return all;
}

const NUMBER = /^[-−—–+]?[\d\s.,，．·'%()（）-]*\d[\d\s.,，．·'%()（）-]*$/u;

/** Whether a reading looks like an amount, a code or a count: what a second engine is asked for. */
export function isNumber(reading: { readonly text: string } | undefined): boolean {
  return reading !== undefined && NUMBER.test(reading.text);
}
