import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readPdf } from '../../../src/extract/pdf/read-pdf.js';
import { contentsLines } from '../../../src/normalize/segment/contents.js';
import { identify } from '../../../src/normalize/segment/cover.js';
import { runningLines } from '../../../src/normalize/segment/running-heads.js';
import { sectionsOf } from '../../../src/normalize/segment/sections.js';

const FOLDER = '../shared/reports';

/** Identity, and how many sections of the levels 1, 2, 3 and deeper a report has, counted on the pages by eye. */
const REPORTS = [
  [
    'jiangsu-congress-2019-budget-tables-rotated',
    'budget department 2019 江苏省人大常委会办公厅 320000',
    [0, 12, 0, 0],
  ],
  ['jiangsu-procuratorate-2018-budget', 'budget department 2018 江苏省人民检察院 320000', [4, 28, 13, 0]],
  ['shanghai-2024-final-blank-template', 'final-accounts department 2024 - -', [4, 22, 8, 0]],
  ['shanghai-putuo-finance-2024-final', 'final-accounts department 2024 上海市普陀区财政局 310107', [4, 22, 8, 0]],
  ['shanghai-putuo-finance-2025-budget', 'budget department 2025 上海市普陀区财政局 310107', [6, 21, 0, 0]],
  ['shanghai-putuo-office-2025-budget', 'budget department 2025 上海市普陀区人民政府办公室 310107', [6, 21, 0, 0]],
  [
    'shanghai-putuo-wanli-2024-budget',
    'budget department 2024 上海市普陀区人民政府万里街道办事处 310107',
    [6, 21, 0, 0],
  ],
  [
    'shanghai-putuo-wanli-2025-budget',
    'budget department 2025 上海市普陀区人民政府万里街道办事处 310107',
    [6, 21, 0, 0],
  ],
  ['shanghai-putuo-welfare-2024-unit-budget', 'budget unit 2024 上海市普陀区社会福利院 310107', [5, 14, 0, 0]],
] as const;

// Skipped where ../shared is missing: reports of other bodies are no part of the repository.
describe.skipIf(!existsSync(FOLDER))('reports in ../shared', () => {
  it.each(REPORTS)('%s', async (name, identity, levels) => {
    const bytes = new Uint8Array(readFileSync(`${FOLDER}/${name}.pdf`));
    const { blocks, pages } = (await readPdf(bytes, `${name}.pdf`, '')).document;
    const contents = contentsLines(blocks);
    const { kind, scope, fiscalYear, agency, region } = identify({ blocks, contents, file: '' });
    const { sections } = sectionsOf(blocks, { contents, running: runningLines(blocks, pages) });
    const count = (from: number, to: number): number =>
      sections.filter(({ level }) => level >= from && level <= to).length;
    expect(`${kind} ${scope} ${fiscalYear} ${agency?.name ?? '-'} ${region?.code ?? '-'}`).toBe(identity);
    expect([count(1, 1), count(2, 2), count(3, 3), count(4, 6)]).toEqual(levels);
  });
});
