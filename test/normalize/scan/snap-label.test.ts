import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance } from '../../../src/normalize/scan/edit-distance.js';
import { bareForm, wordsNear } from '../../../src/normalize/scan/lexicon.js';
import { namesOfCode } from '../../../src/normalize/scan/snap-codes.js';
import { snappedLabel, snappedName, snappedTitle } from '../../../src/normalize/scan/snap-label.js';

const UNSURE = 0.8;
const SURE = 0.97;

describe('snappedLabel', () => {
  it.each([
    ['财政拨款收人', '财政拨款收入'],
    ['上级补助牧入', '上级补助收入'],
    ['政府采购X物支出', '政府采购货物支出'],
    ['公务用车购置及运行维护贾', '公务用车购置及运行维护费'],
    ['续效工资', '绩效工资'],
    // Ordinals
    ['—、一般公共预算财政拨款收入', '一、一般公共预算财政拨款收入'],
    ['一，一般公共预算财政拨款收入', '一、一般公共预算财政拨款收入'],
    ['“二、上级补助收入', '二、上级补助收入'],
    ['二十四、债务还本支岀', '二十四、债务还本支出'],
    ['（—）支出合计', '（一）支出合计'],
    ['2．公务接侍费', '2．公务接待费'],
    ['其中：（1）公务接侍费', '其中：（1）公务接待费'],
    ['共中：教育收费', '其中：教育收费'],
    ['其中提取职工福利基金', '其中:提取职工福利基金'],
    ['“三公”经贾合计', '“三公”经费合计'],
    ['其中：提取职工福利基贪', '其中：提取职工福利基金'],
    // Rests of a rule beside
    ['「十八、住房保障支出', '十八、住房保障支出'],
    ['|十六、金融支岀', '十六、金融支出'],
    ['」一级指标', '一级指标'],
    ['|指标分值', '指标分值'],
    ['：效益指标', '效益指标'],
  ])('%s was printed %s', (read, printed) => {
    expect(snappedLabel(read, UNSURE)).toBe(printed);
  });

  it.each([
    ['a known word', '合计'],
    ['a known word with an ordinal', '八、社会保障和就业支出'],
    ['a word that the forms print behind 其中 only', '其中：提取职工福利基金'],
    ['a word that begins with a quotation', '“三公”经费合计'],
    ['a known word with marks of full width', '2．外事接待费'],
    ['brackets of another kind', '因公出国（境）费'],
    ['blanks', '合 计'],
    ['nothing near', '智慧城市专项'],
    ['two words of the forms as near', '支入合计'],
    ['购置费 and 购置数 as near, and a name no nearer', '公务用车购置贾'],
    ['two characters', '合汁'],
    ['no word', '31.50'],
    ['a dash', '—'],
    ['nothing', ''],
  ])('%s stays: %s', (_, read) => {
    expect(snappedLabel(read, UNSURE)).toBeNull();
  });

  it.each([
    ['财政拨款收人', null],
    ['智慧城市专项', null],
    // The ordinal is no matter of the word.
    ['—、智慧城市专项', '一、智慧城市专项'],
    ['“二、上级补助收入', '二、上级补助收入'],
    ['[2023]年度', null],
  ])('a sure reading keeps its words: %s', (read, printed) => {
    expect(snappedLabel(read, SURE)).toBe(printed);
  });

  it('changes no two characters that the engine saw well', () => {
    expect(snappedLabel('政府采购X物支岀', UNSURE)).toBe('政府采购货物支出');
    expect(snappedLabel('政府采购X物支岀', 0.92)).toBeNull();
  });

  it('gives back a word of the forms with one wrong character, and none where another word is as near', () => {
    const words = wordsNear('form', '一般公共预算财政拨款', 5);
    expect(words.length).toBeGreaterThan(50);
    fc.assert(
      fc.property(fc.constantFrom(...words), fc.nat(), ({ text, bare }, place) => {
        const characters = [...text];
        const hans = characters.flatMap((character, at) => (/\p{Script=Han}/u.test(character) ? [at] : []));
        // 龘 stands in no word.
        const read = characters.with(hans[place % hans.length] ?? 0, '龘').join('');
        const near = wordsNear('form', bare, 1).filter((word) => editDistance(bareForm(read), word.bare, 1) === 1);
        expect(snappedLabel(read, UNSURE)).toBe(near.length === 1 ? text : null);
        expect(snappedLabel(read, SURE)).toBeNull();
        expect(snappedLabel(text, UNSURE)).toBeNull();
      }),
      { numRuns: 300 },
    );
  });
});

describe('snappedName', () => {
  it.each([
    ['续效工资', '30107', UNSURE, '绩效工资'],
    // The code speaks for the name even where the engine was sure.
    ['续效工资', '30107', SURE, '绩效工资'],
    ['绩、效工资', '30107', UNSURE, '绩效工资'],
    ['绩效工资', '30107', UNSURE, null],
    ['办公费', '30107', UNSURE, null],
    ['', '30107', UNSURE, null],
    ['行政运打', '2010101', UNSURE, '行政运行'],
    ['绩效工资', '299', UNSURE, null],
  ])('%j beside %s, read with %f', (read, code, confidence, printed) => {
    expect(snappedName(read, namesOfCode(code), confidence)).toBe(printed);
  });
});

describe('snappedTitle', () => {
  it.each([
    ['收入支出块算总表', '收入支出决算总表'],
    ['2023年度收入支出块算总表', '2023年度收入支出决算总表'],
    ['2023年收人支出决算总表', '2023年收入支出决算总表'],
    ['收入支出决算总衣（续表）', '收入支出决算总表（续表）'],
    ['·收入支出决算总表', '收入支出决算总表'],
    ['收、入支出决算总表.', '收入支出决算总表'],
    ['三公经费支出决算表', '“三公”经费支出决算表'],
    ['二、收人决算表', '二、收入决算表'],
    ['|二、收人决算表', '二、收入决算表'],
  ])('%s was printed %s', (read, printed) => {
    expect(snappedTitle(read)).toBe(printed);
  });

  it.each([
    '收入支出决算总表',
    '2023年度 收入支出决算总表',
    '收入支出决算总表(续)',
    '“三公”经费支出决算表',
    // As near to 收入决算表 as to 支出决算表
    '支入决算表',
    '公开01表',
    '固定资产盘点登记表',
    '总表',
    '收入支出决算总体情况说明',
    '',
  ])('%j stays', (read) => {
    expect(snappedTitle(read)).toBeNull();
  });
});
