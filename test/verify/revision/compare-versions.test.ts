import { describe, expect, it } from 'vitest';
import type { Figure, StatementRow } from '../../../src/normalize/report.js';
import { explainCheck } from '../../../src/verify/explain.js';
import { compareVersions } from '../../../src/verify/revision/compare-versions.js';
import { REVISION_CHECKS } from '../../../src/verify/revision/revision.js';
import { aClaim, aFact, aQuantity } from '../../support/narrative-factory.js';
import { aFigure, aPage, aPlace, aReport, aRow, aSmallReport, aStatement } from '../../support/report-factory.js';

const table = (rows: readonly StatementRow[], overrides = {}) => aStatement('expenditure', rows, overrides);
const of = (rows: readonly StatementRow[], overrides = {}) => aReport({ statements: [table(rows)], ...overrides });
const one = (figure: Figure) => of([aRow('current-total', { total: figure }, { label: '合计' })]);

const READ_FROM_PICTURE = { readings: [{ engine: 'a', text: '1', confidence: 0.5 }] };

describe('a figure of two versions', () => {
  it('is told with both texts, amounts and places where it changed', () => {
    const now = aFigure(25_670_000, { places: [aPlace(2, 300)] });
    const { unchanged, findings } = compareVersions(one(aFigure(25_660_000)), one(now));
    expect(unchanged).toBe(0);
    expect(findings).toEqual([
      {
        check: 'revision/figure-changed',
        severity: 'warning',
        message:
          '“expenditure·合计·total”：原为 25.66（第1页，25.66 万元），现为 25.67（第2页，25.67 万元），相差 0.01 万元。',
        places: [aPlace(2, 300)],
        figures: ['0/0/total'],
        changes: [
          {
            source: 'expenditure',
            row: '合计',
            column: 'total',
            measure: 'money',
            old: { path: '0/0/total', printed: '25.66', value: 25_660_000, status: 'verified', places: [aPlace()] },
            new: {
              path: '0/0/total',
              printed: '25.67',
              value: 25_670_000,
              status: 'verified',
              places: [aPlace(2, 300)],
            },
          },
        ],
      },
    ]);
  });

  const unreadable = aFigure(null, { printed: '2?', reading: 'unreadable' });
  const cases: readonly [string, Figure, Figure, readonly string[]][] = [
    ['the same', aFigure(10_000), aFigure(10_000), []],
    ['printed otherwise', aFigure(10_000), aFigure(10_000, { printed: '0.0100' }), []],
    ['a blank for zero', aFigure(0), aFigure(null), []],
    ['a dash for zero', aFigure(null, { printed: '-', reading: 'dash' }), aFigure(0), []],
    ['a blank for an amount', aFigure(10_000), aFigure(null), ['warning revision/figure-changed']],
    ['in a finer unit, within rounding', aFigure(20_000), aFigure(24_999, { amount: { fen: 24_999, stepFen: 1 } }), []],
    [
      'in a finer unit, beyond rounding',
      aFigure(20_000),
      aFigure(25_001, { amount: { fen: 25_001, stepFen: 1 } }),
      ['warning revision/figure-changed'],
    ],
    ['not readable once', aFigure(20_000), unreadable, ['note revision/not-comparable']],
    [
      'read from a picture and not confirmed',
      aFigure(20_000),
      aFigure(30_000, { ...READ_FROM_PICTURE, status: 'unverified' }),
      ['note revision/figure-changed'],
    ],
    [
      'read from a picture and confirmed',
      aFigure(20_000),
      aFigure(30_000, { ...READ_FROM_PICTURE, status: 'verified' }),
      ['warning revision/figure-changed'],
    ],
  ];
  it.each(cases)('%s', (_, old, now, expected) => {
    const { findings } = compareVersions(one(old), one(now));
    expect(findings.map(({ severity, check }) => `${severity} ${check}`)).toEqual(expected);
  });
});

