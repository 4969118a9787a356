import { describe, expect, test } from 'vitest';
import type { StatementRow } from '../../../src/normalize/report.js';
import type { VerifiedReport } from '../../../src/verify/check.js';
import { ask, only, storeOf } from '../../support/questions.js';
import { aCodeRow, aFigure, aPlace, aReport, aRow, aStatement } from '../../support/report-factory.js';

const PUTUO = { code: '310107', name: '普陀区' };

const line = (code: string, fen: number | null, project = 0): StatementRow =>
  aCodeRow('functional', code, `名称${code}`, { total: aFigure(fen), project: aFigure(project) });
const total = (fen: number | null, project: number | null): StatementRow =>
  aRow('total', { total: aFigure(fen), project: aFigure(project, { places: [aPlace(1, 333)] }) });

const expenditure = (rows: readonly StatementRow[], overrides: Partial<VerifiedReport> = {}): VerifiedReport =>
  aReport({ statements: [aStatement('expenditure', rows)], ...overrides });

describe('outlays by class', () => {
  const columns = ['region_code', 'fiscal_year', 'scope', 'class_code', 'reports', 'total_fen', 'total_yuan'];

  test('by region, year and scope; of a body that reports twice the newest counts', () => {
    const store = storeOf(
      expenditure([line('208', 100), line('210', 50)]),
      expenditure([line('208', 120)]),
      expenditure([line('208', 7)], { agency: { name: '另一单位' } }),
      expenditure([line('208', 1000)], { agency: { name: '某局' }, scope: 'department' }),
      expenditure([line('208', 1)], { agency: { name: '另一单位' }, fiscalYear: 2024 }),
      expenditure([line('208', 5)], { agency: { name: '普陀区某局' }, region: PUTUO }),
      expenditure([line('208', 999)], { kind: 'budget' }),
    );
    expect(only(ask(store, 'outlays-by-class'), ...columns)).toEqual([
      ['310107', 2023, 'unit', '208', 1, 5, '0.05'],
      ['350500', 2023, 'department', '208', 1, 1000, '10.00'],
      ['350500', 2023, 'unit', '208', 2, 127, '1.27'],
      ['350500', 2024, 'unit', '208', 1, 1, '0.01'],
    ]);
    expect(only(ask(store, 'outlays-by-class', { region: '3505', year: '2023' }), 'total_fen')).toEqual([
      [1000],
      [127],
    ]);
    expect(only(ask(store, 'outlays-by-class', { region: '普陀' }), 'total_fen')).toEqual([[5]]);
  });

  test('brackets and blanks do not make another body', () => {
    const named = (name: string, fen: number) => expenditure([line('208', fen)], { agency: { name } });
    const store = storeOf(named('泉州市某局（本级）', 1), named('泉州市某局 (本级)', 2), named('泉州市某局', 4));
    expect(only(ask(store, 'outlays-by-class'), 'reports', 'total_fen')).toEqual([[2, 6]]);
  });

  test('sections and items are not added to their class, but stand for one that is not printed', () => {
    const store = storeOf(
      expenditure([line('208', 100), line('20805', 100), line('2080505', 100), line('21011', 3), line('21012', 4)]),
    );
    expect(only(ask(store, 'outlays-by-class'), 'class_code', 'total_fen')).toEqual([
      ['208', 100],
      ['210', 7],
    ]);
  });

  test('what is unreadable or not confirmed is counted, a second table of the kind is not added', () => {
    const unread = aFigure(null, { reading: 'unreadable', printed: '?' });
    const rows = [
      aCodeRow('functional', '208', '甲', { total: unread }),
      aCodeRow('functional', '210', '乙', { total: aFigure(3, { status: 'disputed' }) }),
    ];
    const statements = [aStatement('expenditure', rows), aStatement('expenditure', rows)];
    expect(
      only(ask(storeOf(aReport({ statements })), 'outlays-by-class'), 'total_fen', 'unconfirmed', 'unreadable'),
    ).toEqual([
      [0, 0, 1],
      [3, 1, 0],
    ]);
  });
});

describe('project share', () => {
  test('of one report with its place, of several without', () => {
    const one = expenditure([total(256_619_00_00, 226_795_00_00)]);
    const [row] = ask(storeOf(one), 'project-share');
    expect(row).toMatchObject({ project_percent: '88.38', reports: 1, page: 1, box_top: 333, report_id: 1 });
    const two = storeOf(one, expenditure([total(100, 0)], { agency: { name: '另一单位' } }));
    expect(ask(two, 'project-share')).toMatchObject([
      { reports: 2, project_fen: 226_795_00_00, page: null, report_id: null },
    ]);
    expect(ask(two, 'project-share', { agency: '另一' })).toMatchObject([{ project_percent: '0.00', page: 1 }]);
  });

  test('a total of zero has no share; a total that is not printed is left out, not zero', () => {
    const store = storeOf(expenditure([total(0, 0)]), expenditure([total(null, 5)], { agency: { name: '另一单位' } }));
    expect(ask(store, 'project-share')).toMatchObject([
      { reports: 1, left_out: 1, total_fen: 0, project_percent: null },
    ]);
  });
});

describe('carry-over by function', () => {
  const both = (revenue: readonly StatementRow[], spent: readonly StatementRow[]) =>
    aReport({ statements: [aStatement('revenue', revenue), aStatement('expenditure', spent)] });

  test('classes that differ, those that one table does not print among them', () => {
    const store = storeOf(
      both(
        [line('208', 2696), line('210', 899), line('215', 10)],
        [line('208', 2533), line('210', 899), line('221', 7)],
      ),
    );
    expect(only(ask(store, 'carry-over-by-function'), 'function_code', 'carried_fen', 'carried_yuan')).toEqual([
      ['208', 163, '1.63'],
      ['215', 10, '0.10'],
      ['221', -7, '-0.07'],
    ]);
    expect(ask(store, 'carry-over-by-function', { report: '1' })).toHaveLength(3);
  });

  test('a table that is missing is not zero', () => {
    expect(
      ask(storeOf(aReport({ statements: [aStatement('revenue', [line('208', 5)])] })), 'carry-over-by-function'),
    ).toEqual([]);
  });
});

describe('outsourcing share', () => {
  const basic = (...rows: readonly StatementRow[]) =>
    aReport({ statements: [aStatement('general-budget-basic-expenditure', rows)] });
  const code = (fen: number | null) => aCodeRow('department-economic', '30227', '委托业务费', { amount: aFigure(fen) });

  test('of the total of operating expenses, in both forms', () => {
    const vertical = basic(code(294_00_00), aRow('public-total', { amount: aFigure(1893_00_00) }));
    const wide = basic(
      aRow('total', { total: aFigure(900), personnel: aFigure(100), public: aFigure(800) }),
      aCodeRow('department-economic', '30227', '委托业务费', {
        total: aFigure(8),
        personnel: aFigure(null),
        public: aFigure(8),
      }),
    );
    const store = storeOf(vertical, { ...wide, agency: { name: '另一单位' } });
    expect(only(ask(store, 'outsourcing-share'), 'report_id', 'outsourcing_percent', 'page')).toEqual([
      [1, '15.53', 1],
      [2, '1.00', 1],
    ]);
  });

  test('no share of zero; a blank cell is not listed', () => {
    expect(
      ask(storeOf(basic(code(5), aRow('public-total', { amount: aFigure(0) }))), 'outsourcing-share'),
    ).toMatchObject([{ outsourcing_fen: 5, outsourcing_percent: null }]);
    expect(ask(storeOf(basic(code(null))), 'outsourcing-share')).toEqual([]);
  });
});
