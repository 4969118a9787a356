import { describe, expect, it } from 'vitest';
import { findUnit, unitOf } from '../../../src/normalize/figures/unit.js';

describe('units of money', () => {
  it.each([
    ['元', 100],
    ['百元', 10_000],
    ['千元', 100_000],
    ['万元', 1_000_000],
    ['百万元', 100_000_000],
    ['亿元', 10_000_000_000],
  ])('%s is %d fen', (text, fenPerUnit) => {
    expect(unitOf(text)).toEqual({ text, fenPerUnit });
  });

  it.each(['', '台', '万', '元氏县', '万元人'])('%s is none', (text) => {
    expect(unitOf(text)).toBeNull();
  });
});

describe('unit lines', () => {
  it.each([
    ['单位：泉州市大数据服务中心                  单位：万元', '万元'],
    ['金额单位:元', '元'],
    ['单位:万元', '万元'],
    ['编制单位：某中心  单位：元', '元'],
    ['部门：某局 金额单位：万元 公开01表', '万元'],
    ['单 位 ： 万 元', '万元'],
    ['单位：人民币亿元', '亿元'],
    ['（单位：百万元）', '百万元'],
    ['预算数（万元）', '万元'],
    ['预算数(元)', '元'],
    ['万元', '万元'],
  ])('%s', (line, unit) => {
    expect(findUnit(line)?.text).toBe(unit);
  });

  it.each([
    '编制单位：上海市普陀区财政局',
    '单位：元氏县财政局',
    '单位：台（套）',
    '收入2568.50万元',
    '本单位万元以上设备',
    '单位：元 单位：万元',
    '',
  ])('none in %j', (line) => {
    expect(findUnit(line)).toBeNull();
  });
});
