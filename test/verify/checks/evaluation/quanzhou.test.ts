import { describe, expect, it } from 'vitest';
import { evaluation } from '../../../../src/verify/checks/evaluation/index.js';
import { verify } from '../../../../src/verify/verify.js';
import { aClaim, aFact, aQuantity } from '../../../support/narrative-factory.js';
import { QUANZHOU_EVALUATIONS } from '../../../support/quanzhou-evaluations.js';
import { aReport } from '../../../support/report-factory.js';
import { statement, twoSided } from '../../../support/statement-factory.js';

const report = aReport({
  statements: [
    statement('expenditure', ['total', 'basic', 'project'], [['total', '2566.19', '298.24', '2267.95']]),
    twoSided('revenue-and-expenditure', [['opening', '0.00']], ['amount'], [['closing', '2.31']]),
  ],
  claims: [aClaim('performance-funds', { label: '涉及财政拨款资金', numbers: { amount: aQuantity('2224.63') } })],
  facts: [aFact('performance-projects', { value: aQuantity('6', 'count') })],
  evaluations: QUANZHOU_EVALUATIONS,
});
const verified = verify(report, evaluation);
const messages = (check: string) => verified.findings.filter((one) => one.check === check).map((one) => one.message);
const outcomes = (check: string) => [
  ...new Set(verified.checks.filter((one) => one.check === check).map((one) => one.outcome)),
];

describe('the six tables of Quanzhou', () => {
  it.each([
    'funds',
    'rate',
    'weights',
    'total-score',
    'score-range',
    'score-rule',
    'grade',
    'level-weights',
    'summary',
  ])('evaluation/%s holds exactly, or has nothing to compare', (subject) => {
    expect(outcomes(`evaluation/${subject}`).filter((one) => one !== 'not-applicable')).toEqual(['exact']);
    expect(messages(`evaluation/${subject}`)).toEqual([]);
  });

  it('F5: four indicators of 2022 and one goal of 2014-2024 in tables of 2023, as one finding', () => {
    const [message, ...rest] = messages('evaluation/year');
    expect(rest).toEqual([]);
    expect(message).toContain('5 处');
    for (const page of [31, 32, 33, 35]) expect(message).toContain(`第${page}页`);
    expect(message).toContain('2014-2024');
    expect(message).toContain('2022 年度');
  });

  it('F6: a flat 7 at three rates, with what proportion would give', () => {
    const [message, ...rest] = messages('evaluation/execution-score');
    expect(rest).toEqual([]);
    for (const number of ['80.27', '94.52', '98.12', '8.03', '9.45', '9.81', '96.03', '92.45', '98.81'])
      expect(message).toContain(number);
  });

  it('F7: all excellent, 41 of 49 indicators with full marks, eight misses without a reason', () => {
    expect(messages('evaluation/uniform')[0]).toContain(
      '最低 90 分，平均 96.07 分，最高 99.4 分；49 项指标中 41 项得满分',
    );
    const [message, ...rest] = messages('evaluation/deviation');
    expect(rest).toEqual([]);
    expect(message).toContain('8 项指标没有达到目标');
    expect(message?.match(/只有一半或更少/g)).toHaveLength(1);
  });

  it('F8: goal and achievement, indicators, units and problems that are copies', () => {
    expect(messages('evaluation/goal')).toHaveLength(1);
    expect(messages('evaluation/copied')).toEqual([
      expect.stringContaining('指标值单位都是“季度”'),
      expect.stringContaining('10 项指标的三级指标都是“数据汇聚”'),
      expect.stringContaining('一句写了两遍，又见于'),
    ]);
  });

  it('F9: 67.13 without a table, 23.81 unspent against 2.31 carried forward', () => {
    const found = messages('evaluation/coverage');
    expect(found).toHaveLength(2);
    expect(found[0]).toContain('67.13 万元');
    expect(found[1]).toContain('23.81 万元');
    expect(found[1]).toContain('2.31');
  });

  it('gives no error', () => {
    expect(verified.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});
