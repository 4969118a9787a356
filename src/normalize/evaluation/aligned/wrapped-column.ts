import { type AlignedLine, type Span, textIn, widthsOf } from './line.js';
import type { WrappedColumn } from './row-cuts.js';

/** What must stay together at the beginning of a line: a word of Latin letters or digits, a character with the stops after it. */
const FIRST = /^(?:[A-Za-z0-9.,%]+|.)[，。、；：）》”！？,.;:)]*/u;
/** A line may lack so many half-width units that its last character would have taken. */
const SLACK = 2;

/** A text may also break off after a stop, or before a number of a list. */
const STOP = /[；。：;:]$/u;
const ITEM = /^(?:\d{1,2}[.．、）)](?!\d)|[（(][\d一二三四五六七八九十]+[）)]|[一二三四五六七八九十]+、|[①-⑳])/u;

/** A column of the lines, for cutting them into rows. */
export function wrappedColumn(lines: readonly AlignedLine[], span: Span): WrappedColumn {
  return wrappedTexts(lines.map((line) => textIn(line, span)));
}

/** The same for what the lines print in the column; '' where they print nothing. */
export function wrappedTexts(texts: readonly string[]): WrappedColumn {
  const widest = Math.max(0, ...texts.map((text) => widthsOf(text).least));
  return {
    lines: texts.flatMap((text, at) => (text === '' ? [] : [at])),
    goesOn: (line, next) => {
      const [text, rest] = [texts[line] ?? '', texts[next] ?? ''];
      const first = FIRST.exec(rest)?.[0] ?? '';
      if (widthsOf(text).most + widthsOf(first).most > widest - SLACK) return 'full';
      return STOP.test(text) || ITEM.test(rest) ? 'item' : null;
    },
  };
}
