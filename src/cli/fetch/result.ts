import { remedyOf } from '../../fetch/fault.js';
import type { DownloadOutcome, FetchRun } from '../../fetch/fetch.js';
import type { Paint } from '../output/colour.js';
import { formatTable } from '../output/table.js';

const OUTCOMES = ['fetched', 'changed', 'unchanged', 'kept', 'postponed', 'failed'] as const;
type Counts = Readonly<Record<(typeof OUTCOMES)[number], number>>;

type FailedPage = NonNullable<FetchRun['discovery']>['failed'][number];

/** One line for an address, with what to do below it when it has no document. Pure. */
export function outcomeLine(outcome: DownloadOutcome, paint: Paint): string {
  const word = outcome.outcome.padEnd(9);
  if ('reason' in outcome) {
    const until = outcome.nextAttemptAt === null ? '' : ` (again after ${outcome.nextAttemptAt})`;
    const colour = outcome.outcome === 'failed' ? 'red' : 'yellow';
    return `${paint(colour, word)}  ${outcome.url}: ${outcome.reason}${until}\n           ${outcome.remedy}\n`;
  }
  return `${word}  ${outcome.url} -> ${outcome.file} (${outcome.bytes} bytes, ${outcome.seconds.toFixed(1)} s)\n`;
}

/** A page behind the list that could not be looked through: documents may be missing. Pure. */
export function failedPageLine({ url, fault }: FailedPage): string {
  return `page       ${url}: ${fault.message}\n           ${remedyOf(fault.kind)}\n`;
}

/** How many addresses came to what end. Pure. */
export function fetchTable(outcomes: readonly DownloadOutcome[]): string {
  const counts = countsOf(outcomes);
  const rows = OUTCOMES.filter((name) => counts[name] > 0).map((name) => [name, String(counts[name])]);
  return formatTable(
    [
      { header: 'outcome', align: 'left' },
      { header: 'addresses', align: 'right' },
    ],
    [...rows, ['all', String(outcomes.length)]],
  );
}

/** The result for machines (`juesuan fetch --json`). */
export interface FetchJson {
  readonly list: string;
  readonly into: string;
  readonly database: string;
  readonly documents: readonly DownloadOutcome[];
  /** Of the search for links; `null` for a list of addresses. */
  readonly discovery: {
    readonly pages: number;
    readonly links: number;
    readonly found: number;
    readonly left: number;
    readonly failed: readonly { readonly url: string; readonly kind: string; readonly reason: string }[];
  } | null;
  readonly totals: Counts;
  readonly interrupted: boolean;
  readonly seconds: number;
}

/** The same for machines. Pure. */
export function fetchJson(
  { outcomes, discovery, interrupted }: FetchRun,
  run: Pick<FetchJson, 'list' | 'into' | 'database' | 'seconds'>,
): FetchJson {
  const { seconds, ...names } = run;
  return {
    ...names,
    documents: outcomes,
    discovery: discovery && {
      pages: discovery.pages,
      links: discovery.links,
      found: discovery.found.length,
      left: discovery.left,
      failed: discovery.failed.map(({ url, fault }) => ({ url, kind: fault.kind, reason: fault.message })),
    },
    totals: countsOf(outcomes),
    interrupted,
    seconds,
  };
}

function countsOf(outcomes: readonly DownloadOutcome[]): Counts {
  const count = (name: (typeof OUTCOMES)[number]): number => outcomes.filter(({ outcome }) => outcome === name).length;
  return {
    fetched: count('fetched'),
    changed: count('changed'),
    unchanged: count('unchanged'),
    kept: count('kept'),
    postponed: count('postponed'),
    failed: count('failed'),
  };
}
