import type Tesseract from 'tesseract.js';
import type { CharacterReading, LineReading } from '../../engine.js';

/**
 * The reading out of what Tesseract found in a picture of one line; `scale` is how much the picture was enlarged for it. The
 * confidence of the line is the lowest of its words and characters: that of a word, which weighs the word as a whole, finds
 * more errors than those of its characters. Tesseract offers no alternatives through this interface.
 */
export function readPage(page: Tesseract.Page, scale: number): LineReading {
  const words = (page.blocks ?? []).flatMap(({ paragraphs }) =>
    paragraphs.flatMap(({ lines }) => lines.flatMap((line) => line.words)),
  );
  const characters = words.flatMap((word) => word.symbols.map((symbol) => characterOf(symbol, scale)));
  const confidences = [...words.map((word) => word.confidence / 100), ...characters.map((c) => c.confidence)];
  return {
    text: words
      .map((word) => word.text.trim())
      .join(' ')
      .trim(),
    confidence: characters.length === 0 ? 0 : Math.max(0, Math.min(1, ...confidences)),
    characters,
    alternatives: [],
  };
}

function characterOf({ text, confidence, bbox }: Tesseract.Symbol, scale: number): CharacterReading {
  return {
    text,
    confidence: Math.max(0, Math.min(1, confidence / 100)),
    left: bbox.x0 / scale,
    right: bbox.x1 / scale,
  };
}
