import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import { parseAddress } from '../../src/fetch/address.js';
import type { Clock } from '../../src/fetch/clock.js';
import { InterruptedFetch } from '../../src/fetch/fault.js';
import { type FetchRequest, type FetchRun, type FetchWorld, fetchDocuments } from '../../src/fetch/fetch.js';
import { USUAL_LIMITS } from '../../src/fetch/limits.js';
import { type Downloads, openDownloads } from '../../src/store/downloads.js';
import { emptyDatabase } from '../support/temporary-store.js';

const folders: string[] = [];
const open: Downloads[] = [];

afterEach(() => {
  for (const downloads of open.splice(0)) downloads.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'juesuan-fetch-'));
  folders.push(folder);
  return folder;
}

/** A clock on which waiting takes no time: it only moves on. */
export interface TestClock extends Clock {
  readonly slept: number[];
  time: number;
}

export const NOON = Date.UTC(2025, 0, 1, 12);

export function testClock(): TestClock {
  const clock: TestClock = {
    time: NOON,
    slept: [],
    now: () => clock.time,
    sleep: async (milliseconds, signal) => {
      if (signal.aborted) throw new InterruptedFetch();
      if (milliseconds <= 0) return;
      clock.slept.push(milliseconds);
      clock.time += milliseconds;
    },
    random: () => 0,
  };
  return clock;
}

/** Limits of milliseconds and some thousand bytes, so that tests over them are quick. */
export const LIMITS = {
  ...USUAL_LIMITS,
  document: 200_000,
  connect: 1_000,
  headers: 1_000,
  whole: 20_000,
  slowSpan: 400,
  slowestBytes: 50,
};

/** Everything of a user: a folder, a database, a clock. Runs may follow each other. */
export interface Desk {
  readonly folder: string;
  readonly database: string;
  readonly downloads: Downloads;
  readonly clock: TestClock;
  readonly again: string[];
  readonly run: (urls: string | readonly string[], changes?: Changes) => Promise<FetchRun>;
  /** Files in the archive, without its folder. */
  readonly files: () => readonly string[];
}

type Changes = Partial<FetchRequest> & { readonly world?: FetchWorld; readonly signal?: AbortSignal };

export function openDesk(): Desk {
  const folder = join(temporaryFolder(), 'archive');
  const database = emptyDatabase();
  const downloads = openDownloads(database);
  open.push(downloads);
  const clock = testClock();
  const again: string[] = [];
  return {
    folder,
    database,
    downloads,
    clock,
    again,
    files: () =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ name }) => name),
    run: (urls, { world = {}, signal = new AbortController().signal, ...changes } = {}) => {
      const source: FetchRequest['source'] =
        typeof urls === 'string'
          ? { kind: 'page', start: parseAddress(urls) }
          : { kind: 'list', name: 'list', addresses: { urls: urls.map((url) => parseAddress(url)), bad: [] } };
      const request: FetchRequest = {
        source,
        into: folder,
        link: '\\.pdf',
        follow: null,
        depth: 0,
        pages: 100,
        interval: 0,
        hosts: 4,
        allowText: false,
        recheck: 20 * 3_600_000,
        retry: false,
        allowPrivate: true,
        agent: 'juesuan',
        userAgent: 'juesuan/test',
        limits: LIMITS,
        ...changes,
      };
      const listener = {
        ended: () => {},
        again: (url: string, reason: string) => {
          again.push(`${new URL(url).pathname}: ${reason}`);
        },
      };
      return fetchDocuments(request, downloads, listener, signal, { clock, ...world });
    },
  };
}

/** The words of the outcomes, in their order. */
export function words({ outcomes }: FetchRun): readonly string[] {
  return outcomes.map(({ outcome }) => outcome);
}

/** Why the only address has no document. */
export function reasonOf({ outcomes: [outcome, ...others] }: FetchRun): string {
  if (outcome === undefined || others.length > 0 || !('reason' in outcome)) throw new Error('expected one failure');
  return `${outcome.outcome} ${outcome.kind}: ${outcome.reason}`;
}
