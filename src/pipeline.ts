import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { EmptyFileError, NotAReportError, NotFoundError } from './errors.js';
import type { SourceDocument } from './extract/document.js';
import { readPdf } from './extract/pdf/read-pdf.js';
import { readTextDump } from './extract/text/read.js';
import { normalize } from './normalize/normalize.js';
import type { Report } from './normalize/report.js';
import type { VerifiedReport } from './verify/check.js';
import { verify } from './verify/verify.js';

export { PROGRAM_VERSION } from './version.js';

/** Reads one report: file -> what is printed -> what it means -> whether it adds up. */
export async function readReport(file: string): Promise<VerifiedReport> {
  const report = normalize(await extract(file));
  if (!isReport(report)) throw new NotAReportError(file);
  return verify(report);
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

/** What the file prints. PDF by its header, everything else as a text dump; what is neither is refused with its reason. */
export async function extract(file: string): Promise<SourceDocument> {
  const bytes = await readBytes(file);
  if (bytes.length === 0) throw new EmptyFileError(file);
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  if (!head.includes('%PDF-') && !/\.pdf$/i.test(file)) return readTextDump(bytes, file);
  return readPdf(bytes, file, createHash('sha256').update(bytes).digest('hex'));
}

export const STAGES = ['extract', 'segment', 'normalize', 'verify'] as const;

/** The document after a stage as readable text, for maintainers. */
export async function stage(name: (typeof STAGES)[number], file: string): Promise<string> {
  const { stageText } = await import('./stage-text.js');
  const document = await extract(file);
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
    return new Uint8Array(await readFile(file));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'EISDIR') throw new NotFoundError(file, 'it is a folder, not a file', { cause: error });
    if (code === 'ENOENT') throw new NotFoundError(file, 'there is no such file', { cause: error });
    throw new NotFoundError(file, `it can not be opened (${code || String(error)})`, { cause: error });
  }
}
