import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Grid, GridCell, SourceDocument } from '../../../src/extract/document.js';
import { namesOfCode } from '../../../src/normalize/scan/snap-codes.js';
import { snapEdits, withSnappedWords } from '../../../src/normalize/scan/snap-document.js';
import { documentOf, lineOf } from '../../support/document-factory.js';
import { gridOf } from '../../support/grid-factory.js';

const OCR = { engine: 'made-up', model: 'none', dpi: 300, turn: 0, skew: 0, lowQuality: false } as const;

/** The document with these pages read from pictures. */
function scanned(document: SourceDocument, pages: readonly number[] = [1]): SourceDocument {
  return {
    ...document,
    pages: document.pages.map((page) => (pages.includes(page.number) ? { ...page, ocr: OCR } : page)),
  };
}

/** The grid with a reading of every cell that prints something. */
function readGrid(grid: Grid, confidence = 0.8): Grid {
  const cells = grid.cells.map(
    (cell): GridCell => ({
      ...cell,
      confidence,
      readings: cell.text === '' ? [] : [{ engine: OCR.engine, text: cell.text, confidence }],
    }),
  );
  return { ...grid, cells };
}

function gridIn(document: SourceDocument): Grid {
  const grid = document.blocks.find((block) => block.kind === 'grid');
  if (grid === undefined) throw new Error('no grid');
  return grid;
}

function snapped(grid: Grid): Grid {
  return gridIn(withSnappedWords(scanned(documentOf(grid))));
}

/** Rows as drawn. */
function drawn(grid: Grid): string[] {
  return Array.from({ length: grid.rows }, (_, row) =>
    grid.cells.flatMap((cell) => (cell.row === row ? [cell.text] : [])).join(' | '),
  );
}

const CODES = `
  科目编吗 | 科目名称 | 决算数
  3O1 | 工资福利支出 | 20.00
  30101 | 基本工资 | 12.00
  30187 | 续效工资 | 2.31
  30201 | 办公贾 | 5.69`;

