import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Color, PDFDocument, type PDFFont, type PDFPage, rgb } from '@cantoo/pdf-lib';
import * as fontkit from 'fontkit';
import { unpackWoff } from '../../samples/make/woff.js';

/*
 * One invented statement, printed in the ways in which tables of such reports are bordered.
 */

/** How the borders of the table are drawn. */
export const TABLE_STYLES = [
  'ruled',
  'unruled',
  'broken',
  'open sides',
  'three lines',
  'row rules',
  'grey rules',
  'dotted rules',
  'dark head',
] as const;
export type TableStyle = (typeof TABLE_STYLES)[number];

const TITLE = '一般公共预算财政拨款支出决算表';
export const HEAD = ['功能分类科目编码', '科目名称', '小计', '基本支出', '项目支出'] as const;
/** Code, name, and amounts: sum, 基本支出, 项目支出. Every level adds up. */
export const ROWS: readonly (readonly string[])[] = [
  ['', '合计', '1,482.37', '964.12', '518.25'],
  ['201', '一般公共服务支出', '1,103.69', '607.89', '495.80'],
  ['20103', '政府办公厅（室）及相关机构事务', '1,103.69', '607.89', '495.80'],
  ['2010301', '行政运行', '607.89', '607.89', ''],
  ['2010302', '一般行政管理事务', '471.35', '', '471.35'],
  ['2010399', '其他政府办公厅（室）及相关机构事务支出', '24.45', '', '24.45'],
  ['208', '社会保障和就业支出', '187.46', '165.01', '22.45'],
  ['20805', '行政事业单位养老支出', '165.01', '165.01', ''],
  ['2080501', '行政单位离退休', '38.60', '38.60', ''],
  ['2080505', '机关事业单位基本养老保险缴费支出', '84.27', '84.27', ''],
  ['2080506', '机关事业单位职业年金缴费支出', '42.14', '42.14', ''],
  ['20899', '其他社会保障和就业支出', '22.45', '', '22.45'],
  ['2089999', '其他社会保障和就业支出', '22.45', '', '22.45'],
  ['210', '卫生健康支出', '71.18', '71.18', ''],
  ['21011', '行政事业单位医疗', '71.18', '71.18', ''],
  ['2101101', '行政单位医疗', '71.18', '71.18', ''],
  ['221', '住房保障支出', '120.04', '120.04', ''],
  ['22102', '住房改革支出', '120.04', '120.04', ''],
  ['2210201', '住房公积金', '78.52', '78.52', ''],
  ['2210203', '购房补贴', '41.52', '41.52', ''],
];

const SIZE = 10;
const ROW = 22;
const TOP = 150;
const COLUMNS = [56, 136, 336, 404, 472, 540];
const PAGE = [595.28, 841.89] as const;
const BLACK = rgb(0, 0, 0);
const WHITE = rgb(1, 1, 1);
const FONT = '@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-400-normal.woff';

/** The statement on one page. */
export async function statementIn(style: TableStyle): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  document.registerFontkit(fontkit);
  const file = createRequire(import.meta.url).resolve(FONT);
  const font = await document.embedFont(unpackWoff(readFileSync(file)), { subset: true });
  const page = document.addPage([...PAGE]);
  const lines = [HEAD, ...ROWS];
  const bottom = TOP + lines.length * ROW;
  write(page, font, TITLE, 'centre', [0, PAGE[0]], 90, 16, BLACK);
  write(page, font, '编制单位：某市某局', 'left', [56, 300], 136, SIZE, BLACK);
  write(page, font, '单位：万元', 'right', [300, 540], 136, SIZE, BLACK);
  if (style === 'dark head')
    page.drawRectangle({ x: 56, y: PAGE[1] - TOP - ROW, width: 484, height: ROW, color: rgb(0.12, 0.3, 0.55) });
  drawRules(page, style, bottom, lines.length);
  lines.forEach((cells, row) => {
    const baseline = TOP + row * ROW + ROW / 2 + SIZE * 0.36;
    const colour = style === 'dark head' && row === 0 ? WHITE : BLACK;
    cells.forEach((text, column) => {
      const between = [COLUMNS[column] ?? 0, COLUMNS[column + 1] ?? 0] as const;
      const align = row === 0 ? 'centre' : column < 2 ? 'left' : 'right';
      write(page, font, text, align, between, baseline, text.length > 16 ? 9 : SIZE, colour);
    });
  });
  return document.save({ useObjectStreams: true });
}

function drawRules(page: PDFPage, style: TableStyle, bottom: number, rows: number): void {
  const look =
    style === 'grey rules' ? { color: rgb(0.78, 0.78, 0.78), thickness: 0.5 } : { color: BLACK, thickness: 0.6 };
  const dash = style === 'dotted rules' ? { dashArray: [1, 1.5] } : {};
  const line = (x1: number, y1: number, x2: number, y2: number): void =>
    page.drawLine({ start: { x: x1, y: PAGE[1] - y1 }, end: { x: x2, y: PAGE[1] - y2 }, ...look, ...dash });
  const [left, right] = [56, 540];
  const across = Array.from({ length: rows + 1 }, (_, row) => TOP + row * ROW);
  if (style === 'unruled') return;
  if (style === 'three lines') {
    for (const y of [TOP, TOP + ROW, bottom]) line(left, y, right, y);
    return;
  }
  if (style === 'broken') {
    // A worn copy: of each rule a third is gone, in pieces.
    for (const [at, y] of across.entries())
      for (let x = left; x < right; x += 40) if ((at + x / 40) % 3 >= 1) line(x, y, Math.min(right, x + 36), y);
    for (const [at, x] of COLUMNS.entries())
      for (let y = TOP; y < bottom; y += 30) if ((at + y / 30) % 4 >= 1) line(x, y, x, Math.min(bottom, y + 27));
    return;
  }
  for (const y of across) line(left, y, right, y);
  if (style === 'row rules') return;
  for (const x of style === 'open sides' ? COLUMNS.slice(1, -1) : COLUMNS) line(x, TOP, x, bottom);
}

function write(
  page: PDFPage,
  font: PDFFont,
  text: string,
  align: 'left' | 'centre' | 'right',
  [from, to]: readonly [number, number],
  baseline: number,
  size: number,
  color: Color,
): void {
  const width = font.widthOfTextAtSize(text, size);
  const x = align === 'left' ? from + 4 : align === 'right' ? to - 4 - width : (from + to - width) / 2;
  page.drawText(text, { x, y: PAGE[1] - baseline, size, font, color });
}
