import { DEFAULT_DATABASE } from '../options.js';
import { painter, wantsColour } from '../output/colour.js';
import { formatJson } from '../output/json.js';
import { shellWord } from '../output/shell-word.js';
import type { Services } from '../services.js';
import { exitCode } from './exit.js';
import type { FoundDocuments } from './find-documents.js';
import type { FailedDocument } from './import-documents.js';
import { type ImportFilesOptions, importFiles } from './import-files.js';
import { logsToPipe, openLogger } from './log.js';
import { barProgress, type Progress, plainProgress, SILENT_PROGRESS } from './progress.js';
import { type ImportedDocument, joinSummaries, nextSteps, storedHashes, summaryJson, summaryTable } from './summary.js';

/** The options of `juesuan import`, as the command line gives them. */
export interface RunImportOptions extends ImportFilesOptions {
  readonly db: string;
  readonly strict?: true;
  readonly json?: true;
  readonly log?: string;
  readonly verbose?: true;
}

/** Imports what was found, prints the result and gives the exit code. */
export async function runImport(found: FoundDocuments, options: RunImportOptions, services: Services): Promise<number> {
  const start = services.now();
  const interrupted = services.interruptible();
  const logger = await openLogger({ file: options.log, verbose: options.verbose === true }, services);
  const store = await services.openStore(options.db, { readOnly: false });
  try {
    const missing = missingDocuments(found);
    const tools = { store, missing, logger, progress: progressOf(found, options, services), interrupted };
    for (const document of missing) {
      logger.child({ document: document.file }).error({ reason: document.reason }, 'failed');
      tools.progress.ended(document);
    }
    // One alone at once in this process: it harms no other, and Ctrl-C ends it.
    const results = [...missing, ...(await importFiles(found.files, found.files.length > 1, tools, options, services))];
    const documents = joinSummaries(results, store.reports(storedHashes(results)));
    const run = { interrupted: interrupted.aborted, seconds: (services.now() - start) / 1000 };
    if (options.json) {
      services.stdout.write(formatJson(summaryJson(options.db, documents, run)));
    } else {
      services.stdout.write(summaryTable(documents, run.seconds));
    }
    if (!logsToPipe(options, services)) services.stderr.write(closingWords(documents, found, options, run.interrupted));
    return exitCode(documents, store, options.strict === true, run.interrupted);
  } finally {
    store.close();
  }
}

function progressOf({ files, missing }: FoundDocuments, options: RunImportOptions, services: Services): Progress {
  const { stderr, environment, now } = services;
  if (logsToPipe(options, services)) return SILENT_PROGRESS;
  const paint = painter(wantsColour(stderr.isTerminal, environment));
  return stderr.isTerminal && !options.verbose
    ? barProgress(stderr, paint, files.length + missing.length, now)
    : plainProgress(stderr, paint);
}

/** A path that leads to nothing counts as a document that failed. */
function missingDocuments({ missing }: FoundDocuments): readonly FailedDocument[] {
  return missing.map(({ path, reason }) => ({
    outcome: 'failed',
    file: path,
    reason,
    remedy: 'Check the path, or put a pattern in quotes.',
    triedAgain: true,
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
