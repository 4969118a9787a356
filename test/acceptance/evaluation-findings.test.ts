import { describe, expect, it } from 'vitest';
import { readReport } from '../../src/pipeline.js';
import { compareReports } from '../../src/verify/between/compare.js';

/*
 * The findings on self-evaluations that Quanzhou must show (forms-and-identities 2.7: F2, F5 to F9), in the dump and in the ruled PDF, and the
 * contradictions between the three invented reports of one body.
 */

const MUST_SHOW: readonly (readonly [name: string, check: string, words: readonly string[]])[] = [
  ['F2', 'consistency/two-versions', ['32个', '34个', '63个', '62个', '891个', '775个']],
  ['F5', 'evaluation/year', ['5 处', '2014-2024', '2022年预算', '2022年度预算']],
  ['F6', 'evaluation/execution-score', ['8.03', '9.45', '9.81', '96.03', '92.45', '98.81']],
  ['F7', 'evaluation/uniform', ['平均 96.07 分', '49 项指标中 41 项得满分']],
  ['F7', 'evaluation/deviation', ['8 项指标没有达到目标', '只有一半或更少']],
  ['F8', 'evaluation/goal', ['泉州市政府网站及网站群费用', '逐字相同']],
  ['F8', 'evaluation/copied', ['10 项指标的三级指标都是“数据汇聚”']],
  ['F8', 'evaluation/copied', ['单位都是“季度”']],
  ['F9', 'evaluation/coverage', ['67.13 万元']],
  ['F9', 'evaluation/coverage', ['23.81 万元', '2.31']],
];

describe.each(['quanzhou-bigdata-2023-final.txt', 'quanzhou-bigdata-2023-final-rebuilt.pdf'])('%s', (file) => {
  const report = readReport(`samples/${file}`);

  it.each(MUST_SHOW)('%s: %s tells %j, with the page', async (_, check, words) => {
    const found = (await report).findings.filter(
      (one) => one.check === check && words.every((word) => one.message.includes(word)),
    );
    expect(found).toHaveLength(1);
    expect(found[0]?.places.length).toBeGreaterThan(0);
    expect(found[0]?.message).toMatch(/第\d+页/);
  });

  it('every sum, rate, mark and grade of the six tables holds exactly', async () => {
    const holding = ['funds', 'rate', 'weights', 'total-score', 'score-range', 'score-rule', 'grade', 'summary'];
    const checks = (await report).checks.filter(({ check }) => holding.some((one) => check === `evaluation/${one}`));
    const count = (subject: string) => checks.filter(({ check }) => check === `evaluation/${subject}`).length;
    expect(holding.map(count)).toEqual([18, 12, 6, 6, 55, 48, 6, 2]);
    expect(checks.filter(({ outcome }) => outcome !== 'exact')).toEqual([]);
  });

  it('gives no error of self-evaluations', async () => {
    const errors = (await report).findings.filter(
      ({ check, severity }) => check.startsWith('evaluation/') && severity === 'error',
    );
    expect(errors).toEqual([]);
  });
});

describe('three reports of one body', () => {
  const read = (name: string) => readReport(`samples/lanze-water-${name}.pdf`);
  const [before, budget, accounts] = [read('2022-final'), read('2023-budget'), read('2023-final-planted')];
  const findings = async (one: typeof before, other: typeof before) => {
    const result = compareReports(await one, await other);
    return 'pair' in result ? result.findings.map(({ check, message }) => `${check} ${message}`) : result.reason;
  };

  it('tells the opening balance that is not what the year before closed with', async () => {
    const found = await findings(before, accounts);
    expect(found).toHaveLength(3);
    for (const one of found) expect(one).toMatch(/^between\/opening .*相差 18\.00 万元/);
  });

  it('tells the 年初预算 that is not that of the budget', async () => {
    const found = await findings(budget, accounts);
    expect(found).toContainEqual(
      expect.stringMatching(/^between\/approved-prose .*350\.00万元.*360\.00.*相差 10\.00 万元/),
    );
  });

  it('compares no budget with the accounts of another year', async () => {
    expect(await findings(before, budget)).toContain('不是同一年度');
  });
});
