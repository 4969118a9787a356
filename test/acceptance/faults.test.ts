import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readReport } from '../../src/pipeline.js';

const FOLDER = '../shared/reports';

describe.skipIf(!existsSync(FOLDER))('the blank form of Shanghai 2024 (skipped without ../shared)', () => {
  it('has every statement, no amount, and nothing is wrong with it', async () => {
    const report = await readReport(`${FOLDER}/shanghai-2024-final-blank-template.pdf`);
    expect(report.statements.map(({ kind }) => kind).filter((kind) => kind !== 'other')).toEqual([
      'revenue-and-expenditure',
      'revenue',
      'expenditure',
      'appropriations',
      'general-budget-expenditure',
      'general-budget-basic-expenditure',
      'three-public',
      'government-funds',
      'state-capital',
    ]);
    const figures = report.statements.flatMap(({ rows }) => rows.flatMap((row) => Object.values(row.figures)));
    expect(figures.length).toBeGreaterThan(50);
    expect(figures.filter(({ amount, reading }) => amount !== null || reading !== 'blank')).toEqual([]);
    expect(report.findings.filter(({ severity }) => severity !== 'note')).toEqual([]);
    const failing = report.checks.filter(({ outcome }) => outcome === 'violation').map(({ check }) => check);
    // 增加（减少） is what an empty form prints.
    expect(failing.filter((check) => check !== 'narrative/reason')).toEqual([]);
  });
});

describe.skipIf(!existsSync(FOLDER))('the account with planted faults (skipped without ../shared)', () => {
  it('misses 支出决算表 and prints an empty “三公” table, told with their places', async () => {
    const { findings, statements } = await readReport(`${FOLDER}/shanghai-putuo-finance-2024-final-planted-faults.pdf`);
    expect(statements.map(({ kind }) => kind)).not.toContain('expenditure');
    const grave = findings.filter(({ check, severity }) => severity !== 'note' && check.startsWith('structure/'));
    expect(grave.map(({ check, severity }) => [check, severity])).toEqual([
      ['structure/statement-missing', 'error'],
      ['structure/statement-blank', 'warning'],
    ]);
    expect(grave[0]?.message).toContain('“支出决算表”');
    expect(grave[1]?.message).toContain('“三公”经费支出决算表');
    const page = statements.find(({ kind }) => kind === 'three-public')?.pages[0];
    expect(grave[1]?.places).toEqual([{ page, box: null }]);
  });
});
