import { describe, expect, it } from 'vitest';
import type { Evaluation } from '../../../../src/normalize/evaluation/evaluation.js';
import { evaluation } from '../../../../src/verify/checks/evaluation/index.js';
import { verify } from '../../../../src/verify/verify.js';
import {
  aProject,
  aTarget,
  type FundSpec,
  type IndicatorSpec,
  type ProjectSpec,
} from '../../../support/evaluation-factory.js';
import { aReport } from '../../../support/report-factory.js';

const run = (...evaluations: readonly Evaluation[]) => verify(aReport({ evaluations }), evaluation);
const outcomes = (check: string, ...tables: readonly Evaluation[]) =>
  run(...tables)
    .checks.filter((one) => one.check === check)
    .map(({ outcome }) => outcome);
const severities = (check: string, ...tables: readonly Evaluation[]) =>
  run(...tables)
    .findings.filter((one) => one.check === check)
    .map(({ severity }) => severity);
const project = (spec: Omit<ProjectSpec, 'project'>) => aProject({ project: '示例项目', ...spec });

describe('evaluation/funds', () => {
  it.each<[string, readonly string[], readonly FundSpec[]]>([
    [
      'three sources',
      ['exact'],
      [
        ['total', '', '', '9.00'],
        ['fiscal', '', '', '6.00'],
        ['other', '', '', '2.00'],
        ['carried', '', '', '1.00'],
      ],
    ],
    [
      'a source is wrong',
      ['violation'],
      [
        ['total', '', '', '9.00'],
        ['fiscal', '', '', '6.00'],
        ['other', '', '', '1.00'],
      ],
    ],
    [
      'a total of zero over parts',
      ['unresolved'],
      [
        ['total', '', '', '0.00'],
        ['fiscal', '', '', '90.00'],
      ],
    ],
    [
      'a row that nobody knows',
      ['unresolved'],
      [
        ['total', '', '', '9.00'],
        ['fiscal', '', '', '6.00'],
        ['row-3', '', '', '3.00'],
      ],
    ],
    ['no sources', [], [['total', '', '', '9.00']]],
    ['no total', [], [['fiscal', '', '', '9.00']]],
  ])('%s', (_, expected, funds) => {
    const found = outcomes('evaluation/funds', project({ funds }));
    expect(found.filter((one) => one !== 'not-applicable')).toEqual(expected);
  });
});

describe('evaluation/rate', () => {
  it.each<[string, readonly string[], readonly string[], FundSpec]>([
    ['as it should be', ['exact'], [], ['total', '', '75.00', '60.20', '', '80.27']],
    [
      'over the budget of the beginning of the year where no other is printed',
      ['exact'],
      [],
      ['total', '75.00', '', '60.20', '', '80.27'],
    ],
    ['small amounts leave room', ['rounding'], [], ['total', '', '0.03', '0.02', '', '70']],
    ['cut off', ['violation'], ['note'], ['total', '', '9300.00', '6200.00', '', '66.66']],
    ['wrong', ['violation'], ['error'], ['total', '', '75.00', '60.20', '', '82.27']],
    ['nothing spent', ['exact'], [], ['total', '', '75.00', '0.00', '', '0.00']],
    ['no budget', [], [], ['total', '', '0.00', '0.00', '', '0.00']],
    ['no rate', [], [], ['total', '', '75.00', '60.20']],
  ])('%s', (_, expected, told, fund) => {
    const table = project({ funds: [fund] });
    expect(outcomes('evaluation/rate', table)).toEqual(expected);
    expect(severities('evaluation/rate', table)).toEqual(told);
  });
});

const EXECUTION: readonly FundSpec[] = [['total', '', '10.00', '10.00', '10', '100', '10']];
const row = (weight: string, score: string, level2 = '数量指标', level3 = '线路'): IndicatorSpec => [
  level2,
  level3,
  '按时完成',
  '完成',
  weight,
  score,
];

