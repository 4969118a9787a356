import { describe, expect, it } from 'vitest';
import { readTextDump } from '../../../../src/extract/text/read.js';
import { readEvaluations } from '../../../../src/normalize/evaluation/read-evaluations.js';

const HEAD = `
                 项目支出绩效自评表
                    （2021年度）
 项目名称   河道清淤
                                     某某市河道管
 主管部门   某某市水利局            实施单位
                                     理所
`;
const FUNDS = `
                  年初预算数    全年预算数    全年执行数    分值    执行率（%）    得分
 项目资金   年度资金总额    75.00      75.00      60.00     10     80.00      8
 （万元）   其他资金        0.00       0.00       0.00      —
`;
const GOALS = `
 年度总体       预期目标                         实际完成情况
  目标     清淤。                            完成。
`;
const COLUMNS = `
 一级指标    二级指标    三级指标       年度指标值   实际完成值   分值   得分   偏差原因分析
`;
const ROWS = `
          数量指标    清淤长度        ≥8公里      8        20    20     无
 产出指标
          质量指标    合格率         ≥95%       90       30    28    阴雨
 满意度指    服务对象满
                  居民满意度       ≥90%       95       40    40     无
   标      意度指标
`;
const TOTAL = `
                 总分值、评价总分(S)                            96
 评价等级   优（S≧90）
`;

function read(text: string) {
  const { evaluations, findings } = readEvaluations(readTextDump(new TextEncoder().encode(text), 'a.txt').blocks, []);
  return { evaluations, findings: findings.map(({ severity, message }) => `${severity} ${message}`) };
}

const rowsIn = (text: string) =>
  read(text).evaluations[0]?.indicators.map(({ level1, level2, level3, target, actual, deviation }) => [
    level1,
    level2,
    level3,
    target.printed,
    actual,
    deviation,
  ]);

describe('a self-evaluation table in aligned lines', () => {
  it('reads header, funds, goals, indicators, total and grade', () => {
    const { evaluations, findings } = read(HEAD + FUNDS + GOALS + COLUMNS + ROWS + TOTAL);
    expect(findings).toEqual([]);
    expect(evaluations).toMatchObject([
      {
        title: '项目支出绩效自评表',
        fiscalYear: 2021,
        project: { text: '河道清淤', places: [{ page: 1, box: null }] },
        supervisor: { text: '某某市水利局' },
        implementer: { text: '某某市河道管理所' },
        funds: [
          { key: 'total', numbers: { executed: { value: 60_000_000, unit: '万元' }, score: { value: 80_000 } } },
          { key: 'other', numbers: { weight: { reading: 'dash' }, rate: { reading: 'blank' } } },
        ],
        goals: [{ expected: { text: '清淤。' }, achieved: { text: '完成。' } }],
        indicators: [
          { level1: '产出指标', level2: '数量指标', level3: '清淤长度', numbers: { score: { value: 200_000 } } },
          { level1: '产出指标', level2: '质量指标', level3: '合格率', deviation: '阴雨' },
          { level1: '满意度指标', level2: '服务对象满意度指标', level3: '居民满意度' },
        ],
        totalScore: { value: 960_000 },
        grade: { text: '优（S≧90）', word: '优' },
        statements: [],
        pages: [1],
      },
    ]);
  });

  it('goes on over a page without its head, and with a unit line above its lines', () => {
    const [above, below] = [ROWS.split('\n').slice(0, 4).join('\n'), ROWS.split('\n').slice(4).join('\n')];
    const { evaluations, findings } = read(`${HEAD}单位：万元\n${FUNDS}${GOALS}${COLUMNS}${above}\n\f${below}${TOTAL}`);
    expect(findings).toEqual([]);
    expect(evaluations).toMatchObject([{ pages: [1, 2], funds: [{ key: 'total' }, { key: 'other' }] }]);
    expect(evaluations[0]?.indicators.map(({ level1, level3 }) => [level1, level3])).toEqual([
      ['产出指标', '清淤长度'],
      ['产出指标', '合格率'],
      ['满意度指标', '居民满意度'],
    ]);
  });

  it.each([
    [
      'a name that stands in the next column, run together with its own',
      ROWS.replace('数量指标    清淤长度', '        数量指标清淤'),
      ['', '', '', '', '8', '无'],
      '一行绩效指标的三级指标、指标值不能确定',
    ],
    [
      'a target run together with the actual value',
      ROWS.replace('≥8公里      8 ', '≥8公里8       '),
      ['产出指标', '数量指标', '', '', '', '无'],
      '一行绩效指标的三级指标、指标值、实际完成值不能确定',
    ],
    [
      'a name of the first level that stands between no rows',
      ROWS.replace('\n 产出指标\n', '\n').replace('          数量指标', ' 产出指标     数量指标'),
      ['', '数量指标', '清淤长度', '≥8公里', '8', '无'],
      '一级指标不能确定属于哪几行',
    ],
  ])('leaves out %s, and says so', (_, rows, expected, finding) => {
    const text = HEAD + FUNDS + GOALS + COLUMNS + rows + TOTAL;
    expect(rowsIn(text)?.[0]).toEqual(expected);
    const { findings } = read(text);
    expect(findings.every((one) => one.startsWith('note 第1页，项目支出绩效自评表，河道清淤：'))).toBe(true);
    expect(findings.join()).toContain(finding);
  });

  it('reads no row where the marks stand in the columns beside their own', () => {
    const shifted = ROWS.replace('8        20    20 ', '8              20 ');
    const { evaluations, findings } = read(HEAD + FUNDS + GOALS + COLUMNS + shifted + TOTAL);
    expect(evaluations).toEqual([]);
    expect(findings).toMatchObject([expect.stringContaining('warning 第1页的“项目支出绩效自评表”像是绩效自评表')]);
  });

  it('tells of a table whose heads are run together', () => {
    const { evaluations, findings } = read(HEAD + FUNDS + GOALS + COLUMNS.replaceAll(' ', '') + ROWS + TOTAL);
    expect(evaluations).toEqual([]);
    expect(findings).toMatchObject([expect.stringContaining('各栏的文字不能确定属于哪一栏')]);
  });

  it('takes a title in a list of contents for no table', () => {
    expect(read(`项目支出绩效自评表\n第五部分 附件\n${FUNDS}`)).toEqual({ evaluations: [], findings: [] });
  });
});
