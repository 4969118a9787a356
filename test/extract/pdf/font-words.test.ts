import { describe, expect, test } from 'vitest';
import { addFontWords, type FontWords, fontFault, fontWords } from '../../../src/extract/pdf/font-words.js';
import { content, glyphs } from './painted.js';

const PROSE =
  '一般公共预算财政拨款支出决算情况说明。本年度收入合计与上年相比增加，主要原因是人员经费、项目支出及社会保障和就业支出增加，住房公积金同步调整';
/** Its characters where they make no words, as when they were exchanged among each other. */
const EXCHANGED = [...PROSE].reverse().join('');

/** What pages say, each a list of texts by their fonts; and what speaks against each page. */
function faults(...pages: readonly Readonly<Record<string, string>>[]): (string | null)[] {
  const each = pages.map((fonts) =>
    fontWords(content(Object.entries(fonts).flatMap(([font, text]) => glyphs(text, 0, 300, { font })))),
  );
  const all = new Map<string, FontWords>();
  for (const page of each) addFontWords(all, page);
  // Pages are judged by what all said; their own characters would stay in memory.
  const kept = each.flatMap((page) => [...page.values()].flatMap(({ distinct }) => [...distinct]));
  expect(kept).toEqual([]);
  return each.map((page) => fontFault(page, all));
}

const NO_WORDS = expect.stringContaining('no words of such a report');
const NO_YEARS = expect.stringContaining('years that cannot be');

describe('the words of a font', () => {
  test.each([
    { name: 'prose', pages: [{ A: PROSE }], expected: [null] },
    { name: 'its characters exchanged', pages: [{ A: EXCHANGED }], expected: [NO_WORDS] },
    {
      name: 'a name that is none of the words, over and over',
      pages: [{ A: '蕰藻浜泵闸所'.repeat(40) }],
      expected: [null],
    },
    {
      name: 'a page of two characters, in a font that is wrong elsewhere',
      pages: [{ A: EXCHANGED }, { A: '况管' }],
      expected: [NO_WORDS, NO_WORDS],
    },
    { name: 'a page of another font', pages: [{ A: EXCHANGED }, { B: PROSE }], expected: [NO_WORDS, null] },
    {
      name: 'a page of numbers in the wrong font',
      pages: [{ A: EXCHANGED }, { A: '12.50' }],
      expected: [NO_WORDS, null],
    },
    { name: 'a heading in a font of its own that is wrong', pages: [{ A: EXCHANGED, B: PROSE }], expected: [NO_WORDS] },
    { name: 'no Chinese characters', pages: [{ A: '12.50' }], expected: [null] },
  ])('$name', ({ pages, expected }) => {
    expect(faults(...pages)).toEqual(expected);
  });
});

describe('the digits of a font', () => {
  test.each([
    { name: 'years of our time', pages: [{ A: '2023年、2024年' }], expected: [null] },
    { name: 'years that cannot be', pages: [{ A: '3134年、3135年' }], expected: [NO_YEARS] },
    { name: 'in full-width forms', pages: [{ A: '３１３４年、３１３５年' }], expected: [NO_YEARS] },
    { name: 'one of them', pages: [{ A: '共计3134年' }], expected: [null] },
    { name: 'a good year among them', pages: [{ A: '3134年、3135年、2023年' }], expected: [null] },
    { name: 'longer numbers', pages: [{ A: '13134年、1.3135年、9.3136年' }], expected: [null] },
    {
      name: 'a page of amounts in that font',
      pages: [{ A: '3134年、3135年' }, { A: '12.50' }, { B: '12.50' }],
      expected: [NO_YEARS, NO_YEARS, null],
    },
    {
      name: 'a page of words in that font',
      pages: [{ A: '3134年、3135年' }, { A: '况管' }],
      expected: [NO_YEARS, null],
    },
  ])('$name', ({ pages, expected }) => {
    expect(faults(...pages)).toEqual(expected);
  });
});
