import PQueue from 'p-queue';
import { FetchFault, InterruptedFetch } from '../fault.js';
import { type DownloadTools, download, missed, plan } from './download.js';
import type { DownloadOutcome } from './outcome.js';

/** Whoever wants to tell how fetching goes. */
export interface FetchListener {
  readonly ended: (outcome: DownloadOutcome) => void;
  /** An address failed and is tried again in this run. */
  readonly again: (url: string, reason: string, at: string) => void;
}

/** An address that is told "again in a second" each time is left to the next run after so many. */
const MOST_TRIES = 8;

interface Waiting {
  readonly url: URL;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** How often it was asked in this run. */
  readonly tries: number;
  /** What to say if there is no more time for it. */
  readonly outcome: DownloadOutcome;
}

/**
 * Fetches all addresses, several hosts at a time, the addresses of a host one after the other. An address that failed for now waits
 * while the others go on; what would have to wait longer than the user's patience is left for the next run. After an interruption
 * what is done is told, in the order of the addresses.
 */
export async function downloadAll(
  urls: readonly URL[],
  hosts: number,
  tools: DownloadTools,
  listener: FetchListener,
  signal: AbortSignal,
): Promise<readonly DownloadOutcome[]> {
  const outcomes = new Map<string, DownloadOutcome>();
  const tell = (outcome: DownloadOutcome): void => {
    outcomes.set(outcome.url, outcome);
    listener.ended(outcome);
  };
  // A full disk or a bug in one host ends the others.
  const failure = new AbortController();
  const stop = AbortSignal.any([signal, failure.signal]);
  const queue = new PQueue({ concurrency: hosts });
  for (const addresses of byHost(urls)) {
    void queue.add(async () => {
      try {
        await downloadHost(addresses, tools, tell, listener, stop);
      } catch (error) {
        if (!(error instanceof InterruptedFetch)) failure.abort(error);
      }
    });
  }
  await queue.onIdle();
  if (failure.signal.aborted) throw failure.signal.reason;
  return urls.flatMap(({ href }) => outcomes.get(href) ?? []);
}

function byHost(urls: readonly URL[]): readonly (readonly URL[])[] {
  const hosts = new Map<string, URL[]>();
  for (const url of urls) {
    const host = hosts.get(url.hostname);
    if (host === undefined) hosts.set(url.hostname, [url]);
    else host.push(url);
  }
  return [...hosts.values()];
}

async function downloadHost(
  urls: readonly URL[],
  tools: DownloadTools,
  tell: (outcome: DownloadOutcome) => void,
  listener: FetchListener,
  signal: AbortSignal,
): Promise<void> {
  const { clock, limits } = tools;
  const waiting: Waiting[] = [];
  for (const url of urls) {
    if (signal.aborted) throw new InterruptedFetch();
    const step = await plan(url.href, tools);
    if ('done' in step) tell(step.done);
    else waiting.push({ url, at: step.ask, tries: 0, outcome: notYet(url, step.ask) });
  }
  while (waiting.length > 0) {
    const { url, at, tries, outcome } = takeFirst(waiting);
    if (tries >= MOST_TRIES || at - clock.now() > limits.patience) {
      tell(outcome);
      continue;
    }
    await clock.sleep(at - clock.now(), signal);
    // Another run on the same database may have been here meanwhile.
    const found = await plan(url.href, tools);
    const step = 'done' in found ? found : await download(url, tools, signal);
    if ('done' in step) tell(step.done);
    else {
      const { again } = step;
      waiting.push({ url, tries: tries + 1, ...again });
      if (tries + 1 < MOST_TRIES && again.at - clock.now() <= limits.patience && 'reason' in again.outcome) {
        listener.again(url.href, again.outcome.reason, new Date(again.at).toISOString());
      }
    }
  }
}

/** Takes out what may be asked first; among equals the one that stands first. */
function takeFirst(waiting: Waiting[]): Waiting {
  const first = waiting.reduce((one, other) => (other.at < one.at ? other : one));
  waiting.splice(waiting.indexOf(first), 1);
  return first;
}

/** An earlier run was told to wait longer than this one can. */
function notYet(url: URL, at: number): DownloadOutcome {
  const until = new Date(at).toISOString();
  return missed(url.href, 'postponed', new FetchFault('busy', `not to be asked before ${until}`), until, 0);
}
