import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readReport } from '../../src/pipeline.js';
import type { VerifiedReport } from '../../src/verify/check.js';
import { narrative } from '../../src/verify/checks/narrative/index.js';

const REPORTS = '../shared/reports';
const OWN = new Set(narrative.map(({ id }) => id));

/** What the checks of the prose find in a report: 'error shares/percent', with a diagnosis where there is one. */
function found({ findings }: VerifiedReport): readonly string[] {
  return findings
    .filter(({ check }) => OWN.has(check))
    .map(({ severity, check, diagnosis }) => [severity, check, diagnosis].filter(Boolean).join(' '))
    .sort();
}

/** How many numbers of the prose were found in a table, digit by digit. */
function exactTies({ checks }: VerifiedReport): number {
  return checks.filter(({ check, outcome }) => check === 'narrative/amount' && outcome === 'exact').length;
}

function message({ findings }: VerifiedReport, check: string, words: RegExp): boolean {
  return findings.some((finding) => finding.check === check && words.test(finding.message));
}

/** The report, and all that is to be found in its prose, each looked at on the page. */
const FOUND: readonly (readonly [report: string, findings: readonly string[]])[] = [
  [
    'quanzhou-bigdata-2023-final.txt',
    [
      'note narrative/list list-against-table',
      'note narrative/reason copied-text',
      'warning completion/undisclosed-budget',
      'warning narrative/list list-against-table',
    ],
  ],
  [
    'shanghai-putuo-finance-2024-final.pdf',
    ['error narrative/amount unit-slip', 'error shares/percent', 'warning narrative/list list-against-table'],
  ],
  [
    'shanghai-putuo-finance-2024-final-planted-faults.pdf',
    [
      'error assets/date stale-year',
      'error narrative/amount',
      'error narrative/empty-statement blank-against-prose',
      'error relation/budget wrong-direction',
      'error relation/budget wrong-direction',
      'error relation/budget wrong-direction',
      'error shares/percent',
      'warning narrative/list list-against-table',
    ],
  ],
  [
    'shanghai-putuo-wanli-2024-budget.pdf',
    [
      'error narrative/amount self-contradiction',
      'note narrative/copied-text copied-text',
      'note narrative/copied-text copied-text',
      'note narrative/copied-text copied-text',
      'note narrative/empty-statement blank-against-prose',
      'warning narrative/reason wrong-direction',
    ],
  ],
  ['shanghai-putuo-wanli-2025-budget.pdf', ['warning narrative/items list-against-table']],
  ['shanghai-putuo-office-2025-budget.pdf', []],
  ['shanghai-putuo-finance-2025-budget.pdf', ['error narrative/amount digit-slip', 'note narrative/amount truncated']],
  [
    'shanghai-putuo-welfare-2024-unit-budget.pdf',
    [
      'error narrative/amount',
      'note narrative/items list-against-table',
      'note narrative/reason copied-text',
      'note narrative/reason template-residue',
    ],
  ],
  ['shanghai-2024-final-blank-template.pdf', ['note narrative/reason template-residue']],
  ['jiangsu-congress-2019-budget-tables-rotated.pdf', []],
  [
    'jiangsu-procuratorate-2018-budget.pdf',
    [
      'error change/percent',
      'error change/percent decimal-slip',
      'error change/percent decimal-slip',
      // 1,653 in a reason where the item itself prints 1,649.26.
      'note change/parts',
      'note change/percent truncated',
      'note change/percent truncated',
      'note narrative/two-amounts self-contradiction',
      'note shares/percent rounding',
      'note shares/percent rounding',
      'note shares/percent rounding',
      'note shares/percent truncated',
      'note shares/percent truncated',
    ],
  ],
];

describe.skipIf(!existsSync(REPORTS))('the prose of real reports (skipped without ../shared)', () => {
  it.each(FOUND)('%s: all that is there, and nothing else', async (file, expected) => {
    expect(found(await readReport(join(REPORTS, file)))).toEqual(expected);
  });

  it.each(['quanzhou-bigdata-2023-final.txt', 'quanzhou-bigdata-2023-final-rebuilt.pdf'])(
    '%s: the ties of the specification are exact, and every year-on-year statement recomputes',
    async (file) => {
      const report = await readReport(join(REPORTS, file));
      expect(exactTies(report)).toBeGreaterThanOrEqual(39);
      const changes = report.checks.filter(({ check }) => check === 'change/percent');
      expect(changes.filter(({ outcome }) => outcome === 'exact')).toHaveLength(10);
      expect(changes.filter(({ outcome }) => outcome === 'violation')).toEqual([]);
      // The eleventh is 净增加, without a percentage: its direction and its part in the sum are what can be checked.
      expect(report.checks.filter(({ check }) => check === 'change/sum').map(({ outcome }) => outcome)).toEqual([
        'exact',
      ]);
      expect(message(report, 'narrative/list', /伙食补助费.*职业年金缴费/)).toBe(true);
      expect(message(report, 'completion/undisclosed-budget', /公务接待费/)).toBe(true);
    },
  );
});