describe('evaluation/weights and evaluation/total-score', () => {
  it.each<[string, string, string, Omit<ProjectSpec, 'project'>]>([
    ['add up', 'exact', 'exact', { funds: EXECUTION, indicators: [row('50', '49.5'), row('40', '39')], total: '98.5' }],
    [
      'a mark more',
      'violation',
      'violation',
      { funds: EXECUTION, indicators: [row('51', '49.5'), row('40', '39')], total: '98' },
    ],
    [
      'half a mark is no rounding',
      'exact',
      'violation',
      { funds: EXECUTION, indicators: [row('50', '49.5'), row('40', '39')], total: '99' },
    ],
    [
      'no execution rate found, and a gap',
      'unresolved',
      'unresolved',
      { indicators: [row('50', '49'), row('40', '39')], total: '98' },
    ],
    [
      'no execution rate, and none missing',
      'exact',
      'exact',
      { indicators: [row('60', '59'), row('40', '39')], total: '98' },
    ],
    [
      'the rate is an indicator',
      'exact',
      'exact',
      { funds: EXECUTION, indicators: [row('90', '89'), row('10', '10', '产出指标', '预算执行率')], total: '99' },
    ],
    [
      'a weight and a score were not read',
      'unresolved',
      'unresolved',
      { funds: EXECUTION, indicators: [row('50', ''), row('', '39')], total: '98' },
    ],
    [
      'rows that are not used',
      'exact',
      'exact',
      { funds: EXECUTION, indicators: [row('90', '89'), ['质量指标', '', '', '', '', '']], total: '99' },
    ],
    ['no total', 'exact', 'unresolved', { funds: EXECUTION, indicators: [row('90', '89')] }],
  ])('%s', (_, weights, total, spec) => {
    expect(outcomes('evaluation/weights', project(spec))).toEqual([weights]);
    expect(outcomes('evaluation/total-score', project(spec))).toEqual([total]);
  });

  it('say nothing of an empty form', () => {
    const empty = project({ funds: [['total']], indicators: [['数量指标', '', '', '', '', '']] });
    expect(run(empty).findings).toEqual([]);
    expect(outcomes('evaluation/weights', empty)).toEqual([]);
  });
});

describe('evaluation/score-range', () => {
  it.each([
    ['10', '10', 'exact'],
    ['10', '0', 'exact'],
    ['10', '10.5', 'violation'],
    ['10', '-1', 'violation'],
  ])('weight %s, score %s: %s', (weight, score, outcome) => {
    expect(outcomes('evaluation/score-range', project({ indicators: [row(weight, score)] }))).toEqual([outcome]);
  });
});

describe('evaluation/score-rule', () => {
  const raw = aTarget('=1001', { value: null, unit: null, decoded: 'raw' });
  it.each<[string, readonly string[], IndicatorSpec]>([
    ['a part of the target', ['exact'], ['数量指标', '线路', '≥100', '90', '20', '18']],
    ['more than the target', ['exact'], ['数量指标', '线路', '≥100', '120', '20', '20']],
    ['within a twentieth of a mark', ['exact'], ['数量指标', '线路', '≥3条', '2条', '10', '6.7']],
    ['by bands', ['violation'], ['数量指标', '线路', '≥100', '90', '20', '15']],
    ['less is better', ['exact'], ['成本指标', '费用', '≤80', '100', '10', '8']],
    ['less is better, and less it is', ['exact'], ['成本指标', '费用', '≤80', '60', '10', '10']],
    ['a target of nothing that is kept', ['exact'], ['质量指标', '事故', '=0次', '0次', '10', '10']],
    ['a target of nothing that is missed', [], ['质量指标', '事故', '≤0次', '2次', '10', '0']],
    ['other units', [], ['数量指标', '线路', '≥5条', '90%', '20', '20']],
    ['words', [], ['数量指标', '线路', '按时完成', '完成', '20', '20']],
    ['glued digits', [], ['数量指标', '线路', raw, '90', '20', '15']],
  ])('%s', (_, expected, indicator) => {
    const table = project({ indicators: [indicator] });
    expect(outcomes('evaluation/score-rule', table)).toEqual(expected);
    expect(severities('evaluation/score-rule', table)).toEqual(expected.includes('violation') ? ['note'] : []);
  });
});

