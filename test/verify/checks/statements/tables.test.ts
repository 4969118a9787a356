import { describe, expect, it } from 'vitest';
import type { Report, Statement } from '../../../../src/normalize/report.js';
import { verify } from '../../../../src/verify/verify.js';
import { type RowSpec, report, statement, twoSided } from '../../../support/statement-factory.js';

const summary = (total: string, classes: readonly RowSpec[] = []) =>
  twoSided('revenue-and-expenditure', [['current-total', '5.00']], ['amount'], [...classes, ['current-total', total]]);
const list = (total: string, rows: readonly RowSpec[] = []) =>
  statement('expenditure', ['total'], [['total', total], ...rows]);
const declaredEmpty = (table: Statement): Statement => ({ ...table, declaredEmpty: true });

const outcomesOf = (check: string, one: Report) =>
  verify(one)
    .checks.filter((result) => result.check === check)
    .map(({ outcome }) => outcome);
const told = (check: string, one: Report) => verify(one).findings.filter((finding) => finding.check === check);

describe('which statements are compared', () => {
  const id = 'statements/expenditure-total';
  it.each<[string, readonly Statement[], readonly string[]]>([
    ['one of each', [summary('9.00'), list('9.00')], ['exact']],
    ['one of each, and they differ', [summary('9.00'), list('7.00')], ['violation']],
    ['one of them missing', [summary('9.00')], []],
    ['one of them blank', [summary('9.00'), list('')], []],
    ['one says that it has no data', [summary('9.00'), declaredEmpty(list(''))], ['violation']],
    ['both say so', [declaredEmpty(summary('')), declaredEmpty(list(''))], ['not-applicable']],
    ['by subject and by unit, both right', [summary('9.00'), list('9.00'), list('9.00')], ['exact']],
    ['one of two is about something else', [summary('9.00'), list('7.00'), list('9.00')], ['exact']],
    ['neither of two agrees', [summary('9.00'), list('7.00'), list('6.00')], ['unresolved']],
    ['a collection of reports', Array.from({ length: 3 }).flatMap(() => [summary('9.00'), list('7.00')]), []],
    ['an unreadable total', [summary('9.0.0'), list('7.00')], ['unresolved']],
  ])('%s', (_name, statements, outcomes) => {
    expect(outcomesOf(id, report(...statements))).toEqual(outcomes);
  });

  it('says that it cannot choose between two statements', () => {
    expect(told(id, report(summary('9.00'), list('7.00'), list('6.00')))).toMatchObject([
      { severity: 'warning', message: expect.stringContaining('不止一张') },
    ]);
  });
});

describe('a class that one of the statements does not print', () => {
  const id = 'statements/expenditure-class';
  const classes: readonly RowSpec[] = [
    ['func-208', '4.00'],
    ['func-210', '5.00'],
  ];
  it.each<[string, readonly RowSpec[], Statement, readonly string[]]>([
    [
      'is nil where it is nil in the other',
      [...classes, ['func-201', '0.00']],
      list('9.00', [
        ['208', '4.00'],
        ['210', '5.00'],
      ]),
      ['exact', 'exact', 'exact'],
    ],
    [
      'is not applicable where it is blank',
      [...classes, ['func-201', '']],
      list('9.00', [
        ['208', '4.00'],
        ['210', '5.00'],
      ]),
      ['not-applicable', 'exact', 'exact'],
    ],
    [
      'is a violation where the printed classes are all',
      classes,
      list('4.00', [['208', '4.00']]),
      ['exact', 'violation'],
    ],
    ['is unresolved where a row may be lost', classes, list('9.00', [['208', '4.00']]), ['exact', 'unresolved']],
    [
      'adds up from its items',
      classes,
      list('9.00', [
        ['2080505', '1.00'],
        ['2080506', '3.00'],
        ['210', '5.00'],
      ]),
      ['exact', 'exact'],
    ],
    [
      'stands in the list only',
      [['func-208', '9.00']],
      list('9.00', [
        ['208', '4.00'],
        ['210', '5.00'],
      ]),
      ['violation', 'violation'],
    ],
  ])('%s', (_name, rows, table, outcomes) => {
    expect(outcomesOf(id, report(summary('9.00', rows), table))).toEqual(outcomes);
  });

  it('a code printed twice makes doubt, not a violation', () => {
    const table = list('9.00', [
      ['208', '4.00'],
      ['208', '1.00'],
      ['210', '4.00'],
    ]);
    expect(outcomesOf(id, report(summary('9.00', classes), table))).toEqual(['unresolved', 'violation']);
  });

  it('is not compared with a list of units', () => {
    const units = list('9.00', [['agency-101001', '9.00']]);
    expect(outcomesOf(id, report(summary('9.00', classes), units))).toEqual([]);
  });
});
