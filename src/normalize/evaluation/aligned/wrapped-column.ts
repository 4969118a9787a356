import { type AlignedLine, type Span, textIn, widthOf } from './line.js';
import type { WrappedColumn } from './row-cuts.js';

/** What must stay together at the beginning of a line: a word of Latin letters or digits, a character with the stops after it. */
const FIRST = /^(?:[A-Za-z0-9.,%]+|.)[，。、；：）》”！？,.;:)]*/u;
/** Digits and letters of a font may be wider or narrower than half an ideograph. */
const SLACK = 2;

/** A column of the lines, for cutting them into rows. */
export function wrappedColumn(lines: readonly AlignedLine[], span: Span): WrappedColumn {
  const texts = lines.map((line) => textIn(line, span));
  const widest = Math.max(0, ...texts.map(widthOf));
  return {
    lines: texts.flatMap((text, at) => (text === '' ? [] : [at])),
    goesOn: (line, next) => {
      const first = FIRST.exec(texts[next] ?? '')?.[0] ?? '';
      return widthOf(texts[line] ?? '') + widthOf(first) > widest - SLACK;
    },
  };
}