describe('rows of two versions', () => {
  const row = (key: string, label: string, fen: number) => aRow(key, { total: aFigure(fen) }, { label });
  const checks = (old: readonly StatementRow[], now: readonly StatementRow[], overrides = {}) =>
    compareVersions(of(old), of(now, overrides)).findings.map(({ severity, check, message }) => [
      `${severity} ${check}`,
      /“[^“]*·(\S+)”/.exec(message)?.[1],
    ]);

  it('a row that only one of them has', () => {
    const [a, b] = [row('2080505', '养老', 10_000), row('2101101', '医疗', 20_000)];
    expect(checks([a], [a, b])).toEqual([['warning revision/row-changed', '医疗']]);
    expect(checks([a, b], [a])).toEqual([['warning revision/row-changed', '医疗']]);
    expect(checks([a, row('2101101', '医疗', 0)], [a])).toEqual([]);
  });

  it('may stand on a page that could not be read', () => {
    const pages = [aPage(1), aPage(2, { condition: 'needs-ocr', reason: 'no text' })];
    const overrides = { source: { ...aReport().source, pages } };
    const kept = row('2080505', '养老', 10_000);
    expect(checks([kept, row('2101101', '医疗', 20_000)], [kept], overrides)).toEqual([
      ['note revision/row-changed', '医疗'],
    ]);
  });

  it('a whole statement is told once, with all its numbers', () => {
    const rows = Array.from({ length: 9 }, (_, at) => row(`20101${10 + at}`, `第${at}行`, 10_000 * (at + 1)));
    const none = compareVersions(of(rows), aReport()).findings;
    expect(none.map(({ check, changes }) => [check, changes.length])).toEqual([['revision/row-changed', 9]]);
    expect(none[0]?.message).toMatch(
      /^“expenditure”：原版本有、现版本没有的数：第0行·total 0.01（.* 等 9 个数，整张表都是。$/,
    );
    const both = aReport({ statements: [table(rows), aStatement('revenue', rows)] });
    expect(
      compareVersions(of(rows), both).findings.map(({ changes, figures }) => [changes.length, figures[0]]),
    ).toEqual([[9, '1/0/total']]);
  });

  it('rows without a key of their own are known by their label, wherever they stand', () => {
    const old = [row('row-1', '甲', 10_000), row('row-2', '乙', 20_000)];
    const now = [row('row-1', '新', 5_000), row('row-2', '甲', 10_000), row('row-3', '乙', 20_000)];
    expect(checks(old, now)).toEqual([['warning revision/row-changed', '新']]);
  });

  it('a code that one version misprints is found by its label', () => {
    expect(checks([row('2080505', '养老', 10_000)], [row('2080555', '养老', 10_000)])).toEqual([]);
  });

  it('a row more of the same name does not make all of them new', () => {
    const old = [row('row-1', '甲', 10_000), row('row-2', '甲', 20_000)];
    expect(checks(old, [...old, row('row-3', '甲', 30_000)])).toEqual([['warning revision/row-changed', '甲']]);
  });
});

describe('numbers of the prose', () => {
  const said = (printed: string, text: string, overrides = {}) =>
    aClaim('reception', { text, label: '公务接待费', numbers: { amount: aQuantity(printed) }, ...overrides });
  const changes = (old: ReturnType<typeof said>, now: ReturnType<typeof said>) =>
    compareVersions(aReport({ claims: [old] }), aReport({ claims: [now] })).findings.map(({ check }) => check);

  it('are compared in the same sentence, and in another one about the same', () => {
    const old = said('1.20', '公务接待费支出1.20万元。');
    expect(changes(old, said('1.30', '公务接待费支出1.30万元。'))).toEqual(['revision/number-changed']);
    expect(changes(old, said('1.30', '公务接待费共1.30万元。'))).toEqual(['revision/number-changed']);
    expect(changes(old, said('1.20', '公务接待费共1.20万元。'))).toEqual([]);
  });

  it('are not compared where nobody can tell that they are about the same', () => {
    const other = (printed: string, text: string) => ({ ...said(printed, text), subject: 'other' as const });
    expect(changes(other('1.20', '甲1.20万元。'), other('1.30', '乙1.30万元。'))).toEqual([]);
  });

  it('counts too', () => {
    const fact = (printed: string) =>
      aFact('vehicles', { text: `共有车辆${printed}辆`, value: aQuantity(printed, 'count', { unit: '辆' }) });
    const { findings } = compareVersions(aReport({ facts: [fact('3')] }), aReport({ facts: [fact('4')] }));
    expect(findings.map(({ check, message }) => [check, /原为 3辆.*现为 4辆/.test(message)])).toEqual([
      ['revision/number-changed', true],
    ]);
  });
});

describe('two versions as a whole', () => {
  it('the same report has no findings', () => {
    const { unchanged, findings } = compareVersions(aSmallReport(), aSmallReport());
    expect(findings).toEqual([]);
    expect(unchanged).toBeGreaterThan(5);
  });

  it('may be two reports where most numbers differ', () => {
    const rows = (from: number) =>
      Array.from({ length: 12 }, (_, at) => aRow(`20101${10 + at}`, { total: aFigure((from + at) * 10_000) }));
    const [first, ...rest] = compareVersions(of(rows(100)), of(rows(300))).findings;
    expect([first?.check, rest.length]).toEqual(['revision/other-report', 12]);
    const few = [...rows(100).slice(0, 7), ...rows(300).slice(7)];
    expect(compareVersions(of(rows(100)), of(few)).findings.map(({ check }) => check)).not.toContain(
      'revision/other-report',
    );
  });
});

it.each(Object.values(REVISION_CHECKS))('%s has its page', (id) => {
  expect(explainCheck(id)?.startsWith(`# ${id}\n\n> `)).toBe(true);
});
