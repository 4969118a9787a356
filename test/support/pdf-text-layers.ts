/**
 * The same pages with text layers that say something else than what is printed: made in memory out of an existing PDF, whose look stays.
 */
import { PDFDocument } from '@cantoo/pdf-lib';
import { withUnicode } from './pdf-cmap.js';
import { loadPdf, pageContent, savePdf, setPageContent } from './pdf-file.js';

const HAN = /^\p{Script=Han}$/u;

/** Only these pages (from 1) of a PDF. */
export async function pagesOf(bytes: Uint8Array, pages: readonly number[]): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const copied = await document.copyPages(
    await loadPdf(bytes),
    pages.map((page) => page - 1),
  );
  for (const page of copied) document.addPage(page);
  return savePdf(document);
}

/** What a wrong character map makes of one character. */
const WRONG_MAPS = {
  'private use': (text: string) => (HAN.test(text) ? privateUse(text) : text),
  'private use for digits': (text: string) => (/^\d$/.test(text) ? String.fromCharCode(0xe100 + Number(text)) : text),
  'Han shifted': (text: string) => (HAN.test(text) ? String.fromCodePoint((text.codePointAt(0) ?? 0) + 7) : text),
  'UTF-8 taken for GBK': (text: string) =>
    HAN.test(text) ? new TextDecoder('gbk').decode(Buffer.from(`${text}${text}`, 'utf8')).charAt(0) : text,
  'GBK taken for Latin-1': (text: string) => (HAN.test(text) ? latin(text) : text),
  'every character one further': (text: string) => String.fromCodePoint((text.codePointAt(0) ?? 0) + 1),
  'digits one further': (text: string) => (/^\d$/.test(text) ? String((Number(text) + 1) % 10) : text),
  blanks: () => ' ',
  nothing: () => '',
} as const;

export type WrongMap = keyof typeof WRONG_MAPS;

/** Every font of the PDF gets a wrong character map of this kind. */
export function withWrongMap(bytes: Uint8Array, kind: WrongMap): Promise<Uint8Array> {
  return withUnicode(bytes, WRONG_MAPS[kind]);
}

/**
 * Han characters exchanged among each other: the characters of a report, and none where it belongs, as where a subset was numbered
 * anew and its map was not.
 */
export async function withExchangedHan(bytes: Uint8Array): Promise<Uint8Array> {
  const used = new Set<string>();
  await withUnicode(bytes, (text) => {
    if (HAN.test(text)) used.add(text);
    return text;
  });
  const han = [...used];
  return withUnicode(bytes, (text) => {
    const at = han.indexOf(text);
    return at < 0 ? text : (han[(at + 1) % han.length] ?? text);
  });
}

/** Pages with text of an engine of old laid under their picture: invisible, and misread. */
export async function withInvisibleText(bytes: Uint8Array, text: string): Promise<Uint8Array> {
  return withText(bytes, (content, key) => `q\n${content}\nQ\nq BT 3 Tr ${key} 9 Tf 100 400 Td (${text}) Tj ET Q`);
}

/** The same, hidden by being painted before the picture. */
export async function withTextBelow(bytes: Uint8Array, text: string): Promise<Uint8Array> {
  return withText(bytes, (content, key) => `q BT ${key} 9 Tf 100 400 Td (${text}) Tj ET Q\nq\n${content}\nQ`);
}

/** A line of visible text in the upper margin of every page. */
export async function withHeadLine(bytes: Uint8Array, text: string): Promise<Uint8Array> {
  return withText(
    bytes,
    (content, key, height) => `q\n${content}\nQ\nq BT ${key} 9 Tf 60 ${height - 30} Td (${text}) Tj ET Q`,
  );
}

async function withText(
  bytes: Uint8Array,
  change: (content: string, key: string, height: number) => string,
): Promise<Uint8Array> {
  const document = await loadPdf(bytes);
  const font = document.context.register(
    document.context.obj({ Type: 'Font', Subtype: 'Type1', BaseFont: 'Helvetica', Encoding: 'WinAnsiEncoding' }),
  );
  for (const page of document.getPages()) {
    const key = page.node.newFontDictionary('Laid', font).asString();
    setPageContent(page, change(pageContent(page), key, page.getHeight()));
  }
  return savePdf(document);
}

function privateUse(text: string): string {
  return String.fromCharCode(0xe000 + ((text.codePointAt(0) ?? 0) % 0x1800));
}

/** Any two letters of the upper half of Latin-1: which, is not the point. */
function latin(text: string): string {
  const code = text.codePointAt(0) ?? 0;
  return String.fromCharCode(0xc0 + (code % 0x3f), 0xc0 + ((code >> 6) % 0x3f));
}
