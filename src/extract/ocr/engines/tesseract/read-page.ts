import type Tesseract from 'tesseract.js';
import type { CharacterReading, LineReading } from '../../engine.js';

/**
 * The reading out of what Tesseract found in a picture of one line; `inLine` turns its columns into those of the line image. The
 * confidence of the line is the lowest of its words and characters: that of a word, which weighs the word as a whole, finds
 * more errors than those of its characters. Tesseract offers no alternatives through this interface.
 */
export function readPage(page: Tesseract.Page, inLine: (x: number) => number): LineReading {
  const words = (page.blocks ?? []).flatMap(({ paragraphs }) =>
    paragraphs.flatMap(({ lines }) => lines.flatMap((line) => line.words)),
  );
  const characters = words.flatMap((word) => word.symbols.map((symbol) => characterOf(symbol, inLine)));
  const confidences = [...words.map((word) => word.confidence / 100), ...characters.map((c) => c.confidence)];
  return {
    text: joinWords(words.map((word) => word.text.trim())),
    confidence: characters.length === 0 ? 0 : Math.max(0, Math.min(1, ...confidences)),
    characters,
    alternatives: [],
  };
}

/** Tesseract parts Chinese into words; a blank is printed only between two words of letters or digits. */
function joinWords(words: readonly string[]): string {
  return words.reduce(
    (text, word) => (/[\da-z]$/i.test(text) && /^[\da-z]/i.test(word) ? `${text} ${word}` : text + word),
    '',
  );
}

function characterOf({ text, confidence, bbox }: Tesseract.Symbol, inLine: (x: number) => number): CharacterReading {
  return {
    text,
    confidence: Math.max(0, Math.min(1, confidence / 100)),
    left: inLine(bbox.x0),
    right: inLine(bbox.x1),
  };
}
