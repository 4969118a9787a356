import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { corpusReports } from '../../../samples/make/corpus/corpus.js';
import type { CorpusReport } from '../../../samples/make/corpus/report.js';
import { sha256 } from '../../../samples/make/sample.js';
import type { TruthRow } from '../../../samples/make/truth.js';
import { readReport } from '../../../src/pipeline.js';
import { pageTexts } from '../../support/pdf-text.js';

/** As many as hold every layout and both kinds of the national one. */
const REPORTS = 18;
const LAYOUTS = [
  { layout: '部门预算', kind: 'budget', level: 'department' },
  { layout: '部门决算', kind: 'final_accounts', level: 'department' },
  { layout: '单位决算', kind: 'final_accounts', level: 'unit' },
  { layout: '单位预算', kind: 'budget', level: 'unit' },
] as const;

let reports: CorpusReport[];
beforeAll(() => {
  reports = [...corpusReports({ reports: REPORTS, seed: 1, planted: 0 })];
});

function reportsOf(kind: string, level: string): CorpusReport[] {
  return reports.filter(({ truth }) => truth.kind === kind && truth.level === level);
}

test('the same seed gives the same bytes, and a smaller corpus begins the larger one', () => {
  const again = [...corpusReports({ reports: 5, seed: 1, planted: 0 })];
  expect(again.map(({ bytes }) => sha256(bytes))).toEqual(reports.slice(0, 5).map(({ truth }) => truth.sha256));
  const [other] = corpusReports({ reports: 1, seed: 2, planted: 0 });
  expect(other?.truth.sha256).not.toBe(reports[0]?.truth.sha256);
});

test('no two reports have one file name', () => {
  const many = [...corpusReports({ reports: 60, seed: 3, planted: 0 })].map(({ truth }) => truth.file);
  expect(new Set(many).size).toBe(60);
});

test.each(LAYOUTS)('a $layout holds its truth in the text layer, on 20 to 40 pages', async ({ kind, level }) => {
  const [report] = reportsOf(kind, level);
  const pages = [...new Set(report?.truth.statements.flatMap((statement) => statement.pages))];
  const texts = await pageTexts(report?.bytes ?? Buffer.alloc(0), pages);
  const rows = report?.truth.statements.flatMap((statement) => statement.rows) ?? [];
  expect(rows.length).toBeGreaterThan(100);
  for (const { label, values, page } of rows) {
    const text = texts[pages.indexOf(page)] ?? '';
    expect(text).toContain(label.replace(/\s/g, ''));
    for (const value of values) expect(text).toContain((value ?? '').replace(/\s/g, ''));
  }
  const count = report?.bytes.toString('latin1').match(/\/Type\/Page\//g)?.length;
  expect(count).toBeGreaterThanOrEqual(20);
  expect(count).toBeLessThanOrEqual(40);
});

describe('the chain of years', () => {
  test('the closing balance of a year is the opening balance of the next', () => {
    const bodies = new Set(reportsOf('final_accounts', 'unit').map(({ truth }) => truth.body));
    let compared = 0;
    for (const body of bodies) {
      const years = reportsOf('final_accounts', 'unit').filter(({ truth }) => truth.body === body);
      for (const [index, next] of years.slice(1).entries()) {
        expect(summaryRow(next, '年初结转和结余')).toEqual(summaryRow(years[index], '年末结转和结余'));
        compared++;
      }
    }
    expect(compared).toBeGreaterThanOrEqual(3);
  });
});

function summaryRow(report: CorpusReport | undefined, label: string): TruthRow['values'] | undefined {
  const summary = report?.truth.statements.find(({ form }) => form === 'FA01');
  return summary?.rows.find((row) => row.label === label)?.values;
}

describe('planted contradictions', () => {
  test('one cell of a planted report is wrong, and its truth says which', async () => {
    const planted = [...corpusReports({ reports: 1, seed: 1, planted: 100 })];
    const [{ bytes, truth } = { bytes: Buffer.alloc(0), truth: undefined }] = planted;
    const [cell] = truth?.planted ?? [];
    const row = truth?.statements.find(({ form }) => form === cell?.form)?.rows.find(({ code }) => code === cell?.code);
    expect(row?.values[0]).toBe(cell?.printed);
    expect(cell?.printed).not.toBe(cell?.right);
    const findings = await findingsOf(bytes);
    expect(findings.filter(({ severity }) => severity === 'error').length).toBeGreaterThan(0);
    expect(findings.some(({ message }) => message.includes(cell?.printed ?? 'none'))).toBe(true);
  });

  test.each(LAYOUTS)('a $layout without one has no errors and no warnings', async ({ kind, level }) => {
    const findings = await findingsOf(reportsOf(kind, level)[0]?.bytes ?? Buffer.alloc(0));
    expect(findings.filter(({ severity }) => severity !== 'note').map(({ message }) => message)).toEqual([]);
  });
});

async function findingsOf(bytes: Buffer): Promise<readonly { severity: string; message: string }[]> {
  const folder = mkdtempSync(join(tmpdir(), 'juesuan-corpus-'));
  try {
    const file = join(folder, 'report.pdf');
    writeFileSync(file, bytes);
    return (await readReport(file)).findings;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