describe('a grid that was read from a picture', () => {
  it('prints words and codes as the forms and the catalogue do', () => {
    expect(drawn(snapped(readGrid(gridOf(CODES))))).toEqual([
      '科目编码 | 科目名称 | 决算数',
      '301 | 工资福利支出 | 20.00',
      '30101 | 基本工资 | 12.00',
      '30107 | 绩效工资 | 2.31',
      '30201 | 办公费 | 5.69',
    ]);
  });

  it('keeps what was read in its readings, and names each change', () => {
    const before = readGrid(gridOf(CODES));
    const after = snapped(before);
    expect(after.cells.map(({ readings }) => readings)).toEqual(before.cells.map(({ readings }) => readings));
    expect(snapEdits(after.cells)).toEqual([
      { rule: 'snap', from: '科目编吗', to: '科目编码' },
      { rule: 'snap', from: '3O1', to: '301' },
      { rule: 'snap', from: '30187', to: '30107' },
      { rule: 'snap', from: '续效工资', to: '绩效工资' },
      { rule: 'snap', from: '办公贾', to: '办公费' },
    ]);
    expect(snapEdits(before.cells)).toEqual([]);
    expect(snapEdits(gridOf(CODES).cells)).toEqual([]);
  });

  it.each([
    ['an amount that would be a code without its point', '2.31 | 债务还本支出'],
    ['an amount that lost its point to a blank', '2 31 | 债务还本支出'],
    ['an amount in a column of amounts, one digit off the code of the name beside it', '298 | 社会保障和就业支出'],
    ['a code that the catalogue does not know, with letters', '2l5O999 | 智慧城市专项'],
    ['a known code beside a name of another', '30107 | 办公费'],
    ['dashes and signs', '— | -0.5O'],
    ['an empty cell', ' | 办公费'],
  ])('stays: %s', (_, row) => {
    expect(drawn(snapped(readGrid(gridOf(row))))).toEqual(drawn(gridOf(row)));
  });

  it.each([
    ['the code of the name beside it is one digit off', '298 | 社会保障和就业支出', '208 | 社会保障和就业支出'],
    ['and the name is not sure either', '298 | 社会保璋和就业支出', '208 | 社会保障和就业支出'],
    ['but only where the name has one such code', '2010001 | 行政运行', '2010001 | 行政运行'],
  ])('in a column of codes %s', (_, row, printed) => {
    const [, , last] = drawn(snapped(readGrid(gridOf(`201 | 一般公共服务支出\n210 | 卫生健康支出\n${row}`))));
    expect(last).toBe(printed);
  });

  it('never changes an amount, whatever stands beside it', () => {
    const amount = fc.oneof(
      fc.integer({ min: -9_999_999, max: 99_999_999 }).map((fen) => (fen / 100).toFixed(2)),
      fc
        .integer({ min: 0, max: 99_999_999 })
        .map((fen) => (fen / 100).toLocaleString('en', { minimumFractionDigits: 2 })),
      fc.integer({ min: 0, max: 9_999_999 }).map(String),
      fc.integer({ min: 100, max: 599 }).map((code) => String(code).split('').join(' ')),
      fc.string({ unit: fc.constantFrom(...'0123456789.,-—– %()'), maxLength: 10 }).map((text) => text.trim()),
    );
    const label = fc.constantFrom(
      '社会保障和就业支出',
      '债务还本支岀',
      '绩效工资',
      '续效工资',
      '一、财政拨款收人',
      '合计',
    );
    const row = fc.tuple(amount, label, amount, label, amount);
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 4 }),
        fc.constantFrom(0.3, 0.8, 0.99),
        (rows, confidence) => {
          // Columns of codes are another matter: there the name beside a code may correct it.
          fc.pre(![0, 2].some((column) => isMostlyCodes(rows.map((cells) => cells[column] ?? ''))));
          const before = readGrid(gridOf(rows.map((cells) => `${cells.join(' | ')} `).join('\n')), confidence);
          const amounts = (grid: Grid): string[] =>
            grid.cells.flatMap(({ column, text }) => (column % 2 === 0 ? [text] : []));
          expect(amounts(snapped(before))).toEqual(amounts(before));
        },
      ),
      { numRuns: 300 },
    );
  });
});

function isMostlyCodes(texts: readonly string[]): boolean {
  const printed = texts.filter((text) => text !== '');
  const codes = printed.filter((text) => namesOfCode(text.replaceAll(' ', '')).length > 0);
  return codes.length * 2 > printed.length;
}

describe('what was not read from a picture', () => {
  it('is not touched: a document of digital pages', () => {
    const document = documentOf('，2023年收入支出块算总表', gridOf(CODES));
    expect(withSnappedWords(document)).toBe(document);
  });

  it('is not touched: digital lines and grids beside a scanned page', () => {
    const document = scanned(
      documentOf(lineOf('，收入支出块算总表', 1), lineOf('，收入支出块算总表', 2), gridOf(CODES)),
      [2],
    );
    const [digital, picture, grid] = withSnappedWords(document).blocks;
    expect(digital).toEqual(document.blocks[0]);
    expect(picture).toMatchObject({ text: '收入支出决算总表' });
    expect(grid).toBe(document.blocks[2]);
  });
});

describe('a line of a scanned page', () => {
  it.each([
    ['，。一、部门职责', '一、部门职责'],
    ['” ：2023年度收入支出块算总表', '2023年度收入支出决算总表'],
    ['）单位：万元', '单位：万元'],
    // Only what stands before it goes.
    ['本年支出合计2.31万元，比上年增加。', '本年支出合计2.31万元，比上年增加。'],
    ['“三公”经费', '“三公”经费'],
    ['（一）续效工资', '（一）续效工资'],
    ['-0.31', '-0.31'],
  ])('%j says %j', (read, said) => {
    expect(withSnappedWords(scanned(documentOf(read))).blocks).toEqual([lineOf(said)]);
  });
});
