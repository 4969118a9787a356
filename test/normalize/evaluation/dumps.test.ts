import { describe, expect, it } from 'vitest';
import type { TextLine } from '../../../src/extract/document.js';
import { fundIn } from '../../../src/normalize/evaluation/dump-funds.js';
import { FUND_COLUMNS } from '../../../src/normalize/evaluation/evaluation.js';
import { readEvaluations } from '../../../src/normalize/evaluation/read-evaluations.js';
import { twoCells } from '../../../src/normalize/evaluation/two-columns.js';

/** Lines of a dump; `---` begins the next page. */
function linesOf(text: string): TextLine[] {
  let page = 1;
  return text.split('\n').flatMap((one): TextLine[] => {
    if (one.trim() === '---') page++;
    return one.trim() === '' || one.trim() === '---' ? [] : [{ kind: 'line', page, text: one.trim(), box: null }];
  });
}

const HEAD = `
  专项资金绩效自评表
  （2021 年度）
  专项名称 河道清淤
  主管部门 某某市水利局 实施单位 某某市河道管理
  所
  项目资金(元)
  年初预算数 全年预算数 全年执行数 分值 执行率（%） 得分
  年度资金总额 75.00 75.00 60.00 10 80.00 8
  其中：当年财政拨款 75.00 75.00 60.00 — 80.00
  年度总体目标
  预期目标 实际完成情况
  清淤。 完成。
  绩效 指标
  一级指标 二级指标 三级指标 年度指标值 实际完成值 指标分值 自评得分
  偏差原因分析及
  改进措施`;
const END = `
  总分值、评价总分 (S) 97.5
  评价等级 优（S≧90）
  问题与建议（每条问题和建议不少于 30
  个字）
  问题类型 存在问题 改进建议`;

function read(indicators: string, problems = '') {
  return readEvaluations(linesOf(HEAD + indicators + END + problems), []);
}

describe('self-evaluation tables in a text dump', () => {
  it('reads header, funds, goals, total and grade', () => {
    const { evaluations, findings } = read('\n产出指标 数量指标 清淤长度 =8公里 8 50 50 无');
    expect(findings).toEqual([]);
    expect(evaluations).toMatchObject([
      {
        title: '专项资金绩效自评表',
        fiscalYear: 2021,
        project: { text: '河道清淤' },
        supervisor: { text: '某某市水利局' },
        implementer: { text: '某某市河道管理所' },
        funds: [{ key: 'total', numbers: { executed: { value: 6000, unit: '元' } } }, { key: 'fiscal' }],
        goals: [{ expected: { text: '清淤。' }, achieved: { text: '完成。' } }],
        totalWeight: null,
        totalScore: { value: 975_000 },
        grade: { text: '优（S≧90）', word: '优' },
        problems: [],
        statements: [],
      },
    ]);
  });

  it.each([
    [
      'the rest of a name after the values, cut by a page',
      `
      产出指标 数量指标
      1.干流清淤；
      =8公里 7 20 18 有雨
      ---
      2.支流清淤
      质量指标 验收 合格 合格 10 10 无`,
      [
        ['产出指标', '数量指标', '1.干流清淤；2.支流清淤', '7', '有雨'],
        ['产出指标', '质量指标', '验收', '合格', '无'],
      ],
    ],
    [
      'names wrapped over lines, levels carried down',
      `
      满意度指标
      服务对象满意度指
      标
      居民满意度 ≥90% 95% 5 5
      商户满意度 ≥90% 80% 5 4 停工
      效益指标 安全效益指标 事故数 =0起 0 10 10 无`,
      [
        ['满意度指标', '服务对象满意度指标', '居民满意度', '95%', ''],
        ['满意度指标', '服务对象满意度指标', '商户满意度', '80%', '停工'],
        ['效益指标', '安全效益指标', '事故数', '0', '无'],
      ],
    ],
    [
      '成本指标 and 满意度指标 as names of the second level',
      `
      产出指标 成本指标 总成本 ≤90万元 90 10 10
      满意度指标 满意度指标 居民满意度 满意 达成预期指标 10 10`,
      [
        ['产出指标', '成本指标', '总成本', '90', ''],
        ['满意度指标', '满意度指标', '居民满意度', '达成预期指标', ''],
      ],
    ],
  ])('%s', (_, indicators, expected) => {
    const [evaluation] = read(indicators).evaluations;
    expect(
      evaluation?.indicators.map(({ level1, level2, level3, actual, deviation }) => [
        level1,
        level2,
        level3,
        actual,
        deviation,
      ]),
    ).toEqual(expected);
  });

  it('parts problems from suggestions, and leaves out what it can not part', () => {
    const problems = `
      项目管理问题
      工期较长，雨季施工存在一定的安全风险和
      不确定性
      合理安排工期，避开雨季，加强对施工现场
      的巡查
      其他问题
      无法分开的一行`;
    const { evaluations, findings } = read('\n产出指标 数量指标 清淤长度 =8公里 8 50 50 无', problems);
    expect(evaluations[0]?.problems).toMatchObject([
      {
        kind: '项目管理问题',
        problem: '工期较长，雨季施工存在一定的安全风险和不确定性',
        suggestion: '合理安排工期，避开雨季，加强对施工现场的巡查',
      },
    ]);
    expect(findings).toMatchObject([{ check: 'evaluation/unread', severity: 'note' }]);
  });

  it('tells of a table whose columns are mixed', () => {
    const { evaluations, findings } = readEvaluations(
      linesOf('项目支出绩效自评表\n项目名\n河道清淤\n称\n一级指标\n二级指标'),
      [],
    );
    expect(evaluations).toEqual([]);
    expect(findings).toMatchObject([{ check: 'evaluation/unread', severity: 'warning' }]);
  });

  it('takes a title in a list of contents for no table', () => {
    expect(readEvaluations(linesOf('项目支出绩效自评表\n第五部分 附件\n正文。'), [])).toEqual({
      evaluations: [],
      findings: [],
    });
  });
});

