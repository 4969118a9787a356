import { resolve } from 'node:path';
import PQueue from 'p-queue';
import { errorClass, pauseAfter, verdictOn } from '../../batch/attempts.js';
import type { DocumentImporter, ImportResult } from '../../batch/job.js';
import { InputError } from '../../errors.js';
import type { OcrProgress } from '../../extract/extraction.js';
import type { ImportRuns, ItemFailure } from '../../store/import-runs.js';
import type { Store } from '../../store/store.js';
import { failureOf } from '../exit-code.js';
import type { Reading, Services } from '../services.js';
import { Admission } from './admission.js';
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
      /** `quarantined`: it failed in an earlier run and was passed over; it is not tried again as it is, until `juesuan retry`. */
      readonly outcome: 'failed' | 'quarantined';
      readonly file: string;
      readonly reason: string;
      readonly remedy: string;
      /** Whether the next import reads it again as it is; else it stands in quarantine. */
      readonly triedAgain: boolean;
      readonly seconds: number;
    };

/** A document that was not stored. */
export type FailedDocument = Extract<DocumentOutcome, { readonly reason: string }>;

/** Whether a document was not stored. */
export function isFailure(outcome: DocumentOutcome): outcome is FailedDocument {
  return 'reason' in outcome;
}

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
  /** Read also what stands in quarantine. */
  readonly retry: boolean;
  /** How pages that are pictures are read. */
  readonly reading: Reading;
  readonly programVersion: string;
  /** Aborted by Ctrl-C. */
  readonly interrupted: AbortSignal;
}

/** What the import of documents works with. */
export interface ImportTools {
  readonly store: Store;
  readonly importer: DocumentImporter;
  /** The record of this run, by its number. */
  readonly runs: ImportRuns;
  readonly run: number;
  readonly services: Pick<Services, 'readFileHash' | 'now' | 'pause'>;
  readonly listener: ImportListener;
  readonly logger: ImportLog;
}

/**
 * Reads the files and stores their reports, at most `concurrency` in flight. A file that fails is an outcome and
 * stops nothing. After an interruption nothing new begins and documents still being read are given up (saving is one transaction).
 * Outcomes come in the order of the files; the interrupted files have none.
 * @throws StoreError where the database does not take the record of the run
 */
export async function importDocuments(
  files: readonly string[],
  tools: ImportTools,
  options: ImportOptions,
): Promise<readonly DocumentOutcome[]> {
  const queue = new PQueue({ concurrency: options.concurrency });
  const outcomes = new Map<string, DocumentOutcome>();
  const faults: unknown[] = [];
  const admission = new Admission();
  const clear = (): void => queue.clear();
  options.interrupted.addEventListener('abort', clear);
  for (const file of files) {
    // The promise of a task that `clear` removes never settles, so nobody may wait for it; onIdle tells the end.
    void queue
      .add(async () => {
        if (options.interrupted.aborted) return;
        tools.listener.begun(file);
        const logger = tools.logger.child({ document: file });
        const outcome = await importDocument(file, { ...tools, logger, admission }, options);
        if (outcome !== null) {
          outcomes.set(file, outcome);
          tools.listener.ended(outcome);
        }
      })
      .catch((fault: unknown) => {
        // The record cannot be kept (the disk is full, the database damaged): nothing more can be stored either.
        faults.push(fault);
        clear();
      });
  }
  await queue.onIdle();
  options.interrupted.removeEventListener('abort', clear);
  if (faults.length > 0) throw faults[0];
  return files.flatMap((file) => outcomes.get(file) ?? []);
}

interface DocumentTools extends ImportTools {
  readonly admission: Admission;
}

/** Imports one file; `null` when interrupted. Never throws but for a database that does not take the record. */
async function importDocument(
  file: string,
  tools: DocumentTools,
  options: ImportOptions,
): Promise<DocumentOutcome | null> {
  const { services, logger, runs, run, admission } = tools;
  const start = services.now();
  const place = admission.place();
  let release = (): void => {};
  try {
    let sha256: string;
    try {
      sha256 = await services.readFileHash(file);
    } catch (error) {
      const failure = failed(error, 'failed', logger);
      runs.refused(run, resolve(file), new Date(start).toISOString(), failure);
      return { ...outcomeOf(failure), file, seconds: (services.now() - start) / 1000 };
    }
    await place.come;
    if (admission.isInWork(sha256)) {
      // A copy of what is in work has its number already: nobody need wait for it.
      place.pass();
      await admission.alone(sha256);
    }
    if (options.interrupted.aborted) return null;
    const passed = passedOver(file, sha256, tools, options);
    if (passed !== null) return { ...passed, seconds: (services.now() - start) / 1000 };
    release = admission.take(sha256);
    const { attempts } = runs.began(run, { file: resolve(file), sha256, at: new Date(start).toISOString() });
    place.pass();
    return await read({ file, sha256, start, attempts }, tools, options);
  } finally {
    place.pass();
    release();
  }
}

