import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { UsageError } from '../../errors.js';
import type { AnswerBounds, BoundedResult, QueryParameters } from '../read-query.js';
import { StoreError } from '../store-error.js';
import { type Message, MOST_MEMORY, type Question } from './question.js';

/** What a question of a user may take. */
export interface QueryLimits extends AnswerBounds {
  /** Milliseconds. */
  readonly time: number;
}

/** How long the process may outlive its time: only where the one who asked is gone, and ends nothing any more. */
const GRACE = 5_000;

/**
 * Answers SQL that a user brings, on a connection that only reads, in a process of its own that is ended when the time is up.
 * @throws UsageError for SQL that is not one single question, does not run, or takes too long or too much memory
 * @throws StoreError for a file that is not there, not ours, older, newer or damaged
 */
export function askBounded(
  file: string,
  sql: string,
  parameters: QueryParameters,
  limits: QueryLimits,
): Promise<BoundedResult> {
  const { time, ...bounds } = limits;
  const program = answeringProgram();
  const execArgv = program.pathname.endsWith('.ts') ? ['--import', 'tsx'] : [];
  const child = fork(fileURLToPath(program), [], {
    execArgv,
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const question: Question = { file, sql, parameters, bounds, lifetime: time + GRACE };
  return answered(child, file, question, time).finally(() => child.kill('SIGKILL'));
}

/** `answering.ts` beside this file while developing, its compiled form beside the bundled command line. */
function answeringProgram(): URL {
  if (import.meta.url.endsWith('.ts')) return new URL('answering.ts', import.meta.url);
  const bundled = /\/cli\/[^/]+$/.test(import.meta.url);
  return new URL(bundled ? '../store/bounded-query/answering.js' : 'answering.js', import.meta.url);
}

function answered(child: ChildProcess, file: string, question: Question, time: number): Promise<BoundedResult> {
  const rows: BoundedResult['rows'][number][] = [];
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(tooLong(time)), time);
    const finish = (act: () => void): void => {
      clearTimeout(timer);
      act();
    };
    child.on('message', (message: Message) => {
      if (message.kind === 'rows') for (const row of message.rows) rows.push(row);
      if (message.kind === 'end') finish(() => resolve({ columns: message.columns, rows, cut: message.cut }));
      if (message.kind === 'failed') finish(() => reject(failure(file, message)));
    });
    child.once('error', (error) => finish(() => reject(error)));
    child.once('exit', (code, signal) => finish(() => reject(ended(signal, code))));
    child.send(question, (error) => {
      if (error) finish(() => reject(error));
    });
  });
}

function tooLong(time: number): UsageError {
  return new UsageError(
    `the query took more than ${time / 1000} s and was ended`,
    'Narrow it, or give it more time with --time-limit; a recursive query needs an end.',
  );
}

function ended(signal: string | null, code: number | null): UsageError {
  const what =
    signal === 'SIGKILL'
      ? `the query needed too much memory (more than ${MOST_MEMORY / (1 << 30)} GiB, or all there is) and was ended`
      : `the process that answered the query ended before the answer was complete (${signal ?? `exit code ${code}`})`;
  return new UsageError(what, 'Narrow it with WHERE, or sort less.');
}

function failure(file: string, { fault, message, remedy }: Extract<Message, { kind: 'failed' }>): Error {
  if (fault === 'question') return new UsageError(message, remedy);
  if (fault === 'program') return new Error(message);
  return new StoreError(file, message.startsWith(`${file}: `) ? message.slice(file.length + 2) : message, remedy);
}
