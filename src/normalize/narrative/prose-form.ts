import { halfWidth } from '../text/full-width.js';

/** A text for matching, with the way back to the printed one. */
export interface ProseForm {
  /** Half width, without blanks and quotation marks; one blank stays between two digits, since "3 581" may be two numbers. */
  readonly text: string;
  /** Index in the printed text of each character of `text`, and the printed length behind the last one. */
  readonly at: readonly number[];
}

/** Characters that mean nothing for matching: blanks, invisible ones, quotation marks (“三公”, „三公‟, 三公). */
const DROPPED = /[\s\p{Cf}"'“”‘’「」『』„‟«»〝〞]/u;
const DIGIT = /\d/;

/**
 * The form of a paragraph in which its sentences are read. Justified lines have blanks between all characters (一 般 公 共); where that
 * holds for the digits of a number too, they are joined.
 */
export function proseForm(printed: string): ProseForm {
  const wide = halfWidth(printed);
  let text = '';
  const at: number[] = [];
  let blanks = false;
  for (let index = 0; index < wide.length; index++) {
    const character = wide.charAt(index);
    if (DROPPED.test(character)) {
      blanks ||= /\s/.test(character);
      continue;
    }
    if (blanks && DIGIT.test(character) && DIGIT.test(text.at(-1) ?? '') && !isSpaced(wide, index)) {
      text += ' ';
      at.push(index);
    }
    text += character;
    at.push(index);
    blanks = false;
  }
  at.push(printed.length);
  return { text, at };
}

/** Whether the character stands in a justified line: each neighbour is one character between blanks ("2 1 , 9 4 0"). */
function isSpaced(text: string, index: number): boolean {
  const before = text.slice(Math.max(0, index - 6), index);
  const after = text.slice(index + 1, index + 4);
  return /(?:^|\s)\S\s+\S\s+$/.test(before) && /^\s+\S(\s|$)/.test(after);
}

/** The printed text of a part of the form, blanks taken out. Quotation marks of its first and last words stay, those around the whole do not. */
export function printedPart(printed: string, { at }: ProseForm, from: number, to: number): string {
  let [start, end] = [at[from] ?? 0, endOf(at, to)];
  while (start > 0 && /[“‘「『"]/.test(printed.charAt(start - 1))) start--;
  while (/[”’」』"]/.test(printed.charAt(end))) end++;
  const part = printed.slice(start, end).replace(/\s+/g, '');
  return /^[“"]([^“”"]*)[”"](?:科目)?$/.exec(part)?.[1] ?? part;
}

/** Where the printed text of a part that ends at `to` ends. */
export function endOf(at: readonly number[], to: number): number {
  return to === 0 ? 0 : (at[to - 1] ?? 0) + 1;
}
