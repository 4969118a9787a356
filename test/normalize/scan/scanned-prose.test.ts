import { describe, expect, it } from 'vitest';
import { withoutLoneQuote, withPairedQuotes } from '../../../src/normalize/scan/paired-quotes.js';
import { cleanedProse } from '../../../src/normalize/scan/scanned-prose.js';

describe('cleanedProse', () => {
  it.each([
    ['a ring before a measure word', '购置公务用车〇辆，保有O辆', '', '购置公务用车0辆，保有0辆'],
    ['a measure word on the next line', '因公出国（境）累计〇', '人次。', '因公出国（境）累计0'],
    ['a year in Chinese', '二〇二三年共二〇个', '', '二〇二三年共二〇个'],
    ['letters', '建设OA系统3个，IPO项目', '', '建设OA系统3个，IPO项目'],
    ['a degree behind a number', '增长27.57°，', '', '增长27.57%，'],
    ['degrees of heat', '温度25°C', '', '温度25°C'],
    ['a speck at the end', '社会保障缴费、住房‘', '', '社会保障缴费、住房'],
    ['a quotation at the end', '称为‘优’', '', '称为‘优’'],
    ['a dash for 一 in brackets', '(-)总体情况说明', '', '（一）总体情况说明'],
    ['a dash for 一 before its mark', '—、收入决算表', '', '一、收入决算表'],
    ['a minus sign', '-5.00万元', '', '-5.00万元'],
    ['marks before a line', '|、二、收入', '', '二、收入'],
    ['a full point of full width', '1．基本支出', '', '1.基本支出'],
  ])('%s: %s', (_, read, next, printed) => {
    expect(cleanedProse(read, next, false).text).toBe(printed);
  });
});

describe('withPairedQuotes', () => {
  it.each([
    ['“三公"经费', false, '“三公”经费', false],
    ['"三公"经费', false, '“三公”经费', false],
    ['公"经费', true, '公”经费', false],
    ['无“三', false, '无“三', true],
    ['无引号', true, '无引号', true],
  ])('%s', (read, open, text, quoteOpen) => {
    expect(withPairedQuotes(read, open)).toEqual({ text, quoteOpen });
  });
});

describe('withoutLoneQuote', () => {
  it.each([
    ['at the end of a label', '使用非财政拨款结余‘', '使用非财政拨款结余'],
    ['in a label', '住房改革“支出', '住房改革支出'],
    ['two are a quotation', '“三公”经费支出', '“三公”经费支出'],
    ['half of a sentence', '贯彻“过紧日子的要求，压减支出', '贯彻“过紧日子的要求，压减支出'],
    ['none', '合计', '合计'],
  ])('%s', (_, read, text) => {
    expect(withoutLoneQuote(read)).toBe(text);
  });
});
