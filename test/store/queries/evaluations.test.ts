import { describe, expect, test } from 'vitest';
import type { Evaluation, FundColumn, Indicator } from '../../../src/normalize/evaluation/evaluation.js';
import type { Quantity } from '../../../src/normalize/printed.js';
import { anEvaluation, aQuantity } from '../../support/narrative-factory.js';
import { ask, only, storeOf } from '../../support/questions.js';
import { aFigure, aReport, aRow, aStatement } from '../../support/report-factory.js';

const project = (name: string, overrides: Partial<Evaluation> = {}): Evaluation =>
  anEvaluation({ project: { text: name, places: [] }, places: [{ page: 3, box: null }], ...overrides });

const funds = (numbers: Readonly<Partial<Record<FundColumn, Quantity>>>): Partial<Evaluation> => ({
  funds: [{ key: 'total', label: '年度资金总额', numbers, places: [] }],
});

const executed = (
  weight: string,
  rate: string | null,
  score: string,
  more: Partial<Record<FundColumn, Quantity>> = {},
) =>
  funds({
    weight: aQuantity(weight, 'score'),
    ...(rate === null ? {} : { rate: aQuantity(rate, 'percent') }),
    score: aQuantity(score, 'score'),
    ...more,
  });

const graded = (name: string, score: string, word: '优' | '良' | null = '优'): Evaluation =>
  project(name, { totalScore: aQuantity(score, 'score'), grade: { text: word ?? '', word, places: [] } });

const indicator = (
  target: Partial<Indicator['target']>,
  actual: string,
  marks: readonly [string, string],
  deviation = '无',
): Indicator => ({
  level1: '产出指标',
  level2: '数量指标',
  level3: '次数',
  target: { printed: '', operator: '≥', value: 100_0000, unit: '次', decoded: 'printed', places: [], ...target },
  actual,
  numbers: {
    actual: aQuantity(actual, 'count'),
    weight: aQuantity(marks[0], 'score'),
    score: aQuantity(marks[1], 'score'),
  },
  deviation,
  places: [{ page: 3, box: { left: 1, top: 2, right: 3, bottom: 4 } }],
});

describe('uniform evaluations', () => {
  test('three projects, all 优, with lowest, mean and highest score', () => {
    const evaluations = [graded('甲', '90'), graded('乙', '99.4'), graded('丙', '96')].map((one) => ({
      ...one,
      indicators: [indicator({}, '100', ['10', '10']), indicator({}, '90', ['10', '9'], '人手不足')],
    }));
    expect(ask(storeOf(aReport({ evaluations })), 'uniform-evaluations')).toMatchObject([
      {
        ...{ projects: 3, lowest_score: '90.00', mean_score: '95.13', highest_score: '99.40' },
        ...{ indicators: 6, full_marks: 3, deviations_explained: 3, first_page: 3 },
      },
    ]);
  });

  test.each([
    ['two are too few', [graded('甲', '90'), graded('乙', '91')]],
    ['one that is only 良', [graded('甲', '90'), graded('乙', '91'), graded('丙', '85', '良')]],
    ['one whose grade was not read', [graded('甲', '90'), graded('乙', '91'), graded('丙', '95', null)]],
  ])('not %s', (_, evaluations) => {
    expect(ask(storeOf(aReport({ evaluations })), 'uniform-evaluations')).toEqual([]);
  });
});

