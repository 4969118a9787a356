import { createRequire } from 'node:module';
import path from 'node:path';
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import {
  CyclicPageTreeError,
  DamagedPdfError,
  EmptyFileError,
  NoPagesError,
  PasswordNeededError,
  TruncatedPdfError,
  UnknownFormatError,
} from '../../errors.js';

const PACKAGE = path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/**
 * Opens a PDF with the character maps, standard fonts and decoders of the pdfjs-dist package itself: nothing is fetched.
 * A PDF with only an owner password opens. The caller closes it with `destroy()`.
 * @throws one error class for each kind of unreadable input, all of them `InputError`
 */
export async function openPdf(bytes: Uint8Array, file: string): Promise<PDFDocumentProxy> {
  if (bytes.length === 0) throw new EmptyFileError(file);
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  if (!head.includes('%PDF-')) throw new UnknownFormatError(file, 'no PDF header');
  // pdf.js takes the buffer over; the caller's bytes stay untouched.
  const task = getDocument({
    data: bytes.slice(),
    cMapUrl: path.join(PACKAGE, 'cmaps/'),
    cMapPacked: true,
    standardFontDataUrl: path.join(PACKAGE, 'standard_fonts/'),
    wasmUrl: path.join(PACKAGE, 'wasm/'),
    iccUrl: path.join(PACKAGE, 'iccs/'),
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    stopAtErrors: false,
    verbosity: 0,
  });
  try {
    const document = await task.promise;
    if (document.numPages > 0) await document.getPage(1);
    else throw new NoPagesError(file);
    return document;
  } catch (error) {
    await task.destroy();
    throw asInputError(error, bytes, file);
  }
}

function asInputError(error: unknown, bytes: Uint8Array, file: string): Error {
  if (!(error instanceof Error)) return new DamagedPdfError(file, String(error));
  if (error instanceof NoPagesError) return error;
  if (error.name === 'PasswordException') return new PasswordNeededError(file, { cause: error });
  if (/circular|cycl|reference loop/i.test(error.message)) return new CyclicPageTreeError(file, { cause: error });
  const tail = new TextDecoder('latin1').decode(bytes.subarray(Math.max(0, bytes.length - 2048)));
  if (!tail.includes('%%EOF')) return new TruncatedPdfError(file, error.message, { cause: error });
  return new DamagedPdfError(file, error.message, { cause: error });
}
