import { type ChildProcess, fork } from 'node:child_process';
import { MemoryLimitError, TimeLimitError, WorkerEndedError, WorkerStartError } from '../errors.js';
import type { OcrProgress } from '../extract/extraction.js';
import { PAGE_TIMEOUT } from '../extract/ocr/workers/worker-pool.js';
import type { DocumentLimits } from './document-limits.js';
import type { ImportJob, ImportResult } from './job.js';
import { type Answer, receivedError } from './messages.js';
import { residentMemory } from './process-memory.js';

/** How often the memory of a worker is looked at. Milliseconds. */
const LOOK = 100;
/** A program that needs longer to load will not. Milliseconds. */
const START = 60_000;

/** A process that imports one document after the other. */
export class WorkerProcess {
  readonly #child: ChildProcess;
  readonly #ready: Promise<void>;
  #alive = true;

  /** @param program the file of the worker's program */
  constructor(program: string, { memory }: DocumentLimits) {
    const heap = Math.floor((memory * 0.75) / 2 ** 20);
    const loader = program.endsWith('.ts') ? ['--import', 'tsx'] : [];
    this.#child = fork(program, [], {
      execArgv: [...loader, `--max-old-space-size=${heap}`],
      serialization: 'advanced',
      // Libraries talk on stdout; only the talk of this program may stand there.
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    this.#child.once('exit', () => {
      this.#alive = false;
    });
    this.#ready = this.#started();
    // Whoever asks for a job hears of it.
    this.#ready.catch(() => {});
  }

  /** Whether it can take another job. */
  get alive(): boolean {
    return this.#alive && this.#child.connected;
  }

  /** Bytes that it holds now; `null` where the system does not tell. */
  async memory(): Promise<number | null> {
    return this.#child.pid === undefined ? null : residentMemory(this.#child.pid);
  }

  kill(): void {
    this.#alive = false;
    this.#child.kill('SIGKILL');
  }

  /**
   * Imports one document. A document over its limits, or one that ends the process, costs the process.
   * @throws WorkerStartError, TimeLimitError, MemoryLimitError, WorkerEndedError, and whatever reading and storing throw
   */
  async run(
    job: ImportJob,
    limits: DocumentLimits,
    onProgress: (progress: OcrProgress) => void,
  ): Promise<ImportResult> {
    await this.#ready;
    return new Promise((resolve, reject) => {
      const end = (act: () => void): void => {
        clearTimeout(timer);
        clearInterval(looking);
        this.#child.off('message', onMessage).off('exit', onExit).off('error', onError);
        act();
      };
      const fail = (error: Error): void =>
        end(() => {
          this.kill();
          reject(error);
        });
      const onMessage = (answer: Answer): void => {
        if (answer.answer === 'progress') {
          clearTimeout(timer);
          timer = timed(limits.time + (answer.progress.done < answer.progress.of ? page : 0));
          onProgress(answer.progress);
        } else if (answer.answer === 'done') end(() => resolve(answer.result));
        else if (answer.answer === 'failed') end(() => reject(receivedError(answer.error)));
      };
      const onExit = (code: number | null, signal: string | null): void =>
        fail(new WorkerEndedError(job.file, signal ?? `exit code ${code}`));
      const onError = (error: Error): void => fail(new WorkerEndedError(job.file, error.message, { cause: error }));
      // A page that is read from its picture has a limit of its own, and ends before its document does.
      const page = job.reading.timeout ?? PAGE_TIMEOUT;
      const timed = (milliseconds: number): NodeJS.Timeout =>
        setTimeout(() => fail(new TimeLimitError(job.file, milliseconds / 1000)), milliseconds);
      let timer = timed(limits.time);
      const looking = setInterval(() => {
        void this.memory().then((bytes) => {
          if (bytes !== null && bytes > limits.memory) fail(new MemoryLimitError(job.file, limits.memory / 2 ** 20));
        });
      }, LOOK);
      this.#child.on('message', onMessage).once('exit', onExit).once('error', onError);
      this.#child.send({ ask: 'import', job }, (error) => {
        if (error) onError(error);
      });
    });
  }

  #started(): Promise<void> {
    return new Promise((resolve, reject) => {
      const end = (act: () => void): void => {
        clearTimeout(timer);
        this.#child.off('message', onMessage).off('exit', onExit).off('error', onError);
        act();
      };
      const fail = (reason: string): void => end(() => reject(new WorkerStartError(reason)));
      const onMessage = ({ answer }: Answer): void => {
        if (answer === 'ready') end(resolve);
      };
      const onExit = (code: number | null, signal: string | null): void => fail(signal ?? `exit code ${code}`);
      const onError = ({ message }: Error): void => fail(message);
      const timer = setTimeout(() => {
        this.kill();
        fail(`it was not ready after ${START / 1000} s`);
      }, START);
      this.#child.on('message', onMessage).once('exit', onExit).once('error', onError);
    });
  }
}
