import type { TextLine } from '../../extract/document.js';
import { labelWord } from './words.js';

/** Several readers ask for the words of the same line; a line never changes. */
const known = new WeakMap<TextLine, readonly string[]>();

/** The words of a line between blanks, for comparison; see {@link labelWord}. */
export function lineWords(line: TextLine): readonly string[] {
  const found = known.get(line);
  if (found !== undefined) return found;
  const words = line.text.trim().split(/\s+/u).map(labelWord);
  known.set(line, words);
  return words;
}
