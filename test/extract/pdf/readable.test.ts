import { describe, expect, test } from 'vitest';
import { pageCondition } from '../../../src/extract/pdf/readable.js';
import { content, glyphs } from './painted.js';

const PROSE =
  '本单位2023年度收入总计2568.50万元，支出总计2566.19万元，与上年相比各增加12.30万元，主要原因是人员经费增加。';
/** Unmapped glyphs: what a font without a character map gives for Chinese characters. */
const PRIVATE = '\uE001\uE002\uE003\uE004\uE005';

function condition(text: string, overrides: Parameters<typeof content>[1] = {}): string {
  const painted = glyphs(text, 0, 0).map((glyph) => ({
    ...glyph,
    unmapped: /[\uE000-\uF8FF\u0000-\u001F]/.test(glyph.text),
  }));
  return pageCondition(content(painted, overrides)).condition;
}

test('a text in codes of another font is told, marks of a symbol font are not', () => {
  const reasonOf = (marks: string) => {
    const painted = glyphs(`${PROSE}${marks}`, 0, 0);
    return pageCondition(content(painted)).reason;
  };
  expect(reasonOf('\u0001\u0002\u0003')).toBeNull();
  expect(reasonOf('\u0001\u0002\u0003\u0004')).toBe('4 characters are none: the font of their text is missing');
});

describe('pages that can be read', () => {
  test.each([
    { name: 'prose', text: PROSE },
    { name: 'a cover of few characters', text: '2023年度' },
    { name: 'a divider', text: '第五部分附件' },
    { name: 'a page that holds only the total of a table', text: '合计5,688.622,771.122,917.50' },
    { name: 'a page of numbers only', text: '-12-0.000.00' },
    { name: 'a page number', text: '12' },
    { name: 'rare characters in a short text', text: '蕰藻浜泵闸管理所' },
    { name: 'a web address in a long text', text: `${PROSE}网址http://www.example.gov.cn/zwgk/czyjs` },
    { name: 'a foreign name in a long text', text: `${PROSE}与Müller公司合作，见附件。`.repeat(2) },
    { name: 'bullets from a symbol font', text: `\uF06C${PROSE}\uF06C${PROSE}` },
    { name: 'full-width digits and letters', text: '合计２５６８．５０万元，ＡＢＣ项目' },
    { name: 'signs of every kind', text: '①基本支出Ⅱ√□●％‰×÷㎡—…“三公”经费' },
    { name: 'a label in brackets behind a character', text: '款(a)项(b)' },
    { name: 'a long dash typed as the Japanese vowel sign', text: 'ーー合计ーー' },
  ])('$name', ({ text }) => {
    expect(condition(text)).toBe('read');
    expect(pageCondition(content(glyphs('年', 0, 0))).reason).toBeNull();
  });

  test('a seal on a page of text does no harm, nor a background under a cover', () => {
    expect(pageCondition(content(glyphs(PROSE, 0, 300), { imageCover: 1 })).condition).toBe('read');
    expect(condition('2023年度', { imageCover: 0.3 })).toBe('read');
  });

  test.each([
    ['a few lines beside a picture of half a page', '收入决算表 公开02表 单位：万元', 2, 'needs-ocr'],
    ['prose beside it', PROSE.repeat(2), 2, 'read'],
    ['a cover with a photograph', '某某局2023年度部门决算公开', 1, 'read'],
  ])('%s: %s on page %i: %s', (_, text, number, expected) => {
    const page = content(glyphs(text, 0, 300), { number, imageCover: 0.55 });
    const picture = { left: 0, top: page.height * 0.45, right: page.width, bottom: page.height };
    expect(pageCondition({ ...page, images: [picture] }).condition).toBe(expected);
    // Under the text it is paper.
    const paper = { ...picture, top: 0 };
    expect(pageCondition({ ...page, images: [paper] }).condition).toBe('read');
  });
});

