import { describe, expect, it } from 'vitest';
import { pagesOfDump } from '../../../src/extract/text/pages.js';

/** Pages as their lines with text, for short expectations; a page number in brackets. */
function shown(text: string): string[][] {
  return pagesOfDump(text).map((lines) =>
    lines.flatMap((line) => (line.text.trim() === '' ? [] : [line.pageNumber ? `[${line.text.trim()}]` : line.text])),
  );
}

const doubleSpaced = (...lines: string[]): string => lines.join('\n\n');

describe('pagesOfDump with form feeds', () => {
  it.each([
    ['one page', 'a\nb', [['a', 'b']]],
    ['a form feed between pages', 'a\fb', [['a'], ['b']]],
    ['a form feed at the end (pdftotext)', 'a\n\fb\n\f', [['a'], ['b']]],
    ['an empty page between two', 'a\f\fb\f', [['a'], [], ['b']]],
    ['CRLF and CR', 'a\r\nb\rc\f d', [['a', 'b', 'c'], [' d']]],
  ])('%s', (_, text, expected) => {
    expect(shown(text)).toEqual(expected);
  });

  it('marks a lone number at the foot or the head of a page, not one among the lines', () => {
    expect(shown('a\n 7\nb\n   3\f- 4 -\nc\f9 b')).toEqual([['a', ' 7', 'b', '[3]'], ['[- 4 -]', 'c'], ['9 b']]);
  });
});

describe('pagesOfDump with a blank at page starts (Quanzhou 2023)', () => {
  it('takes a line with one blank more and no blank line above', () => {
    const text = `${doubleSpaced('一段的文字', '续')}\n 下一页\n\n同页`;
    expect(shown(text)).toEqual([
      ['一段的文字', '续'],
      ['下一页', '同页'],
    ]);
  });

  it('takes no indented line with a blank line above', () => {
    expect(shown(doubleSpaced('一段', ' 2023 年度支出', '续'))).toEqual([['一段', ' 2023 年度支出', '续']]);
  });

  it('keeps the indent of a row at the top of a page', () => {
    const text = `${doubleSpaced('  十五、商业 0.00', '  十六、金融 0.00')}\n   十七、援助 0.00\n\n  十八、海洋 0.00`;
    expect(shown(text)).toEqual([
      ['  十五、商业 0.00', '  十六、金融 0.00'],
      ['  十七、援助 0.00', '  十八、海洋 0.00'],
    ]);
  });

  it('takes no line that is indented less than the one above: a wrapped cell', () => {
    const text = `${doubleSpaced('甲', '   30299 其他 7.46 39908 ')}\n  对民间组织\n\n补贴`;
    expect(shown(text)).toHaveLength(1);
  });

  it('takes printed numbers as page starts when all agree with the count', () => {
    const text = doubleSpaced('甲', ' 3 ', '乙', ' 4 ', '丙');
    expect(shown(text)).toEqual([['甲'], ['[3]', '乙'], ['[4]', '丙']]);
  });

  it('takes no number as a page start when they disagree', () => {
    expect(shown(doubleSpaced('甲', ' 3 ', '乙', ' 9 ', '丙'))).toEqual([['甲', ' 3 ', '乙', ' 9 ', '丙']]);
  });

  it('makes one page of a single-spaced dump without any sign', () => {
    expect(shown('甲\n 乙\n丙\n 丁')).toEqual([['甲', ' 乙', '丙', ' 丁']]);
  });
});
