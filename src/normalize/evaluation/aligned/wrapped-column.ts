import { type AlignedLine, type Span, textIn, widthOf } from './line.js';
import type { WrappedColumn } from './row-cuts.js';

/** What must stay together at the beginning of a line: a word of Latin letters or digits, a character with the stops after it. */
const FIRST = /^(?:[A-Za-z0-9.,%]+|.)[，。、；：）》”！？,.;:)]*/u;
/** Digits and letters of a font may be wider or narrower than half an ideograph. */
const SLACK = 2;

/** A text may also break off after a stop, or before a number of a list. */
const STOP = /[；。：;:]$/u;
const ITEM = /^(?:\d{1,2}[.．、）)](?!\d)|[（(][\d一二三四五六七八九十]+[）)]|[一二三四五六七八九十]+、|[①-⑳])/u;

/** A column of the lines, for cutting them into rows. */
export function wrappedColumn(lines: readonly AlignedLine[], span: Span): WrappedColumn {
  const texts = lines.map((line) => textIn(line, span));
  const widest = Math.max(0, ...texts.map(widthOf));
  return {
    lines: texts.flatMap((text, at) => (text === '' ? [] : [at])),
    goesOn: (line, next) => {
      const [text, rest] = [texts[line] ?? '', texts[next] ?? ''];
      if (widthOf(text) + widthOf(FIRST.exec(rest)?.[0] ?? '') > widest - SLACK) return 'full';
      return STOP.test(text) || ITEM.test(rest) ? 'item' : null;
    },
  };
}
