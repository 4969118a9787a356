import { type ChildProcess, fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { ReadRequest, ReadResult } from './reading-process-child.js';

/** What one document may take. */
export interface Limits {
  /** Wall clock. */
  readonly milliseconds: number;
  /** Resident memory of the process that reads, MB. */
  readonly megabytes: number;
}

/** How the reading of a document ended: told by the program, or by the watchdog. */
export type Ended = (
  | ReadResult
  | { readonly ended: 'killed'; readonly why: 'time' | 'memory' }
  | { readonly ended: 'crashed'; readonly why: string }
) & { readonly seconds: number; readonly peakMegabytes: number };

/** Reads documents one after the other in a process of its own, which is killed and replaced where a document exceeds its limits. */
export interface ReadingProcess {
  readonly read: (request: ReadRequest) => Promise<Ended>;
  readonly close: () => void;
}

const CHILD = new URL('./reading-process-child.ts', import.meta.url);
/** How often the watchdog looks, milliseconds. */
const LOOK = 25;

export function readingProcess(limits: Limits): ReadingProcess {
  let child: ChildProcess | null = null;
  return {
    read: async (request) => {
      child = child?.connected ? child : await started(limits);
      return watched(child, request, limits);
    },
    close: () => child?.kill('SIGKILL'),
  };
}

/** A process that has loaded the program: loading is not the document's time. */
async function started({ megabytes }: Limits): Promise<ChildProcess> {
  const child = fork(CHILD, {
    execArgv: ['--import', 'tsx', `--max-old-space-size=${Math.round(megabytes * 0.7)}`],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  await new Promise<void>((resolve, reject) => {
    child.once('message', () => resolve());
    child.once('exit', (code) => reject(new Error(`the reading process did not start (${code})`)));
  });
  child.removeAllListeners('exit');
  return child;
}

function watched(child: ChildProcess, request: ReadRequest, limits: Limits): Promise<Ended> {
  const start = performance.now();
  let peakMegabytes = 0;
  let killed: 'time' | 'memory' | null = null;
  return new Promise((resolve) => {
    const look = setInterval(() => {
      const megabytes = residentMegabytes(child.pid ?? 0);
      peakMegabytes = Math.max(peakMegabytes, megabytes);
      if (megabytes > limits.megabytes) killed ??= 'memory';
      if (performance.now() - start > limits.milliseconds) killed ??= 'time';
      if (killed !== null) child.kill('SIGKILL');
    }, LOOK);
    const finish = (
      result: ReadResult | { ended: 'killed'; why: 'time' | 'memory' } | { ended: 'crashed'; why: string },
    ) => {
      clearInterval(look);
      child.removeAllListeners();
      resolve({ ...result, seconds: (performance.now() - start) / 1000, peakMegabytes: Math.round(peakMegabytes) });
    };
    child.once('message', (result) => finish(result as ReadResult));
    child.once('exit', (code, signal) =>
      finish(
        killed === null ? { ended: 'crashed', why: signal ?? `exit code ${code}` } : { ended: 'killed', why: killed },
      ),
    );
    child.send(request);
  });
}

/** Resident memory as Linux counts it; 0 where there is no /proc, and then only time is watched. */
function residentMegabytes(pid: number): number {
  try {
    const kilobytes = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1];
    return Number(kilobytes ?? 0) / 1024;
  } catch {
    return 0;
  }
}
