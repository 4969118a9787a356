import PQueue from 'p-queue';
import { InputError } from '../../errors.js';
import type { OcrProgress } from '../../extract/extraction.js';
import type { OcrMode } from '../../extract/ocr/ocr-mode.js';
import type { Store } from '../../store/store.js';
import type { VerifiedReport } from '../../verify/check.js';
import { failureOf } from '../exit-code.js';
import type { Reading, Services } from '../services.js';
import type { ImportLog } from './log.js';

/** What became of one document. Times in seconds. */
export type DocumentOutcome =
  | {
      readonly outcome: 'stored' | 'replaced' | 'skipped';
      readonly file: string;
      readonly sha256: string;
      readonly seconds: number;
    }
  | {
      readonly outcome: 'failed';
      readonly file: string;
      readonly reason: string;
      readonly remedy: string;
      readonly seconds: number;
    };

/** Whoever wants to tell how the import goes. */
export interface ImportListener {
  readonly begun: (file: string) => void;
  /** Told how far the pictures of a document are read. */
  readonly read: (progress: OcrProgress) => void;
  readonly ended: (outcome: DocumentOutcome) => void;
}

export interface ImportOptions {
  readonly concurrency: number;
  /** Read and store also what is current. */
  readonly force: boolean;
  /** How pages that are pictures are read. */
  readonly reading: Reading;
  readonly programVersion: string;
  /** Aborted by Ctrl-C. */
  readonly interrupted: AbortSignal;
}

/** What the import of a document needs from outside. */
export type ImportServices = Pick<Services, 'readReport' | 'readFileHash' | 'now'>;

/**
 * Reads the files and stores their reports, at most `concurrency` in flight. A file that fails is an outcome and
 * stops nothing. After an interruption nothing new begins, documents still being read are given up, and what has been
 * read is stored (saving is one synchronous transaction). Outcomes come in the order of the files; the interrupted
 * files have none.
 */
export async function importDocuments(
  files: readonly string[],
  store: Store,
  services: ImportServices,
  options: ImportOptions,
  listener: ImportListener,
  logger: ImportLog,
): Promise<readonly DocumentOutcome[]> {
  const queue = new PQueue({ concurrency: options.concurrency });
  const outcomes = new Map<string, DocumentOutcome>();
  const clear = (): void => queue.clear();
  options.interrupted.addEventListener('abort', clear);
  for (const file of files) {
    // The promise of a task that `clear` removes never settles, so nobody may wait for it; onIdle tells the end.
    void queue.add(async () => {
      if (options.interrupted.aborted) {
        return;
      }
      listener.begun(file);
      const outcome = await importDocument(file, store, services, options, listener, logger.child({ document: file }));
      if (outcome !== null) {
        outcomes.set(file, outcome);
        listener.ended(outcome);
      }
    });
  }
  await queue.onIdle();
  options.interrupted.removeEventListener('abort', clear);
  return files.flatMap((file) => outcomes.get(file) ?? []);
}

/** Imports one file; `null` when interrupted. Never throws. */
async function importDocument(
  file: string,
  store: Store,
  services: ImportServices,
  options: ImportOptions,
  listener: ImportListener,
  logger: ImportLog,
): Promise<DocumentOutcome | null> {
  const start = services.now();
  const seconds = (): number => (services.now() - start) / 1000;
  try {
    const sha256 = await services.readFileHash(file);
    if (!options.force && store.isCurrent(sha256, options.programVersion, ocrOf(options))) {
      logger.info({ sha256 }, 'skipped: stored already by this version');
      return { outcome: 'skipped', file, sha256, seconds: seconds() };
    }
    logger.debug({ sha256 }, 'reading');
    const report = await unlessInterrupted(
      () => services.readReport(file, { ...options.reading, onOcrProgress: listener.read }),
      options.interrupted,
    );
    if (report === null) {
      logger.warn({ sha256 }, 'given up: interrupted');
      return null;
    }
    const outcome = save(report, store, services, options);
    logger.info({ sha256, outcome, statements: report.statements.length, findings: report.findings.length }, outcome);
    return { outcome, file, sha256, seconds: seconds() };
  } catch (error) {
    const failure = failureOf(error);
    logger.error({ reason: failure.message, trace: failure.trace ?? undefined }, 'failed');
    const reason = error instanceof InputError ? error.reason : failure.message;
    return { outcome: 'failed', file, reason, remedy: failure.remedy, seconds: seconds() };
  }
}

function save(
  report: VerifiedReport,
  store: Store,
  services: ImportServices,
  options: ImportOptions,
): 'stored' | 'replaced' | 'skipped' {
  const { programVersion, force } = options;
  const importedAt = new Date(services.now()).toISOString();
  return store.save(report, { programVersion, importedAt, force, ocr: ocrOf(options) });
}

/** How pictures are read: `auto`, as by the pipeline, where nobody said so. */
function ocrOf({ reading }: ImportOptions): OcrMode {
  return reading.ocr ?? 'auto';
}

/** The result of the work, or `null` as soon as the signal is aborted. The listener is removed either way. */
async function unlessInterrupted<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T | null> {
  if (signal.aborted) {
    return null;
  }
  let stop = (): void => {};
  const interruption = new Promise<null>((resolve) => {
    stop = () => resolve(null);
  });
  signal.addEventListener('abort', stop, { once: true });
  try {
    return await Promise.race([work(), interruption]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