describe('a line of the funds', () => {
  const cellsOf = (text: string) => {
    const cells = fundIn({ kind: 'line', page: 1, text, box: null }, FUND_COLUMNS)?.cells ?? {};
    return FUND_COLUMNS.map((column) => (cells[column] === null ? '?' : cells[column]?.text));
  };

  it.each([
    ['年度资金总额 75.00 75.00 60.20 10 80.27 7', ['75.00', '75.00', '60.20', '10', '80.27', '7']],
    ['其中：当年财政拨款 75.00 75.00 60.20 — 80.27', ['75.00', '75.00', '60.20', '—', '80.27', '']],
    ['其他资金 0.00 0.00 0.00 — 0.00', ['0.00', '0.00', '0.00', '—', '0.00', '']],
    ['其他资金', ['', '', '', '', '', '']],
    // The plan of the beginning of the year is blank: budget, spending and rate agree in one way only.
    ['年度资金总额 80 60 10 75% 7.5', ['', '80', '60', '10', '75%', '7.5']],
    // A wrong rate does not move the numbers.
    ['其中：当年财政拨款 100 100 90 — 80', ['100', '100', '90', '—', '80', '']],
    ['年度资金总额 100 100 90 10 50 5', ['100', '100', '90', '10', '50', '5']],
    ['年度资金总额 100 90 10 80 8', ['?', '?', '?', '?', '?', '?']],
    // Two of budget and spending, and neither rate nor score without more.
    ['其他资金 5 5', ['?', '?', '?', '?', '', '']],
  ])('%s', (text, expected) => {
    expect(cellsOf(text)).toEqual(expected);
  });

  it('is nothing else', () => {
    expect(fundIn({ kind: 'line', page: 1, text: '说明 一 二', box: null }, FUND_COLUMNS)).toBeNull();
  });
});

describe('two cells given as lines', () => {
  const full = '一二三四五六七八九十一二三四五六七八九十';
  it.each([
    ['one line, one blank', '完成支付 保障建设', ['完成支付', '保障建设']],
    ['one line, two blanks', '完成 支付 保障建设', null],
    ['one line without a blank', '完成支付', null],
    ['a short line', `${full}\n短\n${full}\n${full}`, [`${full}短`, full + full]],
    ['a short first line', `短\n${full}\n短`, ['短', `${full}短`]],
    [
      'a wider second cell',
      `${full}\n短\n${full}${full}\n${full}${full}\n短`,
      [`${full}短`, `${full}${full}${full}${full}短`],
    ],
    ['a full line that ends in a stop', `${full}\n${full}。\n${full}\n${full}`, [`${full}${full}。`, full + full]],
    ['two short lines', `${full}\n短\n${full}\n短\n${full}`, null],
    ['no border', `${full}\n${full}\n${full}`, null],
  ])('%s', (_, text, expected) => {
    expect(twoCells(linesOf(text))?.map((cell) => cell.text) ?? null).toEqual(expected);
  });
});
