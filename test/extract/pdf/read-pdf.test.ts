import { describe, expect, test } from 'vitest';
import type { Block, SourceDocument } from '../../../src/extract/document.js';
import { readPdf } from '../../../src/extract/pdf/read-pdf.js';
import { ownerPasswordPdf, PLAIN_WORD, selfCallingForm } from '../../support/hostile.js';
import { rotated, withoutToUnicode } from '../../support/pdf-variants.js';
import { onePage, streamOf } from './pdf-objects.js';

async function read(bytes: Uint8Array): Promise<SourceDocument> {
  return (await readPdf(bytes, 'report.pdf', 'hash')).document;
}

function textsOf(document: SourceDocument): string[] {
  return document.pages.flatMap(({ runs }) => runs.map(({ text }) => text));
}

/** A table of two columns and two rows, 100 by 20 points each, its top left corner at (100, 100) for the reader. */
const TABLE = [
  ...[700, 680, 660].map((y) => `100 ${y} m 300 ${y} l S`),
  ...[100, 200, 300].map((x) => `${x} 700 m ${x} 660 l S`),
  'BT /F 10 Tf 110 686 Td (301) Tj 100 0 Td (12.50) Tj -100 -20 Td (302) Tj 100 0 Td (7.00) Tj ET',
].join('\n');
/** What a reader of `TABLE` sees, cell by cell. */
const CELLS = ['301', '12.50', '302', '7.00'];

function cellsOf([block]: readonly Block[]): string[] {
  return block?.kind === 'grid' ? block.cells.map(({ text }) => text) : [];
}

test('a page gives its runs with places, its rules and its table', async () => {
  const document = await read(onePage(TABLE));
  expect(document).toMatchObject({ file: 'report.pdf', sha256: 'hash', format: 'pdf' });
  const [page] = document.pages;
  expect(page).toMatchObject({ number: 1, width: 600, height: 800, condition: 'read', reason: null });
  expect(page?.runs).toHaveLength(4);
  expect(page?.runs[0]).toMatchObject({ text: '301', origin: 'text-layer', confidence: null });
  expect(page?.runs[0]?.box.left).toBeCloseTo(110);
  expect(page?.rules).toHaveLength(6);
  expect(document.blocks).toHaveLength(1);
  expect(document.blocks[0]).toMatchObject({ kind: 'grid', method: 'ruled', rows: 2, columns: 2, pages: [1] });
  expect(cellsOf(document.blocks)).toEqual(CELLS);
});

test('lines and tables come in reading order', async () => {
  const page = `${TABLE}\nBT /F 12 Tf 110 740 Td (Title) Tj 0 -120 Td (Note) Tj ET`;
  const { blocks } = await read(onePage(page));
  expect(blocks.map((block) => (block.kind === 'line' ? block.text : block.kind))).toEqual(['Title', 'grid', 'Note']);
});

describe.each([90, 270] as const)('a page that lies on its side (%i)', (angle) => {
  test('is laid out upright, and its places stay those of the reader', async () => {
    const [upright, lying] = await Promise.all([
      read(onePage(TABLE)),
      rotated(onePage(TABLE), angle, 'sideways').then(read),
    ]);
    expect(lying.pages[0]).toMatchObject({ width: 800, height: 600, condition: 'read' });
    expect(cellsOf(lying.blocks)).toEqual(CELLS);
    const box = upright.pages[0]?.runs[1]?.box ?? { left: NaN, top: NaN, right: NaN, bottom: NaN };
    const seen = lying.pages[0]?.runs[1]?.box;
    if (angle === 90) {
      expect(seen?.left).toBeCloseTo(800 - box.bottom);
      expect(seen?.top).toBeCloseTo(box.left);
    } else {
      expect(seen?.left).toBeCloseTo(box.top);
      expect(seen?.top).toBeCloseTo(600 - box.right);
    }
    const [block] = lying.blocks;
    expect(block?.kind === 'grid' && block.cells[1]?.places[0]).toEqual({ page: 1, box: seen });
  });
});

test('nothing of a page that cannot be trusted becomes a line or a cell', async () => {
  const bytes = await withoutToUnicode(onePage('BT /F 10 Tf 100 700 Td (qwertzuiop asdfghjkl yxcvbnm) Tj ET'));
  const { pages, blocks } = await read(bytes);
  expect(pages[0]).toMatchObject({ condition: 'needs-ocr' });
  expect(pages[0]?.runs.length).toBeGreaterThan(0);
  expect(blocks).toEqual([]);
});

test('an empty page is blank', async () => {
  expect((await read(onePage(''))).pages).toMatchObject([{ condition: 'blank', runs: [], rules: [] }]);
});

describe('odd files', () => {
  test.each(['AES-256', 'RC4-128'] as const)('a file protected by its owner reads (%s)', async (algorithm) => {
    expect(textsOf(await read(await ownerPasswordPdf(algorithm)))).toEqual([PLAIN_WORD]);
  });

  test('a form that draws itself does not hang, and the word beside it reads', async () => {
    expect(textsOf(await read(selfCallingForm()))).toEqual([PLAIN_WORD]);
  });

  test('forms inside forms, each with its matrix, stand where they are painted', async () => {
    const inner = streamOf(
      '/Type /XObject /Subtype /Form /BBox [0 0 90 20] /Matrix [1 0 0 1 5 5] /Resources << /Font << /F 5 0 R >> >>',
      'BT /F 10 Tf 0 0 Td (12.50) Tj 200 0 Td (99.99) Tj ET',
    );
    const outer = streamOf(
      '/Type /XObject /Subtype /Form /BBox [0 0 300 300] /Matrix [1 0 0 1 100 600] /Resources << /XObject << /I 7 0 R >> >>',
      'q 1 0 0 1 20 30 cm /I Do Q',
    );
    const document = await read(onePage('/O Do', '/XObject << /O 6 0 R >>', outer, inner));
    expect(textsOf(document)).toEqual(['12.50']);
    expect(document.pages[0]?.runs[0]?.box.left).toBeCloseTo(125);
    expect(document.pages[0]?.runs[0]?.box.bottom).toBeCloseTo(800 - 635 + 1.4);
  });
});
