import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { SourceDocument } from '../../../src/extract/document.js';
import { readTextDump } from '../../../src/extract/text/read.js';
import { shownRows } from '../layout/text-grid-rows-shown.js';

const SAMPLE = 'samples/quanzhou-bigdata-2023-final.txt';
const SHARED = '../shared/reports/quanzhou-bigdata-2023-final.txt';

const bytes = readFileSync(SAMPLE);
const sample = readTextDump(bytes, SAMPLE);

function gridsAsText(source: SourceDocument): string {
  const grids = source.blocks.flatMap((block) => (block.kind === 'grid' ? [block] : []));
  return grids
    .map(
      (grid) =>
        `${grid.rows} rows, ${grid.columns} columns, pages ${grid.pages.join(' ')}\n${shownRows(grid).join('\n')}\n`,
    )
    .join('\n');
}

const blocksOfBytes = (variant: Uint8Array): unknown => readTextDump(variant, SAMPLE).blocks;

describe('readTextDump of the Quanzhou report', () => {
  it('reads its nine tables', async () => {
    await expect(gridsAsText(sample)).toMatchFileSnapshot('../../golden/quanzhou-text-grids.txt');
  });

  it('counts pages so that the printed numbers 27, 29 and 36 agree', () => {
    const numbers = sample.blocks.flatMap((block) =>
      block.kind === 'line' && /^\d+$/.test(block.text) ? [block] : [],
    );
    const printed = numbers.filter((line) => ['27', '29', '36'].includes(line.text));
    expect(printed.map((line) => Number(line.text) - line.page)).toEqual([2, 2, 2]);
    expect(sample.pages).toHaveLength(42);
    expect(sample.pages.map((page) => page.number)).toEqual(sample.pages.map((_, index) => index + 1));
  });

  it('names its source', () => {
    expect(sample).toMatchObject({
      file: SAMPLE,
      format: 'text',
      sha256: 'afcf2a2ea5cae534b7d7c344b117e109bad8eb192fbd471b2a4348844c8e66d3',
    });
  });

  it('leaves no unread row in any table', () => {
    const whole = sample.blocks.flatMap((block) =>
      block.kind === 'grid' ? block.cells.filter((cell) => cell.row > 0 && cell.columnSpan === block.columns) : [],
    );
    expect(whole).toEqual([]);
  });

  it('keeps prose, the staff table and the self-evaluation tables as lines', () => {
    const lines = sample.blocks.flatMap((block) => (block.kind === 'line' ? [block.text] : []));
    for (const line of [
      '1.基本支出 298.24 万元。其中，人员支出 279.31 万元，',
      '14',
      '年度资金总额 75.00 75.00 60.20 10 80.27 7',
    ]) {
      expect(lines).toContain(line);
    }
  });

  it.each([
    ['CRLF', new TextEncoder().encode(bytes.toString('utf8').replaceAll('\n', '\r\n'))],
    ['a byte order mark', Uint8Array.from([0xef, 0xbb, 0xbf, ...bytes])],
    ['no line end at the end', new TextEncoder().encode(bytes.toString('utf8').trimEnd())],
  ])('reads the same with %s', (_, variant) => {
    expect(blocksOfBytes(variant)).toEqual(sample.blocks);
  });
});

describe.skipIf(!existsSync(SHARED))('the sample (skipped without ../shared)', () => {
  it('is the dump as published, byte for byte', () => {
    expect(bytes.equals(readFileSync(SHARED))).toBe(true);
  });
});

describe('readTextDump', () => {
  it('tells blank pages from read ones', () => {
    const source = readTextDump(new TextEncoder().encode('甲\f \n\f乙\f'), 'a.txt');
    expect(source.pages.map((page) => page.condition)).toEqual(['read', 'blank', 'read']);
    expect(source.pages[1]?.reason).toBe('nothing is printed on the page');
    expect(source.blocks.map((block) => block.kind === 'line' && [block.page, block.text])).toEqual([
      [1, '甲'],
      [3, '乙'],
    ]);
  });
});
