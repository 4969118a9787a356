import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { JuesuanError, UsageError } from '../../errors.js';
import { openReading } from '../open-reading.js';
import { readBounded } from '../read-query.js';
import { type Message, MOST_MEMORY, type Question } from './question.js';

/*
 * The program of a process that answers one question of a user. SQLite does not return before it has the next row, so nothing in the same
 * process could stop a question that never ends; this process can be ended from outside, and ends itself where nobody is left to do so.
 */

const ROWS_AT_A_TIME = 5_000;

/**
 * Runs beside the question, on a thread of its own: ends the process when it takes too much memory, its time is long over, or nobody waits for
 * it any more. SQLite's own bound (`hard_heap_limit`) counts nothing in the builds of better-sqlite3.
 */
const WATCH = `
  const { parentPort, workerData } = require('node:worker_threads');
  const end = () => process.kill(process.pid, 'SIGKILL');
  setTimeout(end, workerData.lifetime);
  setInterval(() => { if (process.ppid !== workerData.parent || process.memoryUsage.rss() > workerData.memory) end(); }, 100);
  parentPort.postMessage('ready');
`;

function send(message: Message): Promise<void> {
  return new Promise((resolve, reject) => {
    process.send?.(message, undefined, undefined, (error: Error | null) => (error ? reject(error) : resolve()));
  });
}

async function answer({ file, sql, parameters, bounds }: Question): Promise<void> {
  const database = openReading(file);
  // What is sorted stays in memory, which is watched: no question can fill the disk.
  database.pragma('temp_store = MEMORY');
  const { columns, rows, cut } = readBounded(database, sql, parameters, bounds);
  for (let at = 0; at < rows.length; at += ROWS_AT_A_TIME) {
    await send({ kind: 'rows', rows: rows.slice(at, at + ROWS_AT_A_TIME) });
  }
  await send({ kind: 'end', columns, cut });
}

function failure(error: unknown): Message {
  const message = error instanceof Error ? error.message : String(error);
  if (!(error instanceof JuesuanError)) return { kind: 'failed', fault: 'program', message, remedy: '' };
  const fault = error instanceof UsageError ? 'question' : 'database';
  return { kind: 'failed', fault, message, remedy: error.remedy };
}

process.once('message', async (question: Question) => {
  const workerData = { lifetime: question.lifetime, memory: MOST_MEMORY, parent: process.ppid };
  const watch = new Worker(WATCH, { eval: true, workerData, execArgv: [] });
  // A thread that is still starting may need this one, which SQLite may never give back.
  await once(watch, 'message');
  try {
    await answer(question);
  } catch (error) {
    await send(failure(error));
  } finally {
    await watch.terminate();
    process.disconnect();
  }
});
