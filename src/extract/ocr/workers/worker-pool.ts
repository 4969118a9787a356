import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import PQueue from 'p-queue';
import type { PageReader } from '../page-reader.js';
import type { Answer, Request } from './messages.js';

/** How worker processes are kept. */
export interface PoolOptions {
  /** Worker processes at most; each takes a core and up to 900 MB. */
  readonly workers: number;
  /** After so many milliseconds a page is given up and its worker ended: an engine that hangs costs one page. */
  readonly timeout: number;
  /** Program of the worker; another one in tests. */
  readonly program?: URL;
}

/** The seconds that a page may take are many: the slowest measured takes six. */
export const PAGE_TIMEOUT = 120_000;

/**
 * A {@link PageReader} that reads in processes of their own, started when the first page comes. A worker that crashes or
 * takes too long fails the request it was doing, and is replaced for the next one.
 */
export function workerPool(options: PoolOptions): PageReader {
  const queue = new PQueue({ concurrency: options.workers });
  const idle: ChildProcess[] = [];
  const all = new Set<ChildProcess>();
  let closed = false;
  const ask = (request: Request): Promise<Answer> =>
    queue.add(async () => {
      if (closed) throw new Error('the reading of pictures was ended before this one was read');
      const worker = ready(idle) ?? started(options.program ?? workerProgram(), all);
      const answer = await asked(worker, request, options.timeout);
      idle.push(worker);
      if (answer.answer === 'failed') throw new Error(answer.reason);
      return answer;
    });
  return {
    engines: async () => {
      const answer = await ask({ ask: 'engines' });
      if (answer.answer !== 'engines') throw unexpected(answer);
      return answer.engines;
    },
    read: async (image) => {
      const answer = await ask({ ask: 'read', image });
      if (answer.answer !== 'page') throw unexpected(answer);
      return { page: answer.page, images: new Map(answer.images) };
    },
    cutAgain: async (image, page) => {
      const answer = await ask({ ask: 'cut-again', image, page });
      if (answer.answer !== 'images') throw unexpected(answer);
      return new Map(answer.images);
    },
    readAgain: async (lines) => {
      const answer = await ask({ ask: 'read-again', lines });
      if (answer.answer !== 'readings') throw unexpected(answer);
      return answer.readings;
    },
    close: async () => {
      closed = true;
      for (const worker of all) worker.kill();
      all.clear();
      idle.length = 0;
    },
  };
}

/** A resting worker; those that ended while they rested are passed over. */
function ready(idle: ChildProcess[]): ChildProcess | undefined {
  let worker = idle.pop();
  while (worker?.connected === false) worker = idle.pop();
  return worker;
}

/** `worker.ts` beside this file while developing, its bundle beside the bundled command line. */
function workerProgram(): URL {
  return import.meta.url.endsWith('.ts')
    ? new URL('worker.ts', import.meta.url)
    : new URL(
        /\/cli\/[^/]+$/.test(import.meta.url) ? '../extract/ocr/workers/worker.js' : 'worker.js',
        import.meta.url,
      );
}

function started(program: URL, all: Set<ChildProcess>): ChildProcess {
  const execArgv = program.pathname.endsWith('.ts') ? ['--import', 'tsx'] : [];
  const worker = fork(fileURLToPath(program), [], {
    execArgv,
    serialization: 'advanced',
    // Engines talk on stdout; only the talk of this program may stand there.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  all.add(worker);
  worker.once('exit', () => all.delete(worker));
  rest(worker);
  return worker;
}

/** A worker without work does not keep the program alive. */
function rest(worker: ChildProcess): void {
  worker.unref();
  worker.channel?.unref();
}

function asked(worker: ChildProcess, request: Request, timeout: number): Promise<Answer> {
  worker.ref();
  worker.channel?.ref();
  return new Promise((resolve, reject) => {
    const finish = (act: () => void): void => {
      clearTimeout(timer);
      worker.off('message', onMessage);
      worker.off('exit', onExit);
      worker.off('error', onError);
      rest(worker);
      act();
    };
    const fail = (reason: string): void =>
      finish(() => {
        worker.kill('SIGKILL');
        reject(new Error(reason));
      });
    const onMessage = (answer: unknown): void => finish(() => resolve(answer as Answer));
    const onExit = (code: number | null, signal: string | null): void =>
      fail(`the process that reads pictures ended (${signal ?? `exit code ${code}`})`);
    const onError = (error: Error): void => fail(`the process that reads pictures failed: ${error.message}`);
    const timer = setTimeout(
      () => fail(`reading the picture took more than ${timeout / 1000} s and was given up`),
      timeout,
    );
    worker.once('message', onMessage);
    worker.once('exit', onExit);
    worker.once('error', onError);
    worker.send(request, (error) => {
      if (error) onError(error);
    });
  });
}

function unexpected(answer: Answer): Error {
  return new Error(`a worker gave the answer '${answer.answer}' to another question`);
}