/** The outcome of a file that need not be read: its report is stored, or stands in quarantine. */
function passedOver(
  file: string,
  sha256: string,
  { store, runs, run, logger }: ImportTools,
  options: ImportOptions,
): DocumentOutcome | null {
  if (!options.force && store.isCurrent(sha256, options.programVersion, options.reading.ocr ?? 'auto')) {
    logger.info({ sha256 }, 'skipped: stored already by this version');
    runs.skipped(run);
    return { outcome: 'skipped', file, sha256, seconds: 0 };
  }
  const kept = options.force || options.retry ? null : runs.quarantined(sha256, options.programVersion);
  if (kept === null) return null;
  logger.warn({ sha256, reason: kept.reason, since: kept.runId }, 'passed over: in quarantine');
  const reason = `in quarantine since run ${kept.runId}: ${kept.reason ?? ''}`;
  const remedy = `${kept.remedy ?? ''} \`juesuan retry\` reads it again as it is.`.trim();
  return { outcome: 'quarantined', file, reason, remedy, triedAgain: false, seconds: 0 };
}

/** Reads a document that the record has as begun, again and again where what failed may pass. */
async function read(
  document: { readonly file: string; readonly sha256: string; readonly start: number; readonly attempts: number },
  tools: ImportTools,
  options: ImportOptions,
): Promise<DocumentOutcome | null> {
  const { services, logger, runs, run } = tools;
  const { file, sha256, start, attempts } = document;
  const recorded = resolve(file);
  const seconds = (): number => (services.now() - start) / 1000;
  for (let tries = 1; ; tries++) {
    logger.debug({ sha256, tries, attempts }, 'reading');
    try {
      const result = await unlessInterrupted(() => imported(file, tools, options), options.interrupted);
      if (result === null) {
        logger.warn({ sha256 }, 'given up: interrupted');
        return null;
      }
      const { outcome, pages, ocrPages, engine, statements, findings } = result;
      runs.ended(run, recorded, seconds(), { state: outcome, pages, ocrPages, engine });
      logger.info({ sha256, outcome, pages, ocrPages, statements, findings, seconds: seconds() }, outcome);
      return { outcome, file, sha256, seconds: seconds() };
    } catch (error) {
      const verdict = verdictOn(error, tries, attempts);
      if (verdict === 'again') {
        logger.warn({ sha256, reason: failureOf(error).message }, 'failed, tried again');
        await services.pause(pauseAfter(tries), options.interrupted);
        if (options.interrupted.aborted) return null;
        continue;
      }
      const failure = failed(error, verdict, logger, { sha256, attempts });
      runs.ended(run, recorded, seconds(), failure);
      return { ...outcomeOf(failure), file, seconds: seconds() };
    }
  }
}

function imported(
  file: string,
  { importer, store, services, listener }: ImportTools,
  options: ImportOptions,
): Promise<ImportResult> {
  const { reading, programVersion, force } = options;
  const importedAt = new Date(services.now()).toISOString();
  return importer.run({ file, database: store.file, reading, programVersion, importedAt, force }, listener.read);
}

function failed(error: unknown, state: ItemFailure['state'], logger: ImportLog, fields: object = {}): ItemFailure {
  const { message, remedy, trace } = failureOf(error);
  const reason = error instanceof InputError ? error.reason : message;
  const kind = errorClass(error);
  logger.error({ ...fields, errorClass: kind, reason, remedy, trace: trace ?? undefined }, state);
  return { state, errorClass: kind, reason, remedy };
}

function outcomeOf({ state, reason, remedy }: ItemFailure) {
  return { outcome: 'failed', reason, remedy, triedAgain: state === 'failed' } as const;
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
