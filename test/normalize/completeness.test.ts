import { describe, expect, it } from 'vitest';
import { missingStatements } from '../../src/normalize/completeness.js';
import type { ReportKind, Statement, StatementKind } from '../../src/normalize/report.js';
import type { ContentsEntry } from '../../src/normalize/segment/contents.js';
import { lineOf } from '../support/document-factory.js';
import { statement } from '../support/statement-factory.js';

const ALL: readonly StatementKind[] = [
  'revenue-and-expenditure',
  'revenue',
  'expenditure',
  'appropriations',
  'general-budget-expenditure',
  'general-budget-basic-expenditure',
];

const full = (kind: StatementKind): Statement => statement(kind, ['amount'], [['total', '9.00']]);
const blank = (kind: StatementKind, declaredEmpty = false): Statement => ({
  ...statement(kind, ['amount'], [['total', '']]),
  declaredEmpty,
});
const entries = (...titles: string[]): ContentsEntry[] =>
  titles.map((title) => ({ level: 2, number: '', ordinal: null, title, line: lineOf(title) }));

function told(
  statements: readonly Statement[],
  titles: readonly string[],
  kind: ReportKind | null,
  unread: 'unread' | 'ocr' | null = null,
): string[] {
  return missingStatements(statements, entries(...titles), kind, unread).map(
    ({ check, severity, message }) => `${severity} ${check.replace('structure/', '')} ${/“(.*)”/u.exec(message)?.[1]}`,
  );
}

describe('missingStatements', () => {
  it.each<[string, Statement[], string[], ReportKind | null, string[]]>([
    ['a whole account without a contents list', ALL.map(full), [], 'final-accounts', []],
    [
      'an account without 支出决算表',
      ALL.filter((kind) => kind !== 'expenditure').map(full),
      [],
      'final-accounts',
      ['error statement-missing 支出决算表'],
    ],
    [
      'what the contents list promises, in its words',
      [full('revenue')],
      ['一、收入决算表', '九、国有资本经营预算财政拨款支出决算表', '第四部分 名词解释', '项目支出决算表'],
      'final-accounts',
      ['error statement-missing 九、国有资本经营预算财政拨款支出决算表'],
    ],
    ['a list that promises no more than there is', [full('revenue')], ['收入决算表'], 'final-accounts', []],
    ['a budget without a contents list promises nothing', [full('revenue')], [], 'budget', []],
    ['nor does a report of unknown kind', [full('revenue')], [], null, []],
    ['no statement at all: tables published elsewhere', [], ['收入决算表'], 'final-accounts', []],
    ['nothing but tables of no form', [{ ...blank('other'), cells: [] }], [], 'final-accounts', []],
  ])('%s', (_, statements, titles, kind, findings) => {
    expect(told(statements, titles, kind)).toEqual(findings);
  });

  it.each(['unread', 'ocr'] as const)('only warns while some page is %s', (doubt) => {
    expect(told([full('revenue')], ['收入决算表', '支出决算表'], 'final-accounts', doubt)).toEqual([
      'warning statement-missing 支出决算表',
    ]);
  });

  it.each<[string, Statement[], string[]]>([
    [
      'a blank form among full ones',
      [full('revenue'), blank('government-funds')],
      ['note statement-blank government-funds'],
    ],
    [
      'a blank “三公” table weighs more',
      [full('revenue'), blank('three-public')],
      ['warning statement-blank three-public'],
    ],
    ['a blank form that says so', [full('revenue'), blank('three-public', true)], []],
    ['a wholly blank report is a template', [blank('revenue'), blank('three-public')], []],
    [
      'a form without rows',
      [full('revenue'), statement('state-capital', ['amount'], [])],
      ['note statement-blank state-capital'],
    ],
    ['zeros are figures', [full('revenue'), statement('three-public', ['amount'], [['total', '0.00']])], []],
    [
      'a form that was not read for want of a unit is not blank',
      [
        full('revenue'),
        {
          ...statement('expenditure', [], []),
          cells: [{ row: 0, column: 0, rowSpan: 1, columnSpan: 1, text: '9.00', places: [], confidence: null }],
        },
      ],
      [],
    ],
    ['a table of no form is not asked', [full('revenue'), blank('other')], []],
  ])('%s', (_, statements, findings) => {
    expect(told(statements, [], 'budget')).toEqual(findings);
  });
});
