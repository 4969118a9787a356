import { describe, expect, it } from 'vitest';
import { verify } from '../../src/verify/verify.js';
import { report, statement, twoSided } from '../support/statement-factory.js';

describe('a violation', () => {
  const table = statement(
    'expenditure',
    ['total'],
    [
      ['total', '9.00'],
      ['208', '4.00'],
      ['210', '2.00'],
      ['213', '0.00'],
      ['221', ''],
    ],
  );
  const found = verify(report(table)).findings.find(({ check }) => check === 'hierarchy/total');

  it('lists every addend with label, printed text and page, and counts the zeros', () => {
    expect(found?.message).toContain(
      '“名称total”9.00（第1页） ≠ “208 名称208”4.00（第1页） + “210 名称210”2.00（第1页）',
    );
    expect(found?.message).toContain('另有 2 项为零或空白');
  });
  it('says gap and slack in the unit of the statement', () => {
    expect(found?.message).toContain('左边 9.00 万元，右边 6.00 万元，相差 3.00 万元（四舍五入最多能解释 0.015 万元）');
  });
  it('carries severity, evidence and all figures', () => {
    expect(found?.severity).toBe('error');
    expect(found?.places).toHaveLength(3);
    expect(found?.figures).toEqual(['0/0/total', '0/1/total', '0/2/total', '0/3/total', '0/4/total']);
  });
});

it('a total below its largest part is a finding of reading', () => {
  const table = statement(
    'expenditure',
    ['total'],
    [
      ['total', '3.00'],
      ['208', '4.00'],
    ],
  );
  const { findings } = verify(report(table));
  expect(findings.map(({ check, severity }) => [check, severity])).toEqual([['parse/total-below-part', 'warning']]);
  expect(findings[0]?.message).toContain('“名称total”3.00（第1页） ≠ “208 名称208”4.00（第1页）');
});

it('one unreadable figure makes one finding a check, which names it', () => {
  const rows = [
    ['total', '9.00', '9.00'],
    ['208', '4..00', '4.00'],
    ['210', '5.00', '5.00'],
  ] as const;
  const { findings } = verify(report(statement('expenditure', ['total', 'basic', 'project'], rows)));
  const inHierarchy = findings.filter(({ check }) => check === 'hierarchy/total');
  expect(inHierarchy).toHaveLength(1);
  expect(inHierarchy[0]?.message).toContain('“208 名称208”4..00（第1页），无法读成数');
});

it('a missing total is named as missing, once for all columns', () => {
  const table = statement('expenditure', ['total', 'basic'], [['208', '4.00', '4.00']]);
  const found = verify(report(table)).findings.filter(({ check }) => check === 'hierarchy/total');
  expect(found).toHaveLength(1);
  expect(found[0]?.message).toContain('“合计”没有找到');
});

it('a row that was not recognised is the reason for being undecided', () => {
  const table = twoSided(
    'revenue-and-expenditure',
    [
      ['other', '1.00'],
      ['row-1', '2.00'],
      ['current-total', '3.00'],
    ],
    [],
    [],
  );
  const found = verify(report(table)).findings.find(({ check }) => check === 'totals/revenue');
  expect(found?.severity).toBe('warning');
  expect(found?.message).toContain('没有认出“名称row-1”这一行');
});

it('many rounding differences of one statement are one note, about the largest', () => {
  const columns = ['total', 'basic', 'project'];
  const table = statement('expenditure', columns, [
    ['208', '3.01', '1.00', '2.00'],
    ['210', '2.99', '1.00', '2.00'],
    ['total', '6.00', '2.00', '4.00'],
  ]);
  const notes = verify(report(table, table)).findings;
  expect(notes.map(({ check, severity }) => [check, severity])).toEqual([
    ['rounding/statement', 'note'],
    ['rounding/statement', 'note'],
  ]);
  expect(notes[0]?.message).toContain('有 2 处');
});
