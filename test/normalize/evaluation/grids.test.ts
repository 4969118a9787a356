import { describe, expect, it } from 'vitest';
import type { Block, Grid, TextLine } from '../../../src/extract/document.js';
import { readEvaluations } from '../../../src/normalize/evaluation/read-evaluations.js';
import type { Statement } from '../../../src/normalize/report.js';
import { gridOf } from '../../support/grid-factory.js';
import { evaluationText } from './evaluation-text.js';

function line(text: string, page = 1): TextLine {
  return { kind: 'line', page, text, box: { left: 0, top: 50, right: 200, bottom: 60 } };
}

function statementOf(grid: Grid): Statement {
  return {
    kind: 'other',
    title: '',
    unit: null,
    pages: grid.pages,
    places: [],
    declaredEmpty: false,
    columns: [],
    rows: [],
    notes: [],
    cells: grid.cells,
  };
}

/** Reads the blocks; every grid is a statement of its own. */
function read(...blocks: Block[]) {
  const statements = blocks.flatMap((block) => (block.kind === 'grid' ? [statementOf(block)] : []));
  return readEvaluations(blocks, statements);
}

const NATIONAL_HEAD = `
  项目名称 | 路灯维护费 | < | < | < | < | < | < | <
  主管部门 | 某某市城管局 | < | < | 实施单位 | 某某市路灯所 | < | < | <
  项目资金（万元） | | < | 年初预算数 | 全年预算数(A) | 全年执行数(B) | 分值 | 执行率 | 得分
  ^ | 年度资金总额： | < | 100 | 90.50 | 90.50 | 10 | 100.00% | 10
  ^ | 其中：本年财政拨款 | < | 100 | 90.50 | 90.50 | - | 100.00% | -
  ^ | 上年结转资金 | < | | | | - | | -
  ^ | 单位资金 | < | 0 | 0 | 0 | - | | -
  年度总体目标 | 预期目标 | < | < | < | 实际完成情况 | < | < | <
  ^ | 路灯亮灯。 | < | < | < | 全部亮灯。 | < | < | <`;
const NATIONAL_INDICATORS = `
  绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施
  ^ | 产出指标（50分） | 数量指标 | 维护盏数 | ≥500盏 | 520盏 | 20 | 20 |
  ^ | ^ | ^ | 更换盏数 | ≥50盏 | 45盏 | 10 | 9 | 采购延后
  ^ | ^ | 质量指标 | 亮灯率 | ≥98% | 99.2% | 20 | 20 |
  ^ | 满意度指标（10分） | 满意度指标 | 市民满意度 | 满意 | 达成预期指标 | 10 | 10 |`;
const NATIONAL_TOTAL = `
  总分 | < | < | < | < | < | 100 | 99 | `;

const SICHUAN = `
  部门预算项目支出绩效自评表(2023年度) | < | < | < | < | < | < | < | < | < | <
  项目名称 | 51000023T000-设备购置 | < | < | < | < | < | < | < | < | <
  主管部门 | 某某县司法局部门 | < | < | < | < | 实施单位（盖章） | 某某县司法局 | < | < | <
  项目基本情况 | 1.项目年度目标完成情况 | < | 项目年度目标 | < | < | 年度目标完成情况 | < | < | < | <
  ^ | ^ | < | 购买设备。 | < | < | 完成 | < | < | < | <
  ^ | 2.项目实施内容及过程概述 | < | 购买13台设备。 | < | < | < | < | < | < | <
  预算执行情况(10分) | 年度预算数(元) | < | 年初预算 | 调整后预算数 | < | 预算执行数 | 预算执行率 | 权重 | 得分 | 原因
  ^ | 总额 | < | 0.00 | 33600 | < | 33,600.00 | 100.00% | 10 | 10 | 说明
  ^ | 其中：财政资金 | < | 0.00 | 33600 | < | 33,600.00 | 100.00% | / | / | ^
  绩效指标(90分) | 一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值 | 度量单位 | 完成值 | 权重 | 得分 | 未完成原因分析
  ^ | 产出指标 | 质量指标 | 合格率 | = | 100 | % | 100 | 60 | 60 |
  ^ | 产出指标 | 经济成本指标 | 成本控制数 | ≤ | 3.5 | 万元 | 完成 | 30 | |
  合计 | < | < | < | < | < | < | < | 100 | |
  评价结论 | 按时支付。 | < | < | < | < | < | < | < | < | <
  存在问题 | 无 | < | < | < | < | < | < | < | < | <
  改进措施 | 加快进度 | < | < | < | < | < | < | < | < | <
  项目负责人：甲 | < | < | < | < | 财务负责人：乙 | < | < | < | < | <`;

