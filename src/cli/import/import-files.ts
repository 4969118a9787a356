import type { DocumentImporter } from '../../batch/job.js';
import { sharedReading } from '../../batch/reading.js';
import { resultOf } from '../../batch/result-of.js';
import { JuesuanError } from '../../errors.js';
import { type ImportRuns, PATH_ERROR } from '../../store/import-runs.js';
import type { Store } from '../../store/store.js';
import { type OcrOptions, readingOf } from '../ocr-options.js';
import type { Services } from '../services.js';
import { watchedReading } from '../watched-reading.js';
import { type DocumentOutcome, type FailedDocument, importDocuments } from './import-documents.js';
import { type LimitOptions, limitsOf } from './import-options.js';
import type { ImportLog } from './log.js';
import type { Progress } from './progress.js';

/** How files are imported, as the command line says it. */
export interface ImportFilesOptions extends OcrOptions, LimitOptions {
  readonly concurrency: number;
  readonly force?: true;
  /** Read also what stands in quarantine. */
  readonly retry?: true;
}

/** What an import of files works with. */
export interface ImportFilesTools {
  readonly store: Store;
  /** Paths that lead to nothing, for the record of the run. */
  readonly missing: readonly FailedDocument[];
  readonly logger: ImportLog;
  /** Closed at the end. */
  readonly progress: Progress;
  readonly interrupted: AbortSignal;
}

/**
 * Imports the files in a run of its own, which is on record from its beginning to its end. `apart`: in processes of their own, which are
 * ended when a document exceeds its limits; else in this process, which is ended then, unless it was ended so before (decision 0022).
 * @throws StoreError where the database does not take the record of the run
 */
export async function importFiles(
  files: readonly string[],
  apart: boolean,
  { store, missing, logger, progress, interrupted }: ImportFilesTools,
  options: ImportFilesOptions,
  services: Services,
): Promise<readonly DocumentOutcome[]> {
  const reading = readingOf(options);
  const programVersion = await services.programVersion();
  const runs = await services.openImportRuns(store.file, { readOnly: false });
  const at = (): string => new Date(services.now()).toISOString();
  const run = runs.begin(
    { documents: files.length + missing.length, programVersion, ocr: reading.ocr ?? 'auto', at: at() },
    services.owner,
  );
  for (const { file, reason, remedy } of missing)
    runs.refused(run, file, at(), { state: 'failed', errorClass: PATH_ERROR, reason, remedy });
  const beating = setInterval(() => beat(runs, run, at()), HEARTBEAT);
  const processes = Math.min(options.concurrency, files.length);
  const isApart = apart || (await hasEndedProcess(files, runs, programVersion, services));
  const importer = isApart
    ? await services.processImporter({ processes, limits: limitsOf(options) })
    : hereWith(store, options, services);
  try {
    const outcomes = await importDocuments(
      files,
      { store, importer, runs, run, services, listener: progress, logger },
      {
        concurrency: options.concurrency,
        force: options.force === true,
        retry: options.retry === true,
        reading: sharedReading(reading, processes, services.processors),
        programVersion,
        interrupted,
      },
    );
    progress.close();
    return outcomes;
  } finally {
    clearInterval(beating);
    await importer.close();
    runs.finish(run, interrupted.aborted ? 'interrupted' : 'done', at());
    runs.close();
  }
}

/**
 * Whether a single document has ended the process that read it: by exceeding its limits, or with the power of the machine. It is not read here once
 * more, but where it can be judged.
 */
async function hasEndedProcess(
  files: readonly string[],
  runs: ImportRuns,
  programVersion: string,
  { readFileHash }: Services,
): Promise<boolean> {
  const [file] = files;
  if (file === undefined) return false;
  // What cannot be read is told where it is imported.
  const sha256 = await readFileHash(file).catch(() => null);
  return sha256 !== null && runs.endedProcess(sha256, programVersion);
}

/** How often a run says that it is alive, in milliseconds. */
const HEARTBEAT = 10_000;

/** A beat that the database does not take is no harm: the next one may, and the run goes on. */
function beat(runs: ImportRuns, run: number, at: string): void {
  try {
    runs.beat(run, at);
  } catch (error) {
    if (!(error instanceof JuesuanError)) throw error;
  }
}

/** One document alone is read at once in this process, under a watch: it harms no other. */
function hereWith(store: Store, options: ImportFilesOptions, services: Services): DocumentImporter {
  return {
    run: async ({ file, reading, programVersion, importedAt, force }, onOcrProgress) => {
      const report = await watchedReading(file, { ...reading, onOcrProgress }, limitsOf(options), services);
      return resultOf(report, () =>
        store.save(report, { programVersion, importedAt, force, ocr: reading.ocr ?? 'auto' }),
      );
    },
    close: async () => {},
  };
}
