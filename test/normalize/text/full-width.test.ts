import { describe, expect, it } from 'vitest';
import { foldRadicals, halfWidth, labelForm, withoutOrdinal } from '../../../src/normalize/text/full-width.js';

describe('radicals', () => {
  it.each([
    ['⻔⻋⻓', '门车长'],
    ['公⽤⻋', '公用车'],
    ['门车长', '门车长'],
  ])('%s is %s', (printed, folded) => {
    expect(foldRadicals(printed)).toBe(folded);
  });
});

describe('half width', () => {
  it.each([
    ['１，２３４．５０', '1,234.50'],
    ['（Ａ）　％', '(A) %'],
    ['①²㎡〇', '①²㎡〇'],
  ])('%s is %s', (printed, expected) => {
    expect(halfWidth(printed)).toBe(expected);
  });
});

describe('the comparable form of a label', () => {
  it.each([
    ['项    目', '项目'],
    ['因 公 出 国 （ 境 ） 费', '因公出国(境)费'],
    ['“三公”经费', '三公经费'],
    ['"三公"经费', '三公经费'],
    ['三公\u200B经费\u00A0', '三公经费'],
    ['⽅⻔', '方门'],
    ['决算〔2023〕', '决算(2023)'],
    ['2080505——机关', '2080505-机关'],
    ['单位：万元', '单位:万元'],
    ['', ''],
  ])('%s is %s', (printed, form) => {
    expect(labelForm(printed)).toBe(form);
  });
});

describe('labels without ordinals', () => {
  it.each([
    ['八、社会保障和就业支出', '社会保障和就业支出'],
    ['二十四、债务还本支出', '债务还本支出'],
    ['（一）一般公共预算', '一般公共预算'],
    ['㈠一般公共预算', '一般公共预算'],
    ['其中：1.国内接待费', '国内接待费'],
    ['1、办公费', '办公费'],
    ['1．办公费', '办公费'],
    ['（2）公务用车运行维护费', '公务用车运行维护费'],
    ['1.5万元', '1.5万元'],
    ['一般公共服务支出', '一般公共服务支出'],
    ['三公经费', '三公经费'],
    ['一、', '一、'],
  ])('%s is %s', (printed, bare) => {
    expect(withoutOrdinal(printed)).toBe(bare);
  });
});
