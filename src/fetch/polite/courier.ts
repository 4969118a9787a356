import { parseAddress } from '../address.js';
import type { Clock } from '../clock.js';
import { FetchFault } from '../fault.js';
import type { FetchLimits } from '../limits.js';
import type { Reply, Web } from '../network/web.js';
import { type HostLane, hostLane } from './host-lane.js';
import { retryAfter } from './retry-after.js';
import { ROBOTS_LIMIT, type RobotsRules, robotsRules } from './robots.js';

/** Where a question ended, after all redirects, and what was answered there: the content (200), or that nothing changed (304). */
export interface Arrival extends Reply {
  readonly url: URL;
}

/** Asks politely: what robots.txt forbids is not asked, each host gets its time, redirects are followed step by step. */
export interface Courier {
  /**
   * @param conditions headers for an address that was fetched before (`If-None-Match` …), {} for others
   * @throws FetchFault, InterruptedFetch
   */
  readonly fetch: <Result>(
    start: URL,
    conditions: (url: URL) => Readonly<Record<string, string>>,
    signal: AbortSignal,
    use: (arrival: Arrival) => Promise<Result>,
  ) => Promise<Result>;
  /** When a host could be asked next, in milliseconds since 1970. */
  readonly freeAt: (url: URL) => number;
}

export interface CourierOptions {
  readonly web: Web;
  readonly clock: Clock;
  readonly limits: FetchLimits;
  /** Milliseconds between two questions to one host. */
  readonly interval: number;
  /** Our name in robots.txt. */
  readonly agent: string;
}

/** RFC 9309 wants five redirects of robots.txt to be followed; behind that the site counts as having none. */
const ROBOTS_REDIRECTS = 5;

const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308];
const PASSING_STATUS: readonly number[] = [408, 425, 429, 500, 502, 503, 504];
/** These speak for the host, not for the address. */
const BUSY_STATUS: readonly number[] = [429, 503];

/** Puts manners before the network. Robots rules and lanes live as long as the run. */
export function courier({ web, clock, limits, interval, agent }: CourierOptions): Courier {
  const lanes = new Map<string, HostLane>();
  const robots = new Map<string, Promise<RobotsRules>>();

  function laneOf({ hostname }: URL): HostLane {
    const lane = lanes.get(hostname) ?? hostLane(hostname, { clock, interval, patience: limits.patience });
    lanes.set(hostname, lane);
    return lane;
  }

  async function fetch<Result>(
    start: URL,
    conditions: (url: URL) => Readonly<Record<string, string>>,
    signal: AbortSignal,
    use: (arrival: Arrival) => Promise<Result>,
  ): Promise<Result> {
    const seen = new Set<string>();
    let url = start;
    for (;;) {
      if (seen.has(url.href)) throw new FetchFault('redirect', 'the redirects go in a circle');
      seen.add(url.href);
      if (seen.size > limits.redirects + 1) throw new FetchFault('redirect', `more than ${limits.redirects} redirects`);
      await obeyRobots(url, signal);
      const headers = conditions(url);
      const step = await ask(url, headers, signal, async (reply) => {
        if (REDIRECTS.includes(reply.status)) return { next: target(reply, url) };
        const asked = Object.keys(headers).length > 0;
        if (reply.status !== 200 && !(reply.status === 304 && asked)) throw statusFault(reply, clock.now());
        return { result: await use({ ...reply, url }) };
      });
      if ('result' in step) return step.result;
      url = step.next;
    }
  }

  function ask<Result>(
    url: URL,
    headers: Readonly<Record<string, string>>,
    signal: AbortSignal,
    use: (reply: Reply) => Promise<Result>,
  ): Promise<Result> {
    return laneOf(url).run(() => web.exchange(url, headers, signal, use), signal);
  }

  async function obeyRobots(url: URL, signal: AbortSignal): Promise<void> {
    let rules = robots.get(url.origin);
    if (rules === undefined) {
      rules = fetchRobots(url, signal);
      robots.set(url.origin, rules);
      // A site that was in trouble is asked anew the next time.
      rules.catch(() => robots.delete(url.origin));
    }
    const { allows, crawlDelay } = await rules;
    if (crawlDelay * 1000 > limits.patience) {
      throw new FetchFault('robots', `robots.txt wants ${crawlDelay} s between two questions, more than our patience`);
    }
    if (!allows(url)) throw new FetchFault('robots', 'robots.txt forbids it');
    laneOf(url).slowDown(crawlDelay * 1000);
  }

  async function fetchRobots(site: URL, signal: AbortSignal): Promise<RobotsRules> {
    let url = new URL('/robots.txt', site);
    try {
      for (let redirects = 0; redirects <= ROBOTS_REDIRECTS; redirects += 1) {
        const step = await ask(url, {}, signal, async (reply) => {
          if (REDIRECTS.includes(reply.status)) return { next: target(reply, url) };
          const busy = statusFault(reply, clock.now());
          if (busy.retryAt !== null) throw busy;
          const found = reply.status >= 200 && reply.status < 300;
          return { rules: robotsRules(site, reply.status, found ? await beginning(reply) : '', agent) };
        });
        if ('rules' in step) return step.rules;
        url = step.next;
      }
    } catch (error) {
      // Redirected to nowhere: unavailable, as if there were none.
      if (error instanceof FetchFault && (error.kind === 'redirect' || error.kind === 'address')) {
        return robotsRules(site, 404, '', agent);
      }
      throw asClosedSite(error);
    }
    return robotsRules(site, 404, '', agent);
  }

  return { fetch, freeAt: (url) => laneOf(url).freeAt() };
}

/** For questions about what was never fetched before. */
export const unconditionally = (): Readonly<Record<string, string>> => ({});

function target(reply: Reply, from: URL): URL {
  const location = reply.headers.location;
  if (location === undefined) throw new FetchFault('redirect', `status ${reply.status} without saying where to`);
  return parseAddress(location, from.href);
}

function statusFault({ status, headers }: Reply, now: number): FetchFault {
  const busy = BUSY_STATUS.includes(status);
  const retryAt = busy ? retryAfter(headers['retry-after'], now) : null;
  const fault = new FetchFault('status', `status ${status}`, {
    passing: PASSING_STATUS.includes(status),
    wholeHost: busy && retryAt === null,
    ...(retryAt === null ? {} : { retryAt }),
  });
  fault.status = status;
  return fault;
}

/** A site whose robots.txt cannot be reached is closed until it can. */
function asClosedSite(error: unknown): unknown {
  if (!(error instanceof FetchFault) || !error.passing || error.kind === 'robots' || error.kind === 'busy')
    return error;
  return new FetchFault('robots', `robots.txt cannot be read: ${error.message}`, {
    passing: true,
    wholeHost: true,
    ...(error.retryAt === null ? {} : { retryAt: error.retryAt }),
    cause: error,
  });
}

async function beginning(reply: Reply): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of reply.content(Number.POSITIVE_INFINITY)) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes >= ROBOTS_LIMIT) break;
  }
  return Buffer.concat(chunks)
    .toString('utf8', 0, ROBOTS_LIMIT)
    .replace(/^\uFEFF/, '');
}
