import { describe, expect, it } from 'vitest';
import { bareForm, type Lexicon, nearestWord, wordOf, wordsNear } from '../../../src/normalize/scan/lexicon.js';

describe('bareForm', () => {
  it.each([
    ['“三公”经费支出', '三公经费支出'],
    ['因公出国（境）费', '因公出国境费'],
    ['一、 ２０２３ 年', '一2023年'],
    ['·，-', ''],
  ])('%j is compared as %j', (text, bare) => {
    expect(bareForm(text)).toBe(bare);
  });
});

describe('nearestWord', () => {
  const words = ['收入合计', '支出合计', '收入总计'].map(wordOf);
  it.each([
    ['收入合计', 2, { text: '收入合计', distance: 0 }],
    ['收人合计', 2, { text: '收入合计', distance: 1 }],
    ['支入合计', 2, { text: null, distance: 1 }],
    ['收入统计', 2, { text: null, distance: 1 }],
    ['上年结余', 2, null],
    ['收人合计', 0, null],
  ])('of %j within %i', (bare, limit, nearest) => {
    const found = nearestWord(bare, words, limit);
    expect(found === null ? null : { text: found.word?.text ?? null, distance: found.distance }).toEqual(nearest);
  });

  it('counts words of the same letters as one, and forgets a tie when a nearer word follows', () => {
    const twice = ['国（境）外接待费', '国境外接待费'].map(wordOf);
    expect(nearestWord('国境外接侍费', twice, 1)?.word?.text).toBe('国（境）外接待费');
    const later = ['支出合计', '收入总计', '收入合计'].map(wordOf);
    expect(nearestWord('收入合计', later, 2)).toEqual({ word: later[2], distance: 0 });
  });
});

describe('wordsNear', () => {
  it.each<[Lexicon, string, string]>([
    ['title', '收入支出决算总表', '合计'],
    ['form', '合计', '收入支出决算总表'],
    ['form', '公务接待费', '收入支出决算总表'],
    ['name', '绩效工资', '收入支出决算总表'],
  ])('%s has %s and not %s', (lexicon, word, stranger) => {
    const has = (text: string): boolean => wordsNear(lexicon, bareForm(text), 0).some((near) => near.text === text);
    expect([has(word), has(stranger)]).toEqual([true, false]);
  });

  it('has words of a length up to the limit, and no other', () => {
    const lengths = new Set(wordsNear('form', '合计数', 1).map(({ bare }) => bare.length));
    expect([...lengths].sort()).toEqual([2, 3, 4]);
  });
});
