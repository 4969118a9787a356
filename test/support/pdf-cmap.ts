import { PDFDict, type PDFDocument, PDFName, PDFRef, PDFStream } from '@cantoo/pdf-lib';
import { loadPdf, savePdf, streamText } from './pdf-file.js';

const TO_UNICODE = PDFName.of('ToUnicode');
const CHUNK = 100;

/** Changes what the text layer of a PDF says, not how it looks: every entry of the ToUnicode maps passes `change`. */
export async function withUnicode(bytes: Uint8Array, change: (text: string) => string): Promise<Uint8Array> {
  const document = await loadPdf(bytes);
  for (const font of fonts(document)) {
    const map = document.context.lookup(font.get(TO_UNICODE), PDFStream);
    const entries = readCMap(streamText(map)).map(([code, text]) => [code, change(text)] as const);
    const written = document.context.flateStream(Buffer.from(writeCMap(entries), 'latin1'));
    font.set(TO_UNICODE, document.context.register(written));
  }
  return savePdf(document);
}

/** Removes every ToUnicode map: glyphs without meaning. */
export async function withoutUnicode(bytes: Uint8Array): Promise<Uint8Array> {
  const document = await loadPdf(bytes);
  for (const font of fonts(document)) {
    const map = font.get(TO_UNICODE);
    font.delete(TO_UNICODE);
    if (map instanceof PDFRef) document.context.delete(map);
  }
  return savePdf(document);
}

/** All font dictionaries with a ToUnicode map. */
function fonts(document: PDFDocument): PDFDict[] {
  return document.context
    .enumerateIndirectObjects()
    .map(([, object]) => object)
    .filter((object): object is PDFDict => object instanceof PDFDict && object.has(TO_UNICODE));
}

type CMapEntry = readonly [code: string, text: string];

/** Entries of a ToUnicode map, ranges written out (ISO 32000-1, 9.10.3). Codes stay in hexadecimal. */
function readCMap(cmap: string): CMapEntry[] {
  const entries: CMapEntry[] = [];
  for (const [, kind, block = ''] of cmap.matchAll(/begin(bfchar|bfrange)([\s\S]*?)endbf/g)) {
    if (kind === 'bfchar') {
      for (const [, code = '', text = ''] of block.matchAll(/<([^>]*)>\s*<([^>]*)>/g))
        entries.push([code, fromUtf16(text)]);
      continue;
    }
    for (const [, from = '', to = '', text = '', list] of block.matchAll(
      /<([^>]*)>\s*<([^>]*)>\s*(?:<([^>]*)>|\[([^\]]*)\])/g,
    )) {
      const listed = list?.match(/[0-9A-Fa-f]+/g);
      for (let index = 0; index <= Number.parseInt(to, 16) - Number.parseInt(from, 16); index++) {
        const code = (Number.parseInt(from, 16) + index).toString(16).padStart(from.length, '0');
        entries.push([code, listed ? fromUtf16(listed[index] ?? '') : following(fromUtf16(text), index)]);
      }
    }
  }
  return entries;
}

/** The text of a later member of a range: its last character counts up. */
function following(text: string, steps: number): string {
  return text.slice(0, -1) + String.fromCharCode(text.charCodeAt(text.length - 1) + steps);
}

function writeCMap(entries: readonly CMapEntry[]): string {
  const chunks: string[] = [];
  for (let at = 0; at < entries.length; at += CHUNK) {
    const lines = entries.slice(at, at + CHUNK).map(([code, text]) => `<${code}> <${toUtf16(text)}>`);
    chunks.push(`${lines.length} beginbfchar\n${lines.join('\n')}\nendbfchar`);
  }
  const width = entries[0]?.[0].length ?? 4;
  return [
    '/CIDInit /ProcSet findresource begin',
    '12 dict begin',
    'begincmap',
    '/CMapName /Adobe-Identity-UCS def',
    '/CMapType 2 def',
    '1 begincodespacerange',
    `<${'0'.repeat(width)}> <${'F'.repeat(width)}>`,
    'endcodespacerange',
    ...chunks,
    'endcmap',
    'CMapName currentdict /CMap defineresource pop',
    'end',
    'end',
  ].join('\n');
}

function fromUtf16(hex: string): string {
  return Buffer.from(hex.replace(/\s/g, ''), 'hex').swap16().toString('utf16le');
}

function toUtf16(text: string): string {
  return Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase();
}
