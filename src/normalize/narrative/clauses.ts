import { type NumberToken, numbersIn } from './claim-numbers.js';

/** A part of a sentence between two marks, with the numbers in it. */
export interface Clause {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** The mark before it; '' at the beginning of the paragraph. */
  readonly mark: string;
  /** Number of its sentence in the paragraph; 。 ends a sentence. */
  readonly sentence: number;
  /** It stands in brackets that hold a number of their own: （上年财政安排140.2万元）. */
  readonly inner: boolean;
  readonly numbers: readonly NumberToken[];
}

/**
 * The clauses of a paragraph in its form. Marks are , ; : 。 outside numbers, 、 only behind an amount (货物4.79万元、工程0万元), and brackets
 * only where an amount stands in them; （境） and （以合同签订为准） belong to the words.
 */
export function clausesOf(text: string): readonly Clause[] {
  const numbers = numbersIn(text);
  const bracketed = bracketsWithNumbers(text, numbers);
  const clauses: Clause[] = [];
  let from = 0;
  let mark = '';
  let sentence = 0;
  let inner = false;
  let next = 0;
  const close = (to: number, at: string): void => {
    if (to > from) {
      const own = numbers.filter((token) => token.from >= from && token.to <= to);
      clauses.push({ from, to, text: text.slice(from, to), mark, sentence, inner, numbers: own });
    }
    mark = at;
    from = to + 1;
  };
  for (let index = 0; index < text.length; index++) {
    while (next < numbers.length && (numbers[next]?.to ?? 0) <= index) next++;
    const token = numbers[next];
    if (token !== undefined && index >= token.from && index < token.to) continue;
    const character = text.charAt(index);
    const behindNumber = numbers[next - 1]?.to === index;
    if (/[,;:。]/.test(character) || (character === '、' && behindNumber)) {
      close(index, character);
      if (character === '。') sentence++;
    } else if (bracketed.has(index)) {
      close(index, character);
      inner = character === '(';
    }
  }
  close(text.length, '');
  return clauses;
}

/** Where brackets open and close that hold a number. */
function bracketsWithNumbers(text: string, numbers: readonly NumberToken[]): ReadonlySet<number> {
  const found = new Set<number>();
  if (numbers.length === 0) return found;
  for (const match of text.matchAll(/\([^()]*(?:\([^()]*\)[^()]*)*\)/gu)) {
    const end = match.index + match[0].length;
    if (numbers.some((token) => token.from > match.index && token.to < end)) {
      found.add(match.index);
      found.add(end - 1);
    }
  }
  return found;
}
