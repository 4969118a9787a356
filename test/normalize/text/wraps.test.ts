import { describe, expect, it } from 'vitest';
import { beginsParagraph, joinWraps } from '../../../src/normalize/text/wraps.js';

describe('wrapped prose', () => {
  it.each([
    ['a cut word', ['本年收入决', '算数'], '本年收入决算数'],
    ['a cut unit', ['2568.50万', '元，'], '2568.50万元，'],
    ['a number and its unit', ['增加 2568.50', '万元'], '增加 2568.50万元'],
    ['a decimal at the start of a line', ['收入', '2.5万元'], '收入2.5万元'],
    ['two Latin words', ['Adobe', 'Acrobat'], 'Adobe Acrobat'],
    ['blank lines and margins', ['  一段', '', '　话。'], '一段话。'],
    ['the end of a sentence', ['第一段。', '第二段'], '第一段。\n第二段'],
    ['a closing quotation mark', ['他说：“好。”', '第二段'], '他说：“好。”\n第二段'],
    [
      'a numbered line',
      ['收入情况', '（二）支出情况', '1.基本支出', '①人员'],
      '收入情况\n（二）支出情况\n1.基本支出\n①人员',
    ],
    ['a part', ['概况', '第二部分 决算表'], '概况\n第二部分 决算表'],
    ['a table', ['如下', '公开 01 表', '单位：万元', '注：本表'], '如下\n公开 01 表\n单位：万元\n注：本表'],
    ['no lines', [], ''],
  ])('%s', (_, lines, text) => {
    expect(joinWraps(lines)).toBe(text);
  });

  it.each([
    ['完成预算的', '三公经费', false],
    ['泉发改〔2023〕', '158号', false],
    ['明细如下;', '其中', true],
    ['收入', '十一、其他', true],
  ])('%s | %s', (previous, next, begins) => {
    expect(beginsParagraph(previous, next)).toBe(begins);
  });
});
