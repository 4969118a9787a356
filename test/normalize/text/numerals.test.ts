import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chineseNumeral } from '../../../src/normalize/text/numerals.js';

describe('Chinese numerals', () => {
  it.each([
    ['〇', 0],
    ['零', 0],
    ['二〇二三', 2023],
    ['二○二三', 2023],
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['二十六', 26],
    ['廿一', 21],
    ['卅', 30],
    ['一百零五', 105],
    ['一百一十', 110],
    ['一千零一十', 1010],
    ['两千三百', 2300],
    ['一万二千', 12_000],
    ['十万零五', 100_005],
    ['一亿零三百万', 103_000_000],
    ['一万二千亿', 1_200_000_000_000],
    ['贰佰叁拾肆', 234],
    ['壹万贰仟', 12_000],
  ])('%s is %d', (text, value) => {
    expect(chineseNumeral(text)).toBe(value);
  });

  it.each(['', '12', '三公', '一百二', '一万二', '百', '万', '十百', '二二十', '一百零', '一亿二亿', '零零五十'])(
    '%s is none',
    (text) => {
      expect(chineseNumeral(text)).toBeNull();
    },
  );

  it('reads what is written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999_999_999 }), (value) => {
        expect(chineseNumeral(written(value))).toBe(value);
      }),
    );
  });
});

/** The numeral of an integer, by its four-digit sections. */
function written(value: number): string {
  const sections = [100_000_000, 10_000, 1].map((worth) => [Math.floor(value / worth) % 10_000, worth] as const);
  let text = '';
  for (const [section, worth] of sections) {
    if (section === 0) continue;
    if (text !== '' && section < 1000) text += '零';
    text += fourDigits(section) + ({ 100000000: '亿', 10000: '万' }[worth] ?? '');
  }
  return text;
}

function fourDigits(section: number): string {
  let text = '';
  let gap = false;
  for (const [worth, name] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(section / worth) % 10;
    if (digit === 0) gap = text !== '';
    else {
      text += (gap ? '零' : '') + '零一二三四五六七八九'.charAt(digit) + name;
      gap = false;
    }
  }
  return text;
}
