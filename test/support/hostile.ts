/** Inputs that are no readable report: what a reader meets in a folder of downloads, and what someone may send on purpose. */
import { PDFDocument } from '@cantoo/pdf-lib';

/** A file of no bytes: a download that failed. */
export function emptyFile(): Uint8Array {
  return new Uint8Array(0);
}

/** Bytes without any sense, always the same ones. */
export function randomBytes(length: number): Uint8Array {
  let state = 2_463_534_242;
  return Uint8Array.from({ length }, () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state & 0xff;
  });
}

/** The error page of a web server, saved under the name of a report. */
export function htmlNamedPdf(): Uint8Array {
  return Buffer.from(
    '<!DOCTYPE html>\n<html lang="zh"><head><meta charset="utf-8"><title>404</title></head>' +
      '<body><h1>您访问的页面不存在</h1><p>2024年度部门决算.pdf</p></body></html>\n',
  );
}

/** The first 49 % of a file: a broken download. */
export function truncated(bytes: Uint8Array): Uint8Array {
  return bytes.slice(0, Math.floor(bytes.length * 0.49));
}

/** A page tree whose second node has the first as its child. */
export function cyclicPageTree(): Uint8Array {
  return pdfFile([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
    '<< /Type /Pages /Parent 2 0 R /Count 1 /Kids [2 0 R] >>',
  ]);
}

/** A sound PDF whose page tree is empty. */
export function withoutPages(): Uint8Array {
  return pdfFile(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Count 0 /Kids [] >>']);
}

/** The word that is printed on the page of `selfCallingForm` and of the protected files. */
export const PLAIN_WORD = 'JUESUAN';

/** One page with a word and a form XObject that draws itself without end. */
export function selfCallingForm(): Uint8Array {
  return pdfFile([
    ...onePage('/XObject << /Again 6 0 R >>', `BT /F 12 Tf 72 700 Td (${PLAIN_WORD}) Tj ET /Again Do`),
    stream('/Type /XObject /Subtype /Form /BBox [0 0 10 10] /Resources << /XObject << /Again 6 0 R >> >>', '/Again Do'),
  ]);
}

/** A PDF that asks for a password (AES-256); the password is `geheim`. */
export function userPasswordPdf(): Promise<Uint8Array> {
  return encrypted({ userPassword: 'geheim', ownerPassword: 'chef' });
}

/** A PDF that anyone may open and only the owner may change (AES-256, or RC4 with 128 bits as older tools write). */
export function ownerPasswordPdf(algorithm: 'AES-256' | 'RC4-128'): Promise<Uint8Array> {
  return encrypted({ ownerPassword: 'chef', algorithm, allowWeakCryptography: true });
}

async function encrypted(options: Parameters<PDFDocument['encrypt']>[0]): Promise<Uint8Array> {
  const plain = pdfFile(onePage('', `BT /F 12 Tf 72 700 Td (${PLAIN_WORD}) Tj ET`));
  const document = await PDFDocument.load(plain, { updateMetadata: false });
  document.encrypt(options);
  return document.save({ useObjectStreams: false });
}

/** Objects 1 to 5 of a file with one page: catalog, tree, page, content, font. */
function onePage(resources: string, content: string): string[] {
  return [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> ${resources} >> >>`,
    stream('', content),
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ];
}

function stream(entries: string, content: string): string {
  return `<< ${entries} /Length ${content.length} >>\nstream\n${content}\nendstream`;
}

/** Writes a PDF from its objects, numbered from 1; the first is the catalog. */
function pdfFile(objects: readonly string[]): Uint8Array {
  let file = '%PDF-1.7\n';
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const start = file.length;
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}