describe('evaluation/execution-score', () => {
  const rated = (rate: string, score: string) => project({ funds: [['total', '', '', '', '10', rate, score]] });
  it.each<[string, readonly string[], readonly string[], readonly Evaluation[]]>([
    ['in proportion', ['exact'], [], [rated('94.52', '9.45')]],
    ['rounded to whole marks', ['rounding'], [], [rated('94.52', '9')]],
    ['more than the whole budget', ['exact'], [], [rated('112.00', '10')]],
    ['one project off', ['exact', 'violation'], ['warning'], [rated('100', '10'), rated('94.52', '7')]],
    ['one score at two rates', ['violation'], ['note'], [rated('80.27', '7'), rated('94.52', '7')]],
    [
      'a rate that is misprinted, marks by the amounts',
      ['exact'],
      [],
      [project({ funds: [['total', '', '265.00', '261.40', '10', '96.84', '9.86']] })],
    ],
    ['no rate', [], [], [rated('', '7')]],
  ])('%s', (_, expected, told, tables) => {
    expect(outcomes('evaluation/execution-score', ...tables)).toEqual(expected);
    expect(severities('evaluation/execution-score', ...tables)).toEqual(told);
  });
});

describe('evaluation/grade', () => {
  it.each<[string, string, string, readonly string[], readonly string[]]>([
    ['at the mark that is printed', '90', '优（S≧90）', ['exact'], []],
    ['below it', '89.9', '优（S≧90）', ['violation'], ['error']],
    ['between two marks', '85', '良（90＞S≥80）', ['exact'], []],
    ['above the upper one', '90', '良（90＞S≥80）', ['violation'], ['error']],
    ['from and to', '85', '良（80-89分）', ['exact'], []],
    ['marks of its own', '86', '优（S≥85）', ['exact'], []],
    ['the usual marks', '90', '优', ['exact'], []],
    ['not by the usual marks', '89', '优', ['violation'], ['note']],
    ['too good for its grade', '95', '良', ['violation'], ['note']],
    ['no word', '95', '☑ □ □', [], []],
  ])('%s', (_, total, grade, expected, told) => {
    const table = project({ total, grade });
    expect(outcomes('evaluation/grade', table)).toEqual(expected);
    expect(severities('evaluation/grade', table)).toEqual(told);
  });

  it('is not asked where the marks are not out of 100', () => {
    const table = project({ total: '45', grade: '优' });
    const { totalScore } = table;
    expect(outcomes('evaluation/grade', { ...table, totalWeight: totalScore })).toEqual([]);
  });
});

describe('evaluation/level-weights', () => {
  const weighted = (output: string, benefit: string, satisfaction = '10') =>
    project({
      indicators: [row(output, '0'), row(benefit, '0', '社会效益指标'), row(satisfaction, '0', '满意度指标')],
    });
  it.each<[string, readonly string[], readonly Evaluation[]]>([
    ['alike', [], [weighted('50', '30'), weighted('50', '30')]],
    ['different', ['note'], [weighted('50', '30'), weighted('40', '40')]],
    ['far from usual', ['note'], [weighted('10', '70')]],
    [
      'other levels',
      [],
      [weighted('50', '30'), project({ indicators: [row('80', '0'), row('10', '0', '满意度指标')] })],
    ],
  ])('%s', (_, told, tables) => {
    expect(severities('evaluation/level-weights', ...tables)).toEqual(told);
  });
});

describe('evaluation/deviation', () => {
  it.each<[string, readonly string[], IndicatorSpec]>([
    ['no reason', ['warning'], ['数量指标', '线路', '=100', '90', '20', '18', '无']],
    ['an empty cell', ['warning'], ['数量指标', '线路', '=100', '90', '20', '18', '']],
    ['a stroke', ['warning'], ['数量指标', '线路', '=100', '90', '20', '18', '—']],
    ['a reason', [], ['数量指标', '线路', '=100', '90', '20', '18', '无法按期施工，明年补上']],
    ['full marks', [], ['数量指标', '线路', '=100', '100', '20', '20', '无']],
    ['marks not read, target missed', ['warning'], ['数量指标', '线路', '≥100', '90', '20', '', '无']],
    ['marks not read, target in words', [], ['数量指标', '线路', '按时完成', '完成', '20', '', '无']],
  ])('%s', (_, told, indicator) => {
    expect(severities('evaluation/deviation', project({ indicators: [indicator] }))).toEqual(told);
  });
});
