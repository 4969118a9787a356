import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { ruleNetworks } from '../../src/extract/layout/rule-networks.js';
import { ruledGrid } from '../../src/extract/layout/ruled-grid.js';
import { preparePage } from '../../src/extract/ocr/image/prepare.js';
import type { PreparedPage } from '../../src/extract/ocr/prepared-page.js';

const SCANS = '../shared/scans';
/** A border may lie so far from the true one: pixels of 1/96 inch. */
const NEAR = 2;

interface TruthCell {
  readonly row: number;
  readonly col: number;
  readonly rs: number;
  readonly cs: number;
  readonly kind: string;
  readonly box: readonly [x: number, y: number, width: number, height: number];
}

interface Scan {
  readonly table: number;
  readonly dpi: number;
  readonly scale: number;
  readonly M: readonly [readonly [number, number, number], readonly [number, number, number]];
}

/** Place and position of a cell: `row column rowSpan columnSpan`, rows and columns counted by the borders that are drawn. */
interface Cell {
  readonly position: string;
  readonly sides: readonly [left: number, top: number, right: number, bottom: number];
}

function truthCells(cells: readonly TruthCell[]): Cell[] {
  const ruled = cells.filter(({ kind }) => !['title', 'label', 'note'].includes(kind));
  const ranks = (values: readonly number[]): ((value: number) => number) => {
    const sorted = [...new Set(values.map(Math.round))].sort((a, b) => a - b);
    const distinct = sorted.filter((value, index) => index === 0 || value - (sorted[index - 1] ?? 0) > NEAR);
    return (value) => distinct.findLastIndex((edge) => edge <= Math.round(value) + NEAR);
  };
  const column = ranks(ruled.flatMap(({ box: [x, , width] }) => [x, x + width]));
  const row = ranks(ruled.flatMap(({ box: [, y, , height] }) => [y, y + height]));
  return ruled.map(({ box: [x, y, width, height] }) => ({
    position: [row(y), column(x), row(y + height) - row(y), column(x + width) - column(x)].join(' '),
    sides: [x, y, x + width, y + height],
  }));
}

function foundCells(prepared: PreparedPage, scan: Scan): Cell[] {
  const points = 72 / prepared.dpi;
  const [[a, b, e], [c, d, f]] = scan.M;
  const toTruth = (x: number, y: number): readonly [number, number] => {
    const inFile = prepared.toFile(x / points, y / points);
    const [dx, dy] = [inFile.x - e, inFile.y - f];
    const size = (a * d - b * c) * scan.scale;
    return [(d * dx - b * dy) / size, (a * dy - c * dx) / size];
  };
  const rules = prepared.rules.map(({ direction, at, from, to }) => ({
    direction,
    at: at * points,
    from: from * points,
    to: to * points,
  }));
  return ruleNetworks(rules)
    .flatMap((network) => ruledGrid(network, [], 1)?.grid.cells ?? [])
    .flatMap(({ row, column, rowSpan, columnSpan, places }) => {
      const box = places[0]?.box;
      if (!box) return [];
      const sides = [...toTruth(box.left, box.top), ...toTruth(box.right, box.bottom)] as const;
      return [{ position: [row, column, rowSpan, columnSpan].join(' '), sides }];
    });
}

describe.skipIf(!existsSync(join(SCANS, 'meta.json')))('ruled tables of scans (skipped without ../shared)', () => {
  const isThere = existsSync(join(SCANS, 'meta.json'));
  const meta: Record<string, Scan> = isThere ? JSON.parse(readFileSync(join(SCANS, 'meta.json'), 'utf8')) : {};
  const truth: readonly { readonly no: number; readonly cells: readonly TruthCell[] }[] = isThere
    ? JSON.parse(readFileSync(join(SCANS, 'truth.json'), 'utf8'))
    : [];
  const files = isThere ? readdirSync(SCANS).filter((file) => meta[file] !== undefined) : [];

  it.each(files)('%s: the angle and every cell, none too many', async (file) => {
    const scan = meta[file];
    if (scan === undefined) throw new Error(`${file} has no entry in meta.json`);
    const { data, info } = await sharp(join(SCANS, file)).extractChannel(0).raw().toBuffer({ resolveWithObject: true });
    const { width, height } = info;
    const bilevel = file.startsWith('copy');
    const prepared = await preparePage(
      { width, height, data: new Uint8Array(data), dpi: scan.dpi, source: 'file', bilevel },
      0,
    );
    const angle = (Math.atan2(scan.M[0][1], scan.M[0][0]) * 180) / Math.PI;
    expect(Math.abs(prepared.skew - angle)).toBeLessThan(0.03);
    const found = new Map(foundCells(prepared, scan).map((cell) => [cell.position, cell.sides]));
    const expected = truthCells(truth.find(({ no }) => no === scan.table)?.cells ?? []);
    const missed = expected.filter(({ position, sides }) => {
      const drawn = found.get(position);
      return drawn === undefined || sides.some((side, index) => Math.abs(side - (drawn[index] ?? 0)) > NEAR);
    });
    expect(missed).toEqual([]);
    expect(found.size).toBe(expected.length);
  });
});
