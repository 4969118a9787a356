import type { DownloadOutcome, FetchListener, FetchRun } from '../../fetch/fetch.js';
import { EXIT } from '../exit-code.js';
import { type ImportLog, logsToPipe, openLogger } from '../import/log.js';
import { DEFAULT_DATABASE } from '../options.js';
import { painter, wantsColour } from '../output/colour.js';
import { formatJson } from '../output/json.js';
import { shellWord } from '../output/shell-word.js';
import type { Services } from '../services.js';
import type { RunFetchOptions } from './fetch-options.js';
import { fetchRequest } from './request.js';
import { failedPageLine, fetchJson, fetchTable, outcomeLine } from './result.js';

/** Fetches what a list leads to, prints the result and gives the exit code. */
export async function runFetch(
  list: string | undefined,
  options: RunFetchOptions,
  services: Services,
): Promise<number> {
  const start = services.now();
  const request = await fetchRequest(list, options, services);
  const interrupted = services.interruptible();
  const logger = await openLogger({ file: options.log, verbose: options.verbose === true }, services);
  const downloads = await services.openDownloads(options.db);
  try {
    const told = listener(services, logger, logsToPipe(options, services));
    const run = await services.fetchDocuments(request, downloads, told, interrupted);
    const seconds = (services.now() - start) / 1000;
    const json = { database: options.db, into: options.into, list: list ?? options.sitemap ?? '', seconds };
    services.stdout.write(options.json ? formatJson(fetchJson(run, json)) : fetchTable(run.outcomes));
    const { failed = [], left = 0 } = run.discovery ?? {};
    for (const { url, fault } of failed)
      logger.child({ document: url }).error({ kind: fault.kind, reason: fault.message }, 'page not looked through');
    if (left > 0)
      logger.child({ document: json.list }).warn({ left }, 'pages not looked through: the limit is reached');
    if (!logsToPipe(options, services)) services.stderr.write(closingWords(run, options));
    return exitCode(run);
  } finally {
    downloads.close();
  }
}

/** A line on stderr and in the log for each address as it ends; `inLog`: stderr is the log. */
function listener(services: Services, logger: ImportLog, inLog: boolean): FetchListener {
  const paint = painter(wantsColour(services.stderr.isTerminal, services.environment));
  return {
    ended: (outcome) => {
      if (!inLog) services.stderr.write(outcomeLine(outcome, paint));
      logOutcome(outcome, logger.child({ document: outcome.url }));
    },
    again: (url, reason, at) => logger.child({ document: url }).warn({ reason, at }, 'tries again'),
  };
}

function logOutcome(outcome: DownloadOutcome, logger: ImportLog): void {
  const { outcome: word, seconds } = outcome;
  if ('reason' in outcome) {
    const { kind, reason, remedy, nextAttemptAt } = outcome;
    const fields = { kind, reason, remedy, seconds, ...(nextAttemptAt === null ? {} : { nextAttemptAt }) };
    if (word === 'failed') logger.error(fields, word);
    else logger.warn(fields, word);
    return;
  }
  const { sha256, bytes, file, finalUrl } = outcome;
  logger.info({ sha256, bytes, file, finalUrl, seconds }, word);
}

function closingWords({ outcomes, discovery, interrupted }: FetchRun, options: RunFetchOptions): string {
  const database = options.db === DEFAULT_DATABASE ? '' : ` --db ${shellWord(options.db)}`;
  const missed = outcomes.some((outcome) => 'reason' in outcome);
  const got = outcomes.some((outcome) => !('reason' in outcome));
  const next = [
    ...(got ? [`  juesuan import ${shellWord(options.into)}${database}    read and store what was fetched`] : []),
    ...(missed ? [`  juesuan query downloads${database}    where documents are from, and what failed`] : []),
  ];
  return [
    ...(discovery?.failed ?? []).map(failedPageLine),
    ...(discovery !== null && discovery.left > 0
      ? [`${discovery.left} pages were not looked through: the limit is ${options.pages} (--pages).\n`]
      : []),
    ...(interrupted
      ? [`Interrupted: ${outcomes.length} addresses done. The same command goes on where it stopped.\n`]
      : []),
    ...(next.length === 0 ? [] : [`Next:\n${next.join('\n')}\n`]),
  ].join('');
}

/** What was not got, now or in an earlier run, keeps a nightly job from turning green. */
function exitCode({ outcomes, discovery, interrupted }: FetchRun): number {
  if (interrupted) return EXIT.interrupted;
  const missed = outcomes.some((outcome) => 'reason' in outcome) || (discovery?.failed.length ?? 0) > 0;
  return missed ? EXIT.someFailed : EXIT.done;
}
