import { EXIT } from '../exit-code.js';
import { exitCode } from '../import/exit.js';
import { type DocumentOutcome, isFailure } from '../import/import-documents.js';
import { importFiles } from '../import/import-files.js';
import { type ImportLog, logsToPipe, openLogger } from '../import/log.js';
import { plainProgress, SILENT_PROGRESS } from '../import/progress.js';
import type { RunImportOptions } from '../import/run-import.js';
import { joinSummaries, storedHashes, summaryJson } from '../import/summary.js';
import { painter, wantsColour } from '../output/colour.js';
import type { Services } from '../services.js';
import { again, settle, type Watched, type WatchedDocument } from './settled.js';

/** The options of `juesuan watch`, as the command line gives them. */
export interface WatchOptions extends RunImportOptions {
  /** Seconds for which a document must not change. */
  readonly settle: number;
  /** Seconds between two looks. */
  readonly every: number;
  readonly once?: true;
}

/** What failed for a reason that may pass is read again after so many milliseconds. */
const AGAIN_AFTER = 600_000;
/** With --once, documents that never settle are waited for so many settling times. */
const PATIENCE = 6;
/** At most one part in so many of the time goes into looking. */
const LOOKING = 10;

/** Imports what settles in a folder, a run for each batch, until it is interrupted (`--once`: until all is settled), and gives the exit code. */
export async function runWatch(folder: string, options: WatchOptions, services: Services): Promise<number> {
  const interrupted = services.interruptible();
  const logger = await openLogger({ file: options.log, verbose: options.verbose === true }, services);
  const told = new Map<string, string>();
  const start = services.now();
  const codes: number[] = [];
  let watched: Watched = new Map();
  for (;;) {
    const begun = services.now();
    const seen = await services.lookInto(folder);
    const looking = services.now() - begun;
    const look = settle(watched, seen, begun, options.settle * 1000);
    watched = look.watched;
    tell(look.waiting, told, logger, options, services);
    if (look.settled.length > 0) {
      const batch = await importBatch(look.settled, logger, interrupted, options, services);
      codes.push(batch.code);
      watched = again(watched, batch.again, services.now() + AGAIN_AFTER);
    }
    if (interrupted.aborted) break;
    const waited = services.now() - start >= PATIENCE * options.settle * 1000;
    const open = look.waiting.filter(({ notBefore }) => notBefore === 0);
    if (options.once && (open.length === 0 || waited)) {
      if (open.length > 0) codes.push(leave(open, logger, options, services));
      break;
    }
    await services.pause(Math.max(options.every * 1000, LOOKING * looking), interrupted);
    if (interrupted.aborted) break;
  }
  return codes.reduce((worst, code) => Math.max(worst, code), EXIT.done);
}

/** One run over the documents that settled. Each is read in a process of its own, so that none can stop the watch. */
async function importBatch(
  files: readonly string[],
  logger: ImportLog,
  interrupted: AbortSignal,
  options: WatchOptions,
  services: Services,
): Promise<{ readonly code: number; readonly again: readonly string[] }> {
  const start = services.now();
  const { stderr, environment } = services;
  const inLog = logsToPipe(options, services);
  const progress = inLog
    ? SILENT_PROGRESS
    : plainProgress(stderr, painter(wantsColour(stderr.isTerminal, environment)));
  const store = await services.openStore(options.db, { readOnly: false });
  try {
    const results = await importFiles(
      files,
      true,
      { store, missing: [], logger, progress, interrupted },
      options,
      services,
    );
    const documents = joinSummaries(
      results,
      options.json || options.strict ? store.reports(storedHashes(results)) : [],
    );
    const run = { interrupted: interrupted.aborted, seconds: (services.now() - start) / 1000 };
    if (options.json) services.stdout.write(`${JSON.stringify(summaryJson(options.db, documents, run))}\n`);
    if (!inLog) stderr.write(`${files.length} settled: ${countsOf(results)}\n`);
    logger.info({ settled: files.length, seconds: run.seconds }, `batch ended: ${countsOf(results)}`);
    const passing = results.filter((result) => isFailure(result) && result.triedAgain);
    return {
      code: exitCode(documents, store, options.strict === true, run.interrupted),
      again: passing.map(({ file }) => file),
    };
  } finally {
    store.close();
  }
}

function countsOf(results: readonly DocumentOutcome[]): string {
  const counts = new Map<string, number>();
  for (const { outcome } of results) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  return [...counts].map(([outcome, count]) => `${count} ${outcome}`).join(', ') || 'nothing was ended';
}

/** Says once why a document has to wait for more than its own quiet. */
function tell(
  waiting: readonly WatchedDocument[],
  told: Map<string, string>,
  logger: ImportLog,
  options: WatchOptions,
  services: Services,
): void {
  for (const { file, obstacle } of waiting) {
    if (obstacle === null || told.get(file) === obstacle) continue;
    told.set(file, obstacle);
    logger.child({ document: file }).warn({ reason: obstacle }, 'waits');
    if (!logsToPipe(options, services)) services.stderr.write(`waits     ${file}: ${obstacle}\n`);
  }
}

function leave(
  waiting: readonly WatchedDocument[],
  logger: ImportLog,
  options: WatchOptions,
  services: Services,
): number {
  for (const { file, obstacle } of waiting) {
    const reason = obstacle ?? 'it is still changing';
    logger.child({ document: file }).error({ reason }, 'left to the next time');
    if (!logsToPipe(options, services)) services.stderr.write(`left      ${file}: ${reason}\n`);
  }
  return EXIT.someFailed;
}
