import type { OcrReading } from '../../document.js';
import type { LayoutRun, RunPart } from '../../layout/run.js';
import { isWide } from '../../layout/run.js';
import type { CharacterReading, LineReading } from '../engine.js';
import type { PixelBox } from '../image.js';
import type { CutLine } from './line-image.js';

/** Share of the type size that a character takes which is not Chinese. */
const NARROW = 0.5;

/**
 * A recognised line as a run of the layout, in points of the upright page. `null` when nothing was recognised.
 * Its characters stand where the engine saw them, its height is that of the ink.
 * @param engine name of the engine, kept with every reading
 */
export function runOfLine(
  reading: LineReading,
  cut: CutLine,
  ink: PixelBox,
  dpi: number,
  engine: string,
): LayoutRun | null {
  const characters = trimmed(reading.characters);
  if (characters.length === 0) return null;
  const scale = 72 / dpi;
  const parts = characters.map(
    ({ text, left, right }): RunPart => ({
      text,
      box: {
        left: clamp(cut.left + left, ink) * scale,
        right: clamp(cut.left + right, ink) * scale,
        top: ink.top * scale,
        bottom: ink.bottom * scale,
      },
    }),
  );
  const text = parts.map((part) => part.text).join('');
  const readings = alternativeReadings({ ...reading, text }, engine);
  return {
    text,
    parts,
    box: { left: ink.left * scale, top: ink.top * scale, right: ink.right * scale, bottom: ink.bottom * scale },
    size: sizeOf(text, ink) * scale,
    confidence: readings[0]?.confidence ?? 0,
    readings,
  };
}

/** Stands for ink that no engine could read: the cell is not empty, and no number. */
export const UNREAD = '\u25A1';

/** A run for ink in which an engine saw nothing for certain. What it may be stands among its readings. */
export function unreadRun(reading: LineReading, ink: PixelBox, dpi: number, engine: string): LayoutRun {
  const scale = 72 / dpi;
  const box = { left: ink.left * scale, top: ink.top * scale, right: ink.right * scale, bottom: ink.bottom * scale };
  const readings = [{ engine, text: UNREAD, confidence: 0 }, ...alternativeReadings(reading, engine).slice(1)];
  return { text: UNREAD, parts: [{ text: UNREAD, box }], box, size: box.bottom - box.top, confidence: 0, readings };
}

/** The readings of a line, the best first. The text of a line in which nothing was seen is ''. */
export function alternativeReadings(reading: LineReading, engine: string): readonly OcrReading[] {
  const own: OcrReading = { engine, text: reading.text.trim(), confidence: rounded(reading.confidence) };
  const others = reading.alternatives.map(
    ({ text, score }): OcrReading => ({ engine, text: text.trim(), confidence: rounded(score) }),
  );
  return [own, ...others];
}

function trimmed(characters: readonly CharacterReading[]): readonly CharacterReading[] {
  const first = characters.findIndex(({ text }) => text.trim() !== '');
  const last = characters.findLastIndex(({ text }) => text.trim() !== '');
  return first < 0 ? [] : characters.slice(first, last + 1);
}

/** Type size in pixels: by the width of what is printed, not more than its height allows (digits fill 0.7 of it). */
function sizeOf(text: string, ink: PixelBox): number {
  const units = [...text].reduce((sum, character) => sum + (isWide(character) ? 1 : NARROW), 0);
  const byHeight = (ink.bottom - ink.top) / ([...text].some(isWide) ? 0.9 : 0.7);
  return Math.max(1, Math.min(byHeight, ((ink.right - ink.left) / Math.max(NARROW, units)) * 1.1));
}

function clamp(x: number, { left, right }: PixelBox): number {
  return Math.min(right, Math.max(left, x));
}

/** Confidences are kept to a thousandth: the same on every machine, and readable. */
function rounded(confidence: number): number {
  return Math.round(confidence * 1000) / 1000;
}