describe('execution scores', () => {
  test.each([
    ['a flat seven', executed('10', '80.27', '7'), '8.03'],
    ['a mark too many', executed('10', '80.27', '9.03'), '8.03'],
    [
      'without a printed rate, from the amounts',
      executed('10', null, '7', { executed: aQuantity('50.00'), adjusted: aQuantity('100.00') }),
      '5.00',
    ],
    ['proportional', executed('10', '80.27', '8.03'), null],
    ['proportional, marks in whole numbers', executed('10', '80.27', '8'), null],
    ['more than all', executed('10', '120.00', '10'), null],
    ['neither rate nor amounts', executed('10', null, '7'), null],
    ['a budget of zero', executed('10', null, '7', { executed: aQuantity('0.00'), adjusted: aQuantity('0.00') }), null],
  ])('%s', (_, overrides, expected) => {
    const rows = ask(storeOf(aReport({ evaluations: [project('甲', overrides)] })), 'execution-scores');
    expect(only(rows, 'project', 'expected_score', 'page')).toEqual(expected === null ? [] : [['甲', expected, 2]]);
  });

  test('the row of the whole counts, not its parts; a restated report once', () => {
    const one = executed('10', '100.00', '10');
    const part = {
      key: 'fiscal',
      label: '其中：财政拨款',
      numbers: { rate: aQuantity('50.00', 'percent') },
      places: [],
    };
    const right = aReport({ evaluations: [project('甲', { funds: [...(one.funds ?? []), part] })] });
    const wrong = aReport({ evaluations: [project('甲', executed('10', '80.00', '7'))] });
    expect(ask(storeOf(right), 'execution-scores')).toEqual([]);
    expect(ask(storeOf(wrong, right), 'execution-scores')).toEqual([]);
    expect(ask(storeOf(wrong, right), 'execution-scores', { report: '1' })).toHaveLength(1);
  });
});

describe('missed targets', () => {
  test.each<[string, Indicator, boolean]>([
    ['below a lower bound', indicator({}, '80', ['10', '10']), true],
    ['at the bound', indicator({}, '100', ['10', '10']), false],
    ['above an upper bound', indicator({ operator: '≤' }, '120', ['10', '10']), true],
    ['below an upper bound', indicator({ operator: '≤' }, '80', ['10', '10']), false],
    ['less than an exact target', indicator({ operator: '=' }, '99', ['10', '10']), true],
    ['more than an exact target', indicator({ operator: '=' }, '101', ['10', '10']), false],
    ['a target in words, a mark taken off', indicator({ value: null, decoded: 'words' }, '80', ['10', '8']), true],
    ['a target in words, full marks', indicator({ value: null, decoded: 'words' }, '80', ['10', '10']), false],
    ['a bound that nobody knows, full marks', indicator({ operator: null }, '80', ['10', '10']), false],
    ['with a reason', indicator({}, '80', ['10', '8'], '受天气影响'), false],
    ['with an empty cell for a reason', indicator({}, '80', ['10', '8'], ''), true],
  ])('%s: %#', (_, one, listed) => {
    const rows = ask(storeOf(aReport({ evaluations: [project('甲', { indicators: [one] })] })), 'missed-targets');
    expect(only(rows, 'project', 'page', 'box_top')).toEqual(listed ? [['甲', 3, 2]] : []);
  });
});

describe('projects without self-evaluation', () => {
  const spent = aStatement('expenditure', [
    aRow('total', { total: aFigure(3000_00_00), project: aFigure(2000_00_00) }),
  ]);

  test('project expenditure less what was evaluated', () => {
    const evaluations = [
      project('甲', funds({ executed: aQuantity('1.25') })),
      project('乙', funds({ executed: aQuantity('0.50') })),
    ];
    const [row] = ask(storeOf(aReport({ statements: [spent], evaluations })), 'uncovered-projects');
    const value = { projects: 2, project_fen: 2000_00_00, evaluated_fen: 175_00_00, uncovered_fen: 1825_00_00 };
    expect(row).toMatchObject({ ...value, uncovered_percent: '91.25', unread: 0, page: 1 });
  });

  test('a table that was not read is counted; without tables there is no row', () => {
    const statements = [spent];
    expect(ask(storeOf(aReport({ statements, evaluations: [project('甲')] })), 'uncovered-projects')).toMatchObject([
      { unread: 1, evaluated_fen: 0 },
    ]);
    expect(ask(storeOf(aReport({ statements })), 'uncovered-projects')).toEqual([]);
  });
});
