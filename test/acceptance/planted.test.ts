import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { readReport } from '../../src/pipeline.js';
import { compareReports } from '../../src/verify/between/compare.js';
import type { VerifiedReport } from '../../src/verify/check.js';

interface Planted {
  readonly id: string;
  readonly check: string;
  readonly page: number;
  readonly printed: string;
}

const NAME = 'lanze-water-2023-final-planted';
const planted = JSON.parse(readFileSync(`samples/truth/${NAME}.planted.json`, 'utf8')) as readonly Planted[];

let report: VerifiedReport;
let between: VerifiedReport['findings'];

beforeAll(async () => {
  report = await readReport(`samples/${NAME}.pdf`);
  const related = ['lanze-water-2022-final', 'lanze-water-2023-budget'];
  const others = await Promise.all(related.map((name) => readReport(`samples/${name}.pdf`)));
  between = others.flatMap((other) => {
    const comparison = compareReports(other, report);
    return 'pair' in comparison ? comparison.findings : [];
  });
});

describe('contradictions planted into an invented report', () => {
  it.each(planted)('$id: $check on page $page ($printed)', ({ check, page }) => {
    const found = [...report.findings, ...between].filter((finding) => finding.check === check);
    // A statement that is missing stands on no page; what nobody evaluated is told with the tables, not with the sentence that counts them.
    const elsewhere = ['structure/statement-missing', 'evaluation/coverage'].includes(check);
    const there = elsewhere || found.some(({ places }) => places.some((one) => one.page === page));
    expect([found.length > 0, there]).toEqual([true, true]);
  });

  it('are all that is an error or a warning', () => {
    const expected = new Set(planted.map(({ check }) => check));
    // One wrong digit of a table fails in every sum it stands in.
    for (const check of ['across/revenue', 'hierarchy/total']) expected.add(check);
    const others = report.findings.filter(({ severity, check }) => severity !== 'note' && !expected.has(check));
    expect(others.map(({ message }) => message)).toEqual([]);
  });
});

describe.each(['lanze-water-2022-final', 'lanze-water-2023-budget'])('the consistent report %s', (name) => {
  it('has neither errors nor warnings', async () => {
    const { findings } = await readReport(`samples/${name}.pdf`);
    expect(findings.filter(({ severity }) => severity !== 'note').map(({ message }) => message)).toEqual([]);
  });
});
