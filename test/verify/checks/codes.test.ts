import { describe, expect, it } from 'vitest';
import type { Report, StatementRow } from '../../../src/normalize/report.js';
import { verify } from '../../../src/verify/verify.js';
import { aCodeRow, aFigure, aReport, aRow, aStatement } from '../../support/report-factory.js';

const economic = (code: string, name: string, catalogueName = name): StatementRow => {
  const row = aCodeRow('department-economic', code, name, { amount: aFigure(0) });
  const match = name === catalogueName ? ('known' as const) : ('other-name' as const);
  return { ...row, code: row.code && { ...row.code, match, catalogueName } };
};
const table = (...rows: readonly StatementRow[]) => aStatement('general-budget-basic-expenditure', rows);
const told = (report: Report) =>
  verify(report)
    .findings.filter(({ check }) => check.startsWith('codes/'))
    .map(({ check, severity, message }) => [check, severity, message]);

describe('codes/name', () => {
  it('tells the sibling whose name it is, one note for all rows', () => {
    const misnumbered = table(
      economic('302', '商品和服务支出'),
      economic('30203', '水费', '咨询费'),
      economic('30204', '电费', '手续费'),
    );
    expect(told(aReport({ statements: [misnumbered] }))).toEqual([
      [
        'codes/name',
        'note',
        expect.stringMatching(/有 2 行.*30203 “水费”.*同名编码 30205.*30204 “电费”.*同名编码 30206/),
      ],
    ]);
  });

  it.each([
    ['a shortened name', economic('30108', '机关事业单位基本养老保险费', '机关事业单位基本养老保险缴费')],
    ['a local name', economic('30206', '办公设备购置费', '电费')],
    ['the name of a code of another class', economic('30206', '离休费', '电费')],
    ['a class', economic('303', '离退休人员经费', '对个人和家庭的补助')],
  ])('does not tell %s', (_name, row) => {
    expect(told(aReport({ statements: [table(row)] }))).toEqual([]);
  });

  it('says nothing without a fiscal year', () => {
    expect(told(aReport({ fiscalYear: null, statements: [table(economic('30203', '水费', '咨询费'))] }))).toEqual([]);
  });
});

describe('codes/twice', () => {
  it.each([
    ['two names', ['水费', '电费'], 1],
    ['one name, for two units', ['水费', '水费'], 0],
    ['one name in two forms', ['水费', '水 费'], 0],
  ] as const)('%s', (_name, [first, second], count) => {
    const rows = [economic('30205', first, '水费'), economic('30205', second, '水费')];
    const found = told(aReport({ statements: [table(...rows)] })).filter(([check]) => check === 'codes/twice');
    expect(found).toHaveLength(count);
  });
});

describe('codes/name-of-other-year', () => {
  const summary = (label: string) =>
    aStatement('revenue-and-expenditure', [aRow('func-210', { amount: aFigure(0) }, { label, panel: 'expenditure' })]);
  it.each([
    ['三、医疗卫生与计划生育支出', 2024, 1],
    ['三、医疗卫生与计划生育支出', 2018, 0],
    ['三、卫生健康支出', 2024, 0],
    ['三、卫生健康支出', 2018, 0],
    ['三、不知道的支出', 2024, 0],
  ])('%s in %d: %d notes', (label, fiscalYear, count) => {
    const found = told(aReport({ fiscalYear, statements: [summary(label), summary(label)] }));
    expect(found).toHaveLength(count);
    if (count > 0) expect(found[0]?.[2]).toContain('“卫生健康支出”');
  });
});
