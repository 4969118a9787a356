import { InputError } from '../errors.js';
import { openArchive } from './archive.js';
import { type Clock, systemClock } from './clock.js';
import { missed } from './download/download.js';
import { downloadAll, type FetchListener } from './download/download-all.js';
import type { Ledger } from './download/ledger.js';
import type { DownloadOutcome } from './download/outcome.js';
import { FetchFault, InterruptedFetch, remedyOf } from './fault.js';
import type { FetchLimits } from './limits.js';
import { type Discovery, discover } from './lists/discover.js';
import { linkPattern } from './lists/link-pattern.js';
import type { BadLine, ListedAddresses } from './lists/list-file.js';
import type { Refusal, Resolve } from './network/guarded-connect.js';
import { openWeb } from './network/web.js';
import { type Courier, courier } from './polite/courier.js';

export type { FetchListener } from './download/download-all.js';
export type { DownloadFailure, DownloadRecord, Ledger, ReceivedCopy } from './download/ledger.js';
export type { DownloadOutcome } from './download/outcome.js';

/** Where the addresses come from: a list that the user wrote, or a page to look through for links. */
export type FetchSource =
  | { readonly kind: 'list'; readonly name: string; readonly addresses: ListedAddresses }
  | { readonly kind: 'page' | 'sitemap'; readonly start: URL };

/** What to fetch and how. Durations in milliseconds. */
export interface FetchRequest {
  readonly source: FetchSource;
  /** Folder of the archive. */
  readonly into: string;
  /** Regular expressions for links to documents, and to pages; `null`: pages below the folder of the start. */
  readonly link: string;
  readonly follow: string | null;
  readonly depth: number;
  readonly pages: number;
  /** From one question to a host to the next. */
  readonly interval: number;
  /** Hosts at the same time. */
  readonly hosts: number;
  readonly allowText: boolean;
  readonly recheck: number;
  readonly retry: boolean;
  readonly allowPrivate: boolean;
  /** Our name in robots.txt. */
  readonly agent: string;
  readonly userAgent: string;
  readonly limits: FetchLimits;
}

/** What tests put in the place of the world. */
export interface FetchWorld {
  readonly clock?: Clock;
  readonly refuse?: Refusal;
  readonly resolve?: Resolve;
}

/** The result of a run. `discovery`: of a page that was looked through, `null` for a list. */
export interface FetchRun {
  readonly outcomes: readonly DownloadOutcome[];
  readonly discovery: Discovery | null;
  readonly interrupted: boolean;
}

/**
 * Finds the addresses, fetches what is not there yet, and keeps record of each. One address that fails stops nothing.
 * @throws InputError for a start that cannot be read, or that leads to no address; UsageError for a pattern that is none
 */
export async function fetchDocuments(
  request: FetchRequest,
  ledger: Ledger,
  listener: FetchListener,
  signal: AbortSignal,
  world: FetchWorld = {},
): Promise<FetchRun> {
  const { limits } = request;
  const clock = world.clock ?? systemClock;
  const web = openWeb({ ...request, ...world });
  try {
    const polite = courier({ web, clock, limits, interval: request.interval, agent: request.agent });
    const { urls, bad, discovery } = await addresses(request, polite, signal);
    ledger.add(urls, new Date(clock.now()).toISOString());
    const archive = await openArchive(request.into, clock.now());
    const refused = bad.map(badLine);
    refused.forEach(listener.ended);
    const tools = { ...request, courier: polite, archive, ledger, clock };
    const outcomes = await downloadAll(
      urls.map(({ url }) => new URL(url)),
      request.hosts,
      tools,
      listener,
      signal,
    );
    return { outcomes: [...refused, ...outcomes], discovery, interrupted: signal.aborted };
  } catch (error) {
    if (error instanceof InterruptedFetch) return { outcomes: [], discovery: null, interrupted: true };
    throw error;
  } finally {
    await web.close();
  }
}

interface Addresses {
  readonly urls: readonly { readonly url: string; readonly foundOn: string | null }[];
  readonly bad: readonly BadLine[];
  readonly discovery: Discovery | null;
}

async function addresses(request: FetchRequest, polite: Courier, signal: AbortSignal): Promise<Addresses> {
  const { source } = request;
  if (source.kind === 'list') {
    const { urls, bad } = source.addresses;
    if (urls.length + bad.length === 0) throw nothing(source.name, 'no line of the list is an address');
    return { urls: urls.map(({ href }) => ({ url: href, foundOn: null })), bad, discovery: null };
  }
  const { start } = source;
  const discovery = await discover(
    {
      start,
      sitemap: source.kind === 'sitemap',
      wanted: linkPattern(request.link),
      followed: request.follow === null ? below(start) : linkPattern(request.follow),
      depth: request.depth,
      pages: request.pages,
      pageLimit: request.limits.page,
    },
    polite,
    signal,
  ).catch((error: unknown) => {
    throw error instanceof FetchFault ? new InputError(start.href, error.message, remedyOf(error.kind)) : error;
  });
  if (discovery.found.length === 0) {
    const { links, pages } = discovery;
    throw nothing(start.href, `none of ${links} links on ${pages} page(s) is matched by "${request.link}"`);
  }
  return {
    urls: discovery.found.map(({ url, foundOn }) => ({ url: url.href, foundOn })),
    bad: [],
    discovery,
  };
}

/** Pages of the folder of the start: the list of a site's reports, not its whole menu. */
function below(start: URL): (url: URL) => boolean {
  const folder = start.pathname.slice(0, start.pathname.lastIndexOf('/') + 1);
  return (url) => url.pathname.startsWith(folder);
}

function nothing(where: string, reason: string): InputError {
  return new InputError(where, reason, 'Look at it in a browser; see --link, --follow and --depth.');
}

function badLine({ url, reason }: BadLine): DownloadOutcome {
  return missed(url, 'failed', new FetchFault('address', reason), null, 0);
}
