import type { Archive } from '../archive.js';
import type { Clock } from '../clock.js';
import { FetchFault, remedyOf } from '../fault.js';
import type { FetchLimits } from '../limits.js';
import { backoff } from '../polite/backoff.js';
import type { Arrival, Courier } from '../polite/courier.js';
import type { DownloadRecord, Ledger, ReceivedCopy } from './ledger.js';
import type { DownloadOutcome, GotDocument } from './outcome.js';

/** What downloading an address needs. */
export interface DownloadTools {
  readonly courier: Courier;
  readonly archive: Archive;
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly limits: FetchLimits;
  readonly allowText: boolean;
  /** Milliseconds for which a document that is there is not asked for again. */
  readonly recheck: number;
  /** Addresses that were given up are tried as if they were new. */
  readonly retry: boolean;
}

/** What is to be done next about an address: nothing more, or asking (again), not before a time in milliseconds since 1970. */
export type Step = Settled | { readonly again: MissedStep };

interface Settled {
  readonly done: DownloadOutcome;
}

/** A failure that may pass. */
export interface MissedStep {
  readonly at: number;
  readonly outcome: DownloadOutcome;
}

/** These belong to a browser's visit, not to a document. */
const NOT_KEPT = ['set-cookie', 'set-cookie2', 'www-authenticate', 'authorization'];

/** When an address may be asked by what is on record, in milliseconds since 1970; or its outcome, where it need not be asked at all. */
export async function plan(url: string, tools: DownloadTools): Promise<Settled | { readonly ask: number }> {
  const { ledger, archive, clock } = tools;
  const record = ledger.find(url);
  if (record?.state === 'failed' && !tools.retry) {
    return { done: missed(url, 'failed', new FetchFault('given-up', `failed before: ${record.lastError}`), null, 0) };
  }
  if (record?.state === 'waiting' && record.nextAttemptAt !== null) return { ask: Date.parse(record.nextAttemptAt) };
  if (record?.state !== 'done' || record.copy === null || record.checkedAt === null) return { ask: 0 };
  const { copy } = record;
  const file = await archive.find(copy.sha256, copy.file);
  const fresh = clock.now() - Date.parse(record.checkedAt) < tools.recheck;
  return file !== null && fresh ? { done: got(url, 'kept', { ...copy, file }, 0) } : { ask: 0 };
}

/** Asks for an address, puts its document into the archive and the result on record. Throws for faults of the disk and bugs only. */
export async function download(url: URL, tools: DownloadTools, signal: AbortSignal): Promise<Step> {
  const { courier, archive, ledger, clock } = tools;
  const start = clock.now();
  const seconds = (): number => (clock.now() - start) / 1000;
  const record = ledger.find(url.href);
  const before = record?.copy ?? null;
  const there = before === null ? null : await archive.find(before.sha256, before.file);
  try {
    return await courier.fetch(
      url,
      (asked) => (there === null ? {} : conditions(before, asked)),
      signal,
      async (arrival) => {
        const at = new Date(clock.now()).toISOString();
        if (arrival.status === 304 && before !== null && there !== null) {
          ledger.notModified(url.href, at);
          return { done: got(url.href, 'unchanged', { ...before, file: there }, seconds()) };
        }
        const { file, sha256, bytes } = await archive.take(arrival.content(tools.limits.document), tools.allowText);
        const copy = { ...provenance(arrival), fetchedAt: at, file, sha256, bytes };
        ledger.received(url.href, copy);
        const outcome =
          before === null ? 'fetched' : before.sha256 !== sha256 ? 'changed' : there === null ? 'fetched' : 'unchanged';
        return { done: got(url.href, outcome, copy, seconds()) };
      },
    );
  } catch (error) {
    if (!(error instanceof FetchFault)) throw error;
    return miss(url, error, record, tools, seconds());
  }
}

/** Only the address that gave the document knows whether it is still the same. */
function conditions(copy: ReceivedCopy | null, asked: URL): Readonly<Record<string, string>> {
  if (copy === null || asked.href !== copy.finalUrl) return {};
  return {
    ...(copy.etag === null ? {} : { 'if-none-match': copy.etag }),
    ...(copy.lastModified === null ? {} : { 'if-modified-since': copy.lastModified }),
  };
}

function provenance({ url, headers }: Arrival): Omit<ReceivedCopy, 'fetchedAt' | 'file' | 'sha256' | 'bytes'> {
  return {
    finalUrl: url.href,
    etag: headers.etag ?? null,
    lastModified: headers['last-modified'] ?? null,
    contentType: headers['content-type'] ?? null,
    headers: Object.fromEntries(Object.entries(headers).filter(([name]) => !NOT_KEPT.includes(name))),
  };
}

/**
 * Puts a failure on record. What speaks against the host (it is down, it asked for patience) does not count against the address: a
 * weekend without network must not have ten thousand addresses given up.
 */
function miss(url: URL, fault: FetchFault, record: DownloadRecord | null, tools: DownloadTools, seconds: number): Step {
  const { ledger, clock, courier, limits } = tools;
  const before = record?.state === 'failed' ? 0 : (record?.attempts ?? 0);
  const counts = !fault.wholeHost && fault.retryAt === null;
  const attempts = before + (counts ? 1 : 0);
  const givenUp = fault.passing && attempts >= limits.attempts;
  if (!fault.passing || givenUp) {
    const error = givenUp ? `${fault.message}, ${attempts} times in a row` : fault.message;
    ledger.failed(url.href, { state: 'failed', attempts, error, nextAttemptAt: null, status: fault.status });
    const kind = givenUp ? 'given-up' : fault.kind;
    return { done: missed(url.href, 'failed', new FetchFault(kind, error), null, seconds) };
  }
  const own = counts ? clock.now() + backoff(attempts, clock.random) : 0;
  const at = Math.max(own, fault.retryAt ?? 0, courier.freeAt(url));
  const nextAttemptAt = new Date(at).toISOString();
  ledger.failed(url.href, { state: 'waiting', attempts, error: fault.message, nextAttemptAt, status: fault.status });
  return { again: { at, outcome: missed(url.href, 'postponed', fault, nextAttemptAt, seconds) } };
}

function got(url: string, outcome: GotDocument['outcome'], copy: ReceivedCopy, seconds: number): GotDocument {
  const { finalUrl, file, sha256, bytes } = copy;
  return { url, outcome, finalUrl, file, sha256, bytes, seconds };
}

/** The outcome of an address without its document. */
export function missed(
  url: string,
  outcome: 'postponed' | 'failed',
  { kind, message }: FetchFault,
  nextAttemptAt: string | null,
  seconds: number,
): DownloadOutcome {
  return { url, outcome, kind, reason: message, remedy: remedyOf(kind), nextAttemptAt, seconds };
}
