import type { DocumentImporter } from '../../batch/job.js';
import { sharedReading } from '../../batch/reading.js';
import { resultOf } from '../../batch/result-of.js';
import { JuesuanError } from '../../errors.js';
import type { ImportRuns } from '../../store/import-runs.js';
import type { ReportSummary, Store } from '../../store/store.js';
import { EXIT } from '../exit-code.js';
import { type OcrOptions, readingOf } from '../ocr-options.js';
import { DEFAULT_DATABASE } from '../options.js';
import { painter, wantsColour } from '../output/colour.js';
import { formatJson } from '../output/json.js';
import { shellWord } from '../output/shell-word.js';
import type { Services } from '../services.js';
import { failsStrictly } from '../strict.js';
import type { FoundDocuments } from './find-documents.js';
import { type DocumentOutcome, importDocuments, isFailure } from './import-documents.js';
import { openLogger } from './log.js';
import { barProgress, plainProgress } from './progress.js';
import { type ImportedDocument, joinSummaries, nextSteps, storedHashes, summaryJson, summaryTable } from './summary.js';

/** The options of `juesuan import`, as the command line gives them. */
export interface RunImportOptions extends OcrOptions {
  readonly db: string;
  readonly concurrency: number;
  /** Seconds for one document. */
  readonly timeLimit: number;
  /** Megabytes for one document. */
  readonly memoryLimit: number;
  readonly force?: true;
  /** Read also what stands in quarantine. */
  readonly retry?: true;
  readonly strict?: true;
  readonly json?: true;
  readonly log?: string;
  readonly verbose?: true;
}

/** Imports what was found, prints the result and gives the exit code. */
export async function runImport(found: FoundDocuments, options: RunImportOptions, services: Services): Promise<number> {
  const start = services.now();
  const interrupted = services.interruptible();
  const store = await services.openStore(options.db, { readOnly: false });
  try {
    const results = [...missingDocuments(found), ...(await importFound(found, store, options, services, interrupted))];
    const documents = joinSummaries(results, store.reports(storedHashes(results)));
    const run = { interrupted: interrupted.aborted, seconds: (services.now() - start) / 1000 };
    if (options.json) {
      services.stdout.write(formatJson(summaryJson(options.db, documents, run)));
    } else {
      services.stdout.write(summaryTable(documents, run.seconds));
    }
    services.stderr.write(closingWords(documents, found, options, run.interrupted));
    return exitCode(documents, store, options, run.interrupted);
  } finally {
    store.close();
  }
}

async function importFound(
  found: FoundDocuments,
  store: Store,
  options: RunImportOptions,
  services: Services,
  interrupted: AbortSignal,
): Promise<readonly DocumentOutcome[]> {
  const paint = painter(wantsColour(services.stderr.isTerminal, services.environment));
  const progress =
    services.stderr.isTerminal && !options.verbose
      ? barProgress(services.stderr, paint, found.files.length + found.missing.length, services.now)
      : plainProgress(services.stderr, paint);
  missingDocuments(found).forEach(progress.ended);
  const logger = await openLogger({ file: options.log, verbose: options.verbose === true }, services);
  const reading = readingOf(options);
  const programVersion = await services.programVersion();
  const runs = await services.openImportRuns(store.file, { readOnly: false });
  const at = (): string => new Date(services.now()).toISOString();
  const run = runs.begin(
    { documents: found.files.length, programVersion, ocr: reading.ocr ?? 'auto', at: at() },
    services.owner,
  );
  const beating = setInterval(() => beat(runs, run, at()), HEARTBEAT);
  const processes = Math.min(options.concurrency, found.files.length);
  const importer = await importerFor(found.files.length, processes, store, options, services);
  try {
    const outcomes = await importDocuments(
      found.files,
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

/** How often a run says that it is alive, in milliseconds. */
const HEARTBEAT = 10_000;
const MEGABYTE = 2 ** 20;

/** A beat that the database does not take is no harm: the next one may, and the run goes on. */
function beat(runs: ImportRuns, run: number, at: string): void {
  try {
    runs.beat(run, at);
  } catch (error) {
    if (!(error instanceof JuesuanError)) throw error;
  }
}

/** Several documents are read in processes of their own; one alone at once in this one: it harms no other, and Ctrl-C ends it. */
async function importerFor(
  documents: number,
  processes: number,
  store: Store,
  { timeLimit, memoryLimit }: RunImportOptions,
  services: Services,
): Promise<DocumentImporter> {
  if (documents > 1) {
    const limits = { time: timeLimit * 1000, memory: memoryLimit * MEGABYTE };
    return services.processImporter({ processes, limits });
  }
  return {
    run: async ({ file, reading, programVersion, importedAt, force }, onOcrProgress) => {
      const report = await services.readReport(file, { ...reading, onOcrProgress });
      return resultOf(report, () =>
        store.save(report, { programVersion, importedAt, force, ocr: reading.ocr ?? 'auto' }),
      );
    },
    close: async () => {},
  };
}

/** A path that leads to nothing counts as a document that failed. */
function missingDocuments({ missing }: FoundDocuments): readonly DocumentOutcome[] {
  return missing.map(({ path, reason }) => ({
    outcome: 'failed',
    file: path,
    reason,
    remedy: 'Check the path, or put a pattern in quotes.',
    seconds: 0,
  }));
}

function closingWords(
  documents: readonly ImportedDocument[],
  found: FoundDocuments,
  options: RunImportOptions,
  interrupted: boolean,
): string {
  const database = options.db === DEFAULT_DATABASE ? '' : ` --db ${shellWord(options.db)}`;
  const stopped = interrupted
    ? `Interrupted: ${documents.length - found.missing.length} of ${found.files.length} documents done. The same command goes on where it stopped.\n`
    : '';
  return stopped + nextSteps(documents, database);
}

function exitCode(
  documents: readonly ImportedDocument[],
  store: Store,
  options: RunImportOptions,
  interrupted: boolean,
): number {
  if (interrupted) {
    return EXIT.interrupted;
  }
  const failed = documents.some(({ result }) => isFailure(result));
  // What was skipped keeps its violations: a nightly job must not turn green by running twice.
  const violated = options.strict === true && documents.some(({ summary }) => hasViolation(summary, store));
  return failed || violated ? EXIT.someFailed : EXIT.done;
}

function hasViolation(summary: ReportSummary | null, store: Store): boolean {
  return summary !== null && failsStrictly(store.checks(summary.id), store.findings(summary.id));
}
