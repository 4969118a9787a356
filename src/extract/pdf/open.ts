import { createRequire } from 'node:module';
import path from 'node:path';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import {
  CyclicPageTreeError,
  DamagedPdfError,
  EmptyFileError,
  InputError,
  NoPagesError,
  PasswordNeededError,
  TooLargeError,
  TruncatedPdfError,
  UnknownFormatError,
} from '../../errors.js';
import { MOST_PAGES } from '../limits.js';
import { boundedOperators } from './bounded-operators.js';
import type { OperatorList } from './interpret.js';
import { decodeAtFullResolution } from './page-image-jpx.js';
import { loadPdfjs } from './pdfjs.js';
import { outliveStrayRejections } from './stray-rejections.js';
import { checkStreams } from './streams/check-streams.js';
import { UNPAINTED } from './unpainted.js';

const PACKAGE = path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/**
 * Opens a PDF with the character maps, standard fonts and decoders of the pdfjs-dist package itself: nothing is fetched.
 * A PDF with only an owner password opens. The caller closes it with `destroy()`.
 * @param use `read`: its operators are read, which takes less, but a page of it that is painted shows no text
 * @throws one error class for each kind of unreadable input, all of them `InputError`
 */
export async function openPdf(
  bytes: Uint8Array,
  file: string,
  use: 'read' | 'paint' = 'paint',
): Promise<PDFDocumentProxy> {
  if (bytes.length === 0) throw new EmptyFileError(file);
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  if (!head.includes('%PDF-')) throw new UnknownFormatError(file, 'no PDF header');
  if (isCutOff(bytes)) throw new TruncatedPdfError(file);
  await checkStreams(bytes, file);
  outliveStrayRejections();
  decodeAtFullResolution();
  const { getDocument } = await loadPdfjs();
  // pdf.js takes the buffer over, so it gets a copy; and it refuses Node's `Buffer`, whose `slice` gives no plain array.
  const task = getDocument({
    data: new Uint8Array(bytes),
    cMapUrl: path.join(PACKAGE, 'cmaps/'),
    cMapPacked: true,
    standardFontDataUrl: path.join(PACKAGE, 'standard_fonts/'),
    wasmUrl: path.join(PACKAGE, 'wasm/'),
    iccUrl: path.join(PACKAGE, 'iccs/'),
    isEvalSupported: false,
    useSystemFonts: false,
    ...(use === 'read' ? UNPAINTED : { disableFontFace: true }),
    stopAtErrors: false,
    verbosity: 0,
  });
  try {
    const document = await task.promise;
    if (document.numPages <= 0) throw new NoPagesError(file);
    if (document.numPages > MOST_PAGES)
      throw new TooLargeError(file, `it has ${document.numPages} pages, and at most ${MOST_PAGES} are read`);
    await document.getPage(1);
    return document;
  } catch (error) {
    await task.destroy();
    throw asInputError(error, file);
  }
}

/**
 * A page and what it paints. pdf.js opens a file whose later pages cannot be found, so a fault may show only here.
 * @param number from 1
 * @throws the same classes as `openPdf`
 */
export async function openPage(
  document: PDFDocumentProxy,
  number: number,
  file: string,
): Promise<{ readonly page: PDFPageProxy; readonly operators: OperatorList }> {
  try {
    const page = await document.getPage(number);
    return { page, operators: await boundedOperators(page, file) };
  } catch (error) {
    throw asInputError(error, file);
  }
}

/** Beginning of an object in a PDF. */
const OBJECT = /\b\d+ \d+ obj\b/;

/**
 * Whether the end of the file is missing. pdf.js would mend such a file and open it without the pages that are gone, with half of
 * one, or as it was before its last change. Behind the last pointer to the cross-reference table nothing but an end marker may
 * follow, or bytes that a server appended; objects there belong to a change, or to a linearized file, whose own end is missing.
 */
function isCutOff(bytes: Uint8Array): boolean {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const pointer = content.lastIndexOf('startxref', undefined, 'latin1');
  const marker = content.lastIndexOf('%%EOF', undefined, 'latin1');
  const end = Math.max(pointer, marker);
  return end < 0 || OBJECT.test(content.toString('latin1', end));
}

function asInputError(error: unknown, file: string): Error {
  if (!(error instanceof Error)) return new DamagedPdfError(file, String(error));
  if (error instanceof InputError) return error;
  if (error.name === 'PasswordException') return new PasswordNeededError(file, { cause: error });
  if (/circular|cycl|reference loop/i.test(error.message)) return new CyclicPageTreeError(file, { cause: error });
  return new DamagedPdfError(file, error.message, { cause: error });
}
