import { readFile, stat } from 'node:fs/promises';
import { EmptyFileError, NotAReportError, NotFoundError, TooLargeError } from './errors.js';
import type { SourceDocument } from './extract/document.js';
import type { Extraction, OcrProgress, OcrUse } from './extract/extraction.js';
import { sha256Of } from './extract/hash.js';
import { MOST_FILE_BYTES } from './extract/limits.js';
import { imageFormat } from './extract/ocr/image-file-format.js';
import type { OcrMode } from './extract/ocr/ocr-mode.js';
import type { OcrService } from './extract/ocr/ocr-service.js';
import { readPdf } from './extract/pdf/read-pdf.js';
import { picturesIn } from './extract/picture-folder.js';
import type { PictureFile } from './extract/read-pictures.js';
import { readTextDump } from './extract/text/read.js';
import { normalize } from './normalize/normalize.js';
import type { Report } from './normalize/report.js';
import type { VerifiedReport } from './verify/check.js';
import { verify } from './verify/verify.js';

export { PROGRAM_VERSION } from './version.js';

/** How a report is read. */
export interface ReadOptions {
  /** Which pages are read from their pictures: those without a readable text layer (`auto`, the default), `never` any, or `always` all. */
  readonly ocr?: OcrMode;
  /** What reads pictures; the engines of this installation when none is given. Made only when a page needs it. */
  readonly ocrService?: () => Promise<OcrService>;
  /** Told how far the reading of pictures is. */
  readonly onOcrProgress?: (progress: OcrProgress) => void;
}

/** Reads one report: file -> what is printed -> what it means -> whether it adds up. */
export async function readReport(file: string, options: ReadOptions = {}): Promise<VerifiedReport> {
  const read = await extraction(file, options);
  const report = normalize(read.document);
  if (!isReport(report)) throw new NotAReportError(file);
  const verified = verify(report);
  if (!read.document.pages.some((page) => page.ocr !== undefined)) return verified;
  const { secondLook } = await import('./second-look.js');
  const { kept } = await (options.ocrService ?? installedService)();
  return secondLook(read, { report, verified }, kept);
}

/** A text or PDF of another kind has no known table, no body and no word of 决算 or 预算. A scan may be a report: it is kept, unread. */
function isReport(report: Report): boolean {
  return (
    report.kind !== null ||
    report.agency !== null ||
    report.statements.some((statement) => statement.kind !== 'other') ||
    report.source.pages.some((page) => page.condition === 'needs-ocr')
  );
}

/** What the file prints, as {@link extraction} gives it. */
export async function extract(file: string, options: ReadOptions = {}): Promise<SourceDocument> {
  return (await extraction(file, options)).document;
}

/**
 * What the file prints. PDF by its header, pictures by theirs, everything else as a text dump; what is none of these is refused
 * with its reason. A folder is a report of which each page is a picture file, in the order of their names.
 */
async function extraction(file: string, options: ReadOptions): Promise<Extraction> {
  const use = ocrUse(options);
  const folder = await picturesIn(file);
  if (folder !== null) return extractPictures(folder, file, use);
  const bytes = await readBytes(file);
  if (bytes.length === 0) throw new EmptyFileError(file);
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  if (head.includes('%PDF-') || /\.pdf$/i.test(file)) return readPdf(bytes, file, sha256Of([bytes]), use);
  if (imageFormat(bytes) !== null) return extractPictures([{ file, bytes }], file, use);
  const document = readTextDump(bytes, file);
  return { document, readAgain: async () => document };
}

async function extractPictures(pictures: readonly PictureFile[], file: string, use: OcrUse): Promise<Extraction> {
  const { readPictures } = await import('./extract/read-pictures.js');
  return readPictures(pictures, file, sha256Of(pictures.map(({ bytes }) => bytes)), use);
}

function ocrUse({ ocr = 'auto', ocrService = installedService, onOcrProgress }: ReadOptions): OcrUse {
  return { mode: ocr, service: ocrService, ...(onOcrProgress === undefined ? {} : { onProgress: onOcrProgress }) };
}

let installed: Promise<OcrService> | null = null;

/** The engines of this installation, one process of them for all callers who bring no service of their own. */
async function installedService(): Promise<OcrService> {
  installed ??= import('./extract/ocr/installed-ocr.js').then(({ installedOcr, usualOcr }) => installedOcr(usualOcr()));
  return installed;
}

export const STAGES = ['extract', 'segment', 'normalize', 'verify'] as const;

/** The document after a stage as readable text, for maintainers. */
export async function stage(name: (typeof STAGES)[number], file: string, options: ReadOptions = {}): Promise<string> {
  const { stageText } = await import('./stage-text.js');
  const document = await extract(file, options);
  if (name === 'extract') return stageText.extract(document);
  const report = normalize(document);
  if (name === 'segment') return stageText.segment(report);
  return name === 'normalize' ? stageText.normalize(report) : stageText.verify(verify(report));
}

/** The time that each stage takes on one file, for `npm run bench`. */
export async function timedStages(file: string): Promise<{ readonly stage: string; readonly milliseconds: number }[]> {
  const times: { stage: string; milliseconds: number }[] = [];
  let start = performance.now();
  const lap = (name: string): void => {
    const now = performance.now();
    times.push({ stage: name, milliseconds: now - start });
    start = now;
  };
  const document = await extract(file);
  lap('extract');
  const report = normalize(document);
  lap('normalize');
  verify(report);
  lap('verify');
  return times;
}

async function readBytes(file: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(file);
    if (size > MOST_FILE_BYTES)
      throw new TooLargeError(file, `it has ${size} bytes, and at most ${MOST_FILE_BYTES} are read`);
    return new Uint8Array(await readFile(file));
  } catch (error) {
    if (error instanceof TooLargeError) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'EISDIR') throw new NotFoundError(file, 'it is a folder, not a file', { cause: error });
    if (code === 'ENOENT') throw new NotFoundError(file, 'there is no such file', { cause: error });
    throw new NotFoundError(file, `it can not be opened (${code || String(error)})`, { cause: error });
  }
}
