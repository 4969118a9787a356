import { describe, expect, it } from 'vitest';
import { itemName } from '../../../../src/verify/checks/narrative/item-name.js';
import { narrativeList } from '../../../../src/verify/checks/narrative/list.js';
import { aClaim, aQuantity } from '../../../support/narrative-factory.js';
import { aCodeRow, aFigure, aStatement } from '../../../support/report-factory.js';
import { findings, outcomes, prose, verdicts } from './told.js';

const row = (code: string, name: string, hundredths: number) =>
  aCodeRow('department-economic', code, name, { amount: aFigure(hundredths * 10_000) });
const table = aStatement('general-budget-basic-expenditure', [
  row('301', '工资福利支出', 3000),
  row('30101', '基本工资', 2000),
  row('30106', '伙食补助费', 25),
  row('30109', '职业年金缴费', 0),
  row('30199', '其他工资福利支出', 975),
  row('302', '商品和服务支出', 500),
  row('30201', '办公费', 300),
  row('30213', '维修(护)费', 100),
  row('30239', '其他交通费用', 100),
]);

function on(subject: 'personnel' | 'public', items: readonly string[], end = '。') {
  const text = `经费38.00万元，主要包括：${items.join('、')}${end}`;
  return prose([aClaim(subject, { numbers: { amount: aQuantity('38.00') }, items, text })], { statements: [table] });
}

describe('itemName', () => {
  it.each([
    ['其他交通费用', '其他交通费'],
    ['维修（护）费', '维修(护)费'],
    ['公务员医疗补助缴费', '公务员医疗补助'],
    ['其他商品和服务支出', '其他商品和服务'],
    ['其中：基本工资', '基本工资'],
  ])('%s is %s', (one, other) => {
    expect(itemName(one)).toBe(itemName(other));
  });

  it.each([
    ['医疗费', '医疗费补助'],
    ['奖金', '奖励金'],
    ['福利费', '工会经费'],
  ])('%s is not %s', (one, other) => {
    expect(itemName(one)).not.toBe(itemName(other));
  });
});

describe('narrative/list', () => {
  it('holds where list and table agree', () => {
    expect(outcomes(narrativeList, on('public', ['办公费', '维修（护）费', '其他交通费']))).toEqual(['exact']);
    expect(outcomes(narrativeList, on('personnel', ['基本工资', '伙食补助费', '其他工资福利支出']))).toEqual(['exact']);
  });

  it('warns of a row that the list leaves out, and names what is zero', () => {
    const [finding] = findings(narrativeList, on('personnel', ['基本工资', '职业年金缴费', '其他工资福利支出']));
    expect(finding).toMatchObject({ severity: 'warning', diagnosis: 'list-against-table' });
    expect(finding?.message).toMatch(/没有列出的：“30106 伙食补助费”0\.25.*为零或空白的：职业年金缴费/);
  });

  it('notes a list copied from the form', () => {
    const copied = on('public', ['办公费', '印刷费', '维修（护）费', '其他交通费', '赠与']);
    expect(verdicts(narrativeList, copied)).toEqual(['note list-against-table']);
    expect(findings(narrativeList, copied)[0]?.message).toMatch(/没有这一行的：印刷费、赠与/);
  });

  it.each(['等。', '等支出。'])('an open list (%s) leaves nothing out', (end) => {
    expect(outcomes(narrativeList, on('personnel', ['基本工资', '其他工资福利支出'], end))).toEqual(['exact']);
  });

  it('a class names all that is below it', () => {
    expect(outcomes(narrativeList, on('personnel', ['工资福利支出', '基本工资']))).toEqual(['exact']);
  });

  it('is silent without a table', () => {
    expect(outcomes(narrativeList, { ...on('public', ['办公费', '水费']), statements: [] })).toEqual([]);
  });
});