describe('pages without text', () => {
  test.each([
    { imageCover: 0, expected: 'blank' },
    { imageCover: 0.02, expected: 'blank' },
    { imageCover: 0.3, expected: 'needs-ocr' },
    { imageCover: 1, expected: 'needs-ocr' },
  ])('with images over $imageCover of the page: $expected', ({ imageCover, expected }) => {
    expect(condition('', { imageCover })).toBe(expected);
  });

  test('a scan with long lines at its head and foot is a scan', () => {
    const lines = [...glyphs('某市某局2023年度部门决算公开', 0, 20), ...glyphs('第 12 页，共 36 页', 0, 770)];
    const image = pageCondition(content(lines, { imageCover: 0.95 }));
    expect(image).toEqual({
      condition: 'needs-ocr',
      reason: 'the page is an image, its text layer holds only lines in the margins',
    });
    expect(pageCondition(content(lines)).condition).toBe('read');
  });

  test.each([
    { shapes: 2, text: '', expected: 'blank' },
    { shapes: 3, text: '', expected: 'needs-ocr' },
    { shapes: 39, text: '-12-', expected: 'read' },
    { shapes: 40, text: '-12-', expected: 'needs-ocr' },
    { shapes: 4000, text: PROSE, expected: 'read' },
  ])('with $shapes drawn shapes beside "$text": $expected', ({ shapes, text, expected }) => {
    expect(condition(text, { shapes })).toBe(expected);
  });

  test.each([
    { blanks: 3, expected: 'blank' },
    { blanks: 4, expected: 'needs-ocr' },
  ])('with $blanks glyphs that are blanks in the text layer: $expected', ({ blanks, expected }) => {
    expect(condition('', { blanks })).toBe(expected);
  });

  test('a scan with a page number stamped on it is a scan', () => {
    expect(condition('-12-', { imageCover: 0.95 })).toBe('needs-ocr');
  });
});

describe('pages whose text layer means something else than what is printed', () => {
  test.each([
    { name: 'nothing is mapped', text: PRIVATE, reason: /5 of 5 characters have no meaning/ },
    { name: 'two labels beside many digits', text: '\uE001\uE0022,568.50298.242267.95', reason: /2 of 23 characters/ },
    { name: 'control characters', text: '\u0003\u0004\u0005\u0006,568.50', reason: /4 of 11 characters/ },
    { name: 'some characters of a text', text: `${PROSE}${PRIVATE.repeat(2)}`, reason: /10 of \d+ characters/ },
    {
      name: 'letters of scripts nobody prints',
      text: 'ಃԗՂᎨ៨2568.502568.500.000.000.00',
      reason: /4 letters are of scripts/,
    },
    { name: 'two such letters on a divider', text: '208ᰁх', reason: /2 letters/ },
    { name: 'accented letters', text: 'ĢmÙÚÛêêÝÛÂÂÚßßÑÝÑÂ', reason: /letters are of scripts/ },
    {
      name: 'Chinese characters, but not those of a report',
      text: '鼊龘灪齾麤龖爩鬱籲驫鱻灩靐齉龗厵纞鸞虋龕韊',
      reason: /does not read like/,
    },
    { name: 'hardly a Chinese character', text: 'qkzjw vbnmx lkjhg poiuy 12.00 34.50', reason: /hardly any Chinese/ },
  ])('$name', ({ text, reason }) => {
    const painted = glyphs(text.replaceAll(' ', ''), 0, 0).map((glyph) => ({
      ...glyph,
      unmapped: /[\uE000-\uF8FF\u0000-\u001F]/.test(glyph.text),
    }));
    expect(pageCondition(content(painted))).toEqual({ condition: 'needs-ocr', reason: expect.stringMatching(reason) });
  });

  test.each([
    { name: 'with a tone mark, once', text: '市大数据服务(wù)中心' },
    { name: 'in full-width brackets', text: '预（yù）算' },
    { name: 'without tone marks, often', text: '预(yu)算(suan)支(zhi)出(chu)' },
  ])('pinyin injected: $name', ({ text }) => {
    expect(pageCondition(content(glyphs(text, 0, 0)))).toEqual({
      condition: 'needs-ocr',
      reason: 'pinyin was injected into the text layer',
    });
  });
});
