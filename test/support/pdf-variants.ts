/**
 * Variants of an existing PDF, made in memory: the same report as other producers would have written it.
 * All take the bytes of a PDF and give the bytes of another; the input is not changed.
 */
import { type PDFDict, PDFName, PDFNumber, type PDFPage, type PDFRef } from '@cantoo/pdf-lib';
import { withoutUnicode, withUnicode } from './pdf-cmap.js';
import { type Operation, parseContent, writeContent } from './pdf-content.js';
import { loadPdf, pageContent, savePdf, setPageContent, withContents } from './pdf-file.js';

const PATH = new Set(['m', 'l', 'c', 'v', 'y', 'h', 're']);
const PAINT = new Set(['f', 'F', 'f*', 'S', 's', 'B', 'B*', 'b', 'b*']);
const CLIP = new Set(['W', 'W*']);

/** The report without any drawn rule: painted paths are gone, clips and text stay. */
export function withoutRules(bytes: Uint8Array): Promise<Uint8Array> {
  return withContents(bytes, (content) => {
    const kept: Operation[] = [];
    let path: Operation[] = [];
    for (const operation of parseContent(content)) {
      if (PATH.has(operation.operator) || CLIP.has(operation.operator)) path.push(operation);
      else if (PAINT.has(operation.operator)) {
        if (path.some(({ operator }) => CLIP.has(operator))) kept.push(...path, { operands: [], operator: 'n' });
        path = [];
      } else {
        kept.push(...path, operation);
        path = [];
      }
    }
    return writeContent([...kept, ...path]);
  });
}

const FULL_WIDTH = new Map([
  ...Array.from({ length: 10 }, (_, digit) => [String(digit), String.fromCharCode(0xff10 + digit)] as const),
  [',', '，'],
  ['.', '．'],
  ['-', '－'],
]);

/** Digits, comma, point and minus read as their full-width forms; the look stays. */
export function withFullWidthDigits(bytes: Uint8Array): Promise<Uint8Array> {
  return withUnicode(bytes, (text) => FULL_WIDTH.get(text) ?? text);
}

/** No font says which characters its glyphs stand for: a text layer that cannot be read. */
export function withoutToUnicode(bytes: Uint8Array): Promise<Uint8Array> {
  return withoutUnicode(bytes);
}

const PINYIN = new Map([
  ['决', 'jué'],
  ['算', 'suàn'],
  ['预', 'yù'],
  ['财', 'cái'],
  ['政', 'zhèng'],
  ['支', 'zhī'],
  ['务', 'wù'],
  ['项', 'xiàng'],
]);

/** Some Han characters read with their sound behind them, as scraped mirrors print them: 财(cái)政(zhèng). */
export function withPinyin(bytes: Uint8Array): Promise<Uint8Array> {
  return withUnicode(bytes, (text) => (PINYIN.has(text) ? `${text}(${PINYIN.get(text)})` : text));
}

/** Every text drawn twice, filled and then stroked, as WPS makes bold titles: each glyph is there two times. */
export function textDoubled(bytes: Uint8Array): Promise<Uint8Array> {
  return withContents(bytes, (content) => {
    const written: Operation[] = [];
    let block: Operation[] | null = null;
    for (const operation of parseContent(content)) {
      if (operation.operator === 'BT') block = [];
      if (block === null) {
        written.push(operation);
        continue;
      }
      block.push(operation);
      if (operation.operator !== 'ET') continue;
      const outline = ['q', '1 Tr', '0.2 w'].flatMap((text) => parseContent(text));
      written.push(...block, ...outline, ...block, { operands: [], operator: 'Q' });
      block = null;
    }
    return writeContent(written);
  });
}

/**
 * The report turned in its file.
 * `upright`: the content is turned against /Rotate, so that a reader sees the pages as before.
 * `sideways`: only /Rotate is set, so that a reader sees the text lying on its side.
 * @param angle value of /Rotate, clockwise
 */
export async function rotated(
  bytes: Uint8Array,
  ...[angle, content]: [90 | 270, 'upright'] | [90 | 180 | 270, 'sideways']
): Promise<Uint8Array> {
  const document = await loadPdf(bytes);
  for (const page of document.getPages()) {
    const { width, height } = page.getMediaBox();
    if (content === 'upright') {
      const matrix = angle === 90 ? `0 1 -1 0 ${height} 0 cm` : `0 -1 1 0 0 ${width} cm`;
      setPageContent(page, `q\n${matrix}\n${pageContent(page)}\nQ`);
      page.node.delete(PDFName.of('CropBox'));
      page.setMediaBox(0, 0, height, width);
    }
    page.node.set(PDFName.of('Rotate'), PDFNumber.of(angle));
  }
  return savePdf(document);
}

/** What `withHiddenText` adds: neither may be read, both are in the text layer. */
export const HIDDEN_TEXT = { invisible: '88888.88', clipped: '77777.77' } as const;

/** Adds to every page a number in render mode 3 (invisible) and a number outside of its clip. A picture shows neither. */
export async function withHiddenText(bytes: Uint8Array): Promise<Uint8Array> {
  const document = await loadPdf(bytes);
  const font = document.context.register(
    document.context.obj({ Type: 'Font', Subtype: 'Type1', BaseFont: 'Helvetica', Encoding: 'WinAnsiEncoding' }),
  );
  for (const page of document.getPages()) {
    const key = page.node.newFontDictionary('Hidden', font).asString();
    const { width, height } = page.getMediaBox();
    const [x, y] = [Math.round(width / 3), Math.round(height / 2)];
    setPageContent(
      page,
      [
        `q\n${pageContent(page)}\nQ`,
        `q BT 3 Tr ${key} 9 Tf ${x} ${y} Td (${HIDDEN_TEXT.invisible}) Tj ET Q`,
        `q 0 0 2 2 re W n BT ${key} 9 Tf ${x} ${y - 60} Td (${HIDDEN_TEXT.clipped}) Tj ET Q`,
      ].join('\n'),
    );
  }
  return savePdf(document);
}

/** A PDF of so many pages: the pages of the given one over and over, sharing content and resources. */
export async function repeated(bytes: Uint8Array, pages: number): Promise<Uint8Array> {
  const document = await loadPdf(bytes);
  const { context, catalog } = document;
  const originals = document.getPages();
  const tree = context.obj({ Type: 'Pages', Count: pages });
  const treeRef = context.register(tree);
  const kids = Array.from({ length: pages }, (_, index) => {
    const original = originals[index % originals.length];
    if (original === undefined) throw new Error('expected a PDF with pages, found none');
    return context.register(leaf(original, treeRef));
  });
  tree.set(PDFName.of('Kids'), context.obj(kids));
  for (const key of ['StructTreeRoot', 'MarkInfo', 'Outlines', 'Names', 'Dests']) catalog.delete(PDFName.of(key));
  catalog.set(PDFName.of('Pages'), treeRef);
  return savePdf(document);
}

/** A page dictionary of its own that points to the content of another one. */
function leaf(page: PDFPage, parent: PDFRef): PDFDict {
  const copy = page.doc.context.obj({ Type: 'Page', Parent: parent });
  for (const key of ['MediaBox', 'Resources', 'Contents', 'Rotate'].map(PDFName.of)) {
    const value = page.node.getInheritableAttribute(key);
    if (value !== undefined) copy.set(key, value);
  }
  return copy;
}
