import { describe, expect, it } from 'vitest';
import type { Unit } from '../../../src/normalize/figures/unit.js';
import { readStatement, type StatementContext } from '../../../src/normalize/statements/statement.js';
import { templateByTitle } from '../../../src/normalize/statements/title.js';
import { gridOf } from '../../support/grid-factory.js';

const UNIT: Unit = { text: '万元', fenPerUnit: 1_000_000 };
const EXPENDITURE = '编码 | 名称 | 合计 | 基本支出 | 项目支出\n205 | 教育支出 | 9.00 | 8.00 | 1.00';
const EMPTY = '编码 | 名称 | 合计 | 基本支出 | 项目支出\n合计 | < | 0.00 | 0.00 | 0.00';

function read(
  title: string,
  drawing: string,
  { unit = UNIT, notes = [], ...context }: Partial<StatementContext> & { unit?: Unit | null; notes?: string[] } = {},
) {
  const grid = gridOf(drawing, { pages: [4, 5] });
  return readStatement({ grid, title, template: templateByTitle(title), unit, notes }, 3, {
    reportKind: 'final-accounts',
    fiscalYear: 2024,
    defaultUnit: null,
    ...context,
  });
}

const checks = (...input: Parameters<typeof read>): string[] => read(...input).findings.map(({ check }) => check);

describe('readStatement', () => {
  it('reads title, unit, pages and columns', () => {
    const { statement, findings } = read('公开03表 支出决算表', EXPENDITURE);
    expect(statement).toMatchObject({
      kind: 'expenditure',
      title: '公开03表 支出决算表',
      unit: '万元',
      pages: [4, 5],
      declaredEmpty: false,
      cells: [],
      columns: [
        { key: 'total', header: '合计', phase: 'executed', panel: null },
        { key: 'basic', header: '基本支出', phase: 'executed', panel: null },
        { key: 'project', header: '项目支出', phase: 'executed', panel: null },
      ],
    });
    expect(findings).toEqual([]);
  });

  it('gives blocks side by side one column, and panels one each', () => {
    const basic = '编码 | 名称 | 金额 | 编码 | 名称 | 金额\n301 | 工资福利支出 | 5.00 | 302 | 商品和服务支出 | 2.00';
    expect(read('一般公共预算基本支出表', basic).statement.columns.map(({ key }) => key)).toEqual(['amount']);
    const sided = '收入 | < | 支出 | <\n项目 | 决算数 | 项目 | 决算数\n一、事业收入 | 1.00 | 一、外交支出 | 1.00';
    expect(
      read('收入支出决算总表', sided).statement.columns.map(({ key, header, panel }) => [panel, key, header]),
    ).toEqual([
      ['revenue', 'amount', '收入/决算数'],
      ['expenditure', 'amount', '支出/决算数'],
    ]);
  });

  it('reads by the columns where the title does not fit them, and says so', () => {
    const drawing =
      '编码 | 名称 | 本年收入合计 | 财政拨款收入 | 事业收入 | 经营收入\n205 | 教育支出 | 9.00 | 8.00 | 1.00 | 0.00';
    const { statement, findings } = read('支出决算表', drawing);
    expect(statement.kind).toBe('revenue');
    expect(findings).toEqual([
      expect.objectContaining({
        check: 'structure/title-and-columns',
        severity: 'warning',
        places: [{ page: 4, box: null }],
      }),
    ]);
    expect(findings[0]?.message).toMatch(
      /栏目为“编码，名称，本年收入合计，财政拨款收入，事业收入，经营收入”，按“收入决算表”读取/,
    );
  });

  it('stays with the title where several forms have such columns', () => {
    const { statement } = read('收入决算表', EXPENDITURE);
    expect(statement.kind).toBe('revenue');
    expect(checks('收入决算表', EXPENDITURE)).toContain('structure/title-and-columns');
  });

  it('tells a column that the form does not have, and keeps its figures', () => {
    const { statement, findings } = read(
      '支出决算表',
      `编码 | 名称 | 合计 | 基本支出 | 项目支出 | 涉密支出\n205 | 教育支出 | 9.00 | 7.00 | 1.00 | 1.00`,
    );
    expect(statement.rows[0]?.figures['column-6']?.printed).toBe('1.00');
    expect(findings).toEqual([expect.objectContaining({ check: 'structure/unknown-column', severity: 'note' })]);
    expect(findings[0]?.message).toContain('“涉密支出”');
  });

  it('takes the unit of the report where the table has none, and never one of its own', () => {
    const { statement, findings } = read('支出决算表', EXPENDITURE, {
      unit: null,
      defaultUnit: { text: '元', fenPerUnit: 100 },
    });
    expect([statement.unit, statement.rows[0]?.figures.total?.amount?.fen]).toEqual([null, 900]);
    expect(findings).toEqual([]);
  });

  it('does not read amounts without any unit', () => {
    const { statement, findings } = read('支出决算表', EXPENDITURE, { unit: null });
    expect([statement.kind, statement.rows.length, statement.cells.length]).toEqual(['expenditure', 0, 10]);
    expect(findings).toEqual([expect.objectContaining({ check: 'structure/unit-missing', severity: 'error' })]);
  });

  it('keeps a table of no known form whole', () => {
    const { statement, findings } = read('项目支出决算表', EXPENDITURE, { unit: null, notes: ['注：无。'] });
    expect(statement).toMatchObject({
      kind: 'other',
      title: '项目支出决算表',
      unit: null,
      rows: [],
      columns: [],
      notes: ['注：无。'],
    });
    expect(statement.cells.map(({ text }) => text)).toEqual(gridOf(EXPENDITURE).cells.map(({ text }) => text));
    expect(findings).toEqual([]);
  });

  it('takes no self-evaluation table without a known title for a form, whatever its columns', () => {
    const drawing = '项目资金 | 年初预算数 | 全年预算数 | 全年执行数\n年度资金总额 | 75.00 | 75.00 | 60.20';
    expect(read('', drawing).statement.kind).toBe('other');
  });

  it.each<[string, string, string[], boolean]>([
    ['zeros and a note', EMPTY, ['注：本单位没有政府性基金收支，故本表无数据。'], true],
    ['zeros and no word', EMPTY, [], false],
    ['zeros and a note on something else', EMPTY, ['注：本表反映支出情况。'], false],
    ['figures and such a note', EXPENDITURE, ['说明：本表无数据。'], false],
  ])('declared empty: %s', (_, drawing, notes, expected) => {
    expect(read('支出决算表', drawing, { notes }).statement.declaredEmpty).toBe(expected);
  });
});