describe('self-evaluation tables in grids', () => {
  it('reads the national form', () => {
    const { evaluations, findings } = read(
      line('项目支出绩效自评表'),
      line('（2022年度）'),
      gridOf(NATIONAL_HEAD + NATIONAL_INDICATORS + NATIONAL_TOTAL),
    );
    expect(findings).toEqual([]);
    expect(evaluations.map(evaluationText).join('\n')).toMatchInlineSnapshot(`
      "# 项目支出绩效自评表 2022
      project: 路灯维护费
      supervisor: 某某市城管局
      implementer: 某某市路灯所
      overview: -
      results: -
      fund total 年度资金总额：: approved 100万元, adjusted 90.50万元, executed 90.50万元, weight 10, rate 100.00%, score 10
      fund fiscal 其中：本年财政拨款: approved 100万元, adjusted 90.50万元, executed 90.50万元, weight (dash), rate 100.00%, score (dash)
      fund carried 上年结转资金: approved (blank), adjusted (blank), executed (blank), weight (dash), rate (blank), score (dash)
      fund row-4 单位资金: approved 0万元, adjusted 0万元, executed 0万元, weight (dash), rate (blank), score (dash)
      goal 路灯亮灯。 || 全部亮灯。
      indicator 产出指标（50分） / 数量指标 / 维护盏数 | ≥500盏 (printed: ≥ 5000000 盏) | 520盏 | actual 520盏, weight 20, score 20 | 
      indicator 产出指标（50分） / 数量指标 / 更换盏数 | ≥50盏 (printed: ≥ 500000 盏) | 45盏 | actual 45盏, weight 10, score 9 | 采购延后
      indicator 产出指标（50分） / 质量指标 / 亮灯率 | ≥98% (printed: ≥ 980000 %) | 99.2% | actual 99.2%, weight 20, score 20 | 
      indicator 满意度指标（10分） / 满意度指标 / 市民满意度 | 满意 (words:   ) | 达成预期指标 | weight 10, score 10 | 
      total 100 99
      grade -
      "
    `);
    expect(evaluations[0]?.funds[0]?.numbers.executed).toMatchObject({
      value: 90_500_000,
      step: 10_000,
      measure: 'money',
    });
    expect(evaluations[0]?.indicators[0]?.numbers.actual).toMatchObject({
      value: 5_200_000,
      unit: '盏',
      measure: 'count',
    });
    expect(evaluations[0]?.indicators[2]?.numbers.actual).toMatchObject({
      value: 992_000,
      unit: '%',
      measure: 'percent',
    });
    expect(evaluations[0]?.statements).toEqual([0]);
  });

  it('reads the form of Sichuan: title inside, sign and unit apart, money in yuan', () => {
    const { evaluations, findings } = read(gridOf(SICHUAN));
    expect(findings).toEqual([]);
    expect(evaluations.map(evaluationText).join('\n')).toMatchInlineSnapshot(`
      "# 部门预算项目支出绩效自评表(2023年度) 2023
      project: 51000023T000-设备购置
      supervisor: 某某县司法局部门
      implementer: 某某县司法局
      overview: 购买13台设备。
      results: 按时支付。
      fund total 总额: approved 0.00元, adjusted 33600元, executed 33,600.00元, weight 10, rate 100.00%, score 10
      fund fiscal 其中：财政资金: approved 0.00元, adjusted 33600元, executed 33,600.00元, weight (dash), rate 100.00%, score (dash)
      goal 购买设备。 || 完成
      indicator 产出指标 / 质量指标 / 合格率 | =100% (printed: = 1000000 %) | 100 | actual 100, weight 60, score 60 | 
      indicator 产出指标 / 经济成本指标 / 成本控制数 | ≤3.5万元 (printed: ≤ 35000 万元) | 完成 | weight 30, score (blank) | 
      total 100 (blank)
      grade -
      problem  | 无 | 加快进度
      "
    `);
    expect(evaluations[0]?.funds[0]?.numbers.adjusted).toMatchObject({ value: 3_360_000, unit: '元' });
  });

  it('reads two tables in one grid as two', () => {
    const { evaluations } = read(gridOf(SICHUAN + SICHUAN.replaceAll('设备购置', '房屋维修')));
    expect(evaluations.map(({ project }) => project?.text)).toEqual(['51000023T000-设备购置', '51000023T000-房屋维修']);
    expect(evaluations.map(({ indicators }) => indicators.length)).toEqual([2, 2]);
  });

  it('joins the second half on the next page, and carries merged levels over a page break without a header', () => {
    const onPage2 = NATIONAL_INDICATORS.trim()
      .split('\n')
      .slice(2, 4)
      .join('\n')
      .replaceAll('^', '')
      .replace('更换盏数', '更换盏数');
    const { evaluations, findings } = read(
      line('2022年度项目支出绩效自评表'),
      gridOf(NATIONAL_HEAD),
      gridOf(NATIONAL_INDICATORS.split('\n').slice(0, 3).join('\n'), { pages: [2] }),
      gridOf(onPage2 + NATIONAL_TOTAL, { pages: [3] }),
    );
    expect(findings).toEqual([]);
    const [evaluation] = evaluations;
    expect(evaluations).toHaveLength(1);
    expect(evaluation?.indicators.map(({ level1, level2, level3 }) => [level1, level2, level3])).toEqual([
      ['产出指标（50分）', '数量指标', '维护盏数'],
      ['产出指标（50分）', '数量指标', '更换盏数'],
      ['产出指标（50分）', '质量指标', '亮灯率'],
    ]);
    expect(evaluation?.totalScore?.value).toBe(990_000);
    expect(evaluation).toMatchObject({ fiscalYear: 2022, pages: [1, 2, 3], statements: [0, 1, 2] });
  });

  it('joins a row that a page break cut', () => {
    const { evaluations } = read(
      line('项目支出绩效自评表'),
      gridOf(NATIONAL_INDICATORS),
      gridOf(' | | | 和回访 | | | | | ', { pages: [2] }),
    );
    expect(evaluations[0]?.indicators.at(-1)).toMatchObject({
      level3: '市民满意度和回访',
      target: { printed: '满意' },
    });
    expect(evaluations[0]?.indicators).toHaveLength(4);
  });

  it('finds columns by their words, in any order', () => {
    const { evaluations } = read(
      line('项目支出绩效自评表'),
      gridOf(`
        一级指标 | 二级指标 | 三级指标 | 分值 | 年度指标值 | 全年实际值 | 自评得分 | 未完成原因及拟采取的改进措施
        产出指标 | 数量指标 | 次数 | 10 | ≥5次 | 4次 | 8 | 疫情
        总分 | < | < | 100 | | | 98 | `),
    );
    const [row] = evaluations[0]?.indicators ?? [];
    expect(row).toMatchObject({ level3: '次数', actual: '4次', deviation: '疫情', target: { printed: '≥5次' } });
    expect([row?.numbers.weight?.value, row?.numbers.score?.value]).toEqual([100_000, 80_000]);
    expect([evaluations[0]?.totalWeight?.value, evaluations[0]?.totalScore?.value]).toEqual([1_000_000, 980_000]);
  });

  it('takes no list of targets, monitoring table or summary for an evaluation', () => {
    const targets = gridOf(`
      项目名称 | 路灯维护费 | < | <
      一级指标 | 二级指标 | 三级指标 | 指标值
      产出指标 | 数量指标 | 维护盏数 | ≥500盏`);
    expect(read(line('项目支出绩效目标表'), targets)).toEqual({ evaluations: [], findings: [] });
    expect(read(targets)).toEqual({ evaluations: [], findings: [] });
    expect(read(line('项目支出绩效自评表'), gridOf('序号 | 内容\n1 | 见附件')).evaluations).toEqual([]);
  });

  it('tells of a table that calls itself 自评表 and has other columns', () => {
    const { evaluations, findings } = read(
      line('2021年度部门整体支出绩效自评表', 7),
      gridOf(
        `
        指标名称 | 计量单位 | 全年完成值 | 指标得分
        人员控制率 | % | 92 | 2`,
        { pages: [7] },
      ),
    );
    expect(evaluations).toEqual([]);
    expect(findings).toMatchObject([{ check: 'evaluation/unread', severity: 'warning', places: [{ page: 7 }] }]);
    expect(findings[0]?.message).toContain('2021年度部门整体支出绩效自评表');
  });

  it('tells of cells that are no numbers, and of a total that may be weight or score', () => {
    const { evaluations, findings } = read(
      line('项目支出绩效自评表'),
      gridOf(`
        一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分
        产出指标 | 数量指标 | 次数 | ≥5次 | 4次 | 10 | 8..0
        总分 | < | < | < | < | 98 | <`),
    );
    expect(evaluations[0]?.indicators[0]?.numbers.score).toMatchObject({ reading: 'unreadable', value: null });
    expect(evaluations[0]?.totalScore).toBeNull();
    expect(findings.map(({ check, severity }) => [check, severity])).toEqual([
      ['evaluation/unread', 'note'],
      ['evaluation/unread', 'note'],
    ]);
  });

  it('reads no money where two units contradict each other', () => {
    const { evaluations, findings } = read(
      line('项目支出绩效自评表'),
      line('单位：元'),
      gridOf(NATIONAL_HEAD + NATIONAL_INDICATORS + NATIONAL_TOTAL),
    );
    expect(evaluations[0]?.funds[0]?.numbers.executed).toMatchObject({
      reading: 'unreadable',
      value: null,
      printed: '90.50',
    });
    expect(findings.length).toBeGreaterThan(0);
  });
});
