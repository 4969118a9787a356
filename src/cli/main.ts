#!/usr/bin/env node
/** The program: puts the real services behind the commands. What is heavy is loaded when a command calls for it. */
import { setMaxListeners } from 'node:events';
import { readFileSync } from 'node:fs';
import { availableParallelism, hostname } from 'node:os';
import { setTimeout } from 'node:timers/promises';
import type { ReadOptions } from '../pipeline.js';
import { EXIT } from './exit-code.js';
import { runCommandLine } from './program.js';
import type { Output, Reading, Services } from './services.js';

/** The package's own description: two levels above this module, under src/ as well as under dist/. */
function packageDescription(): { readonly version: string; readonly node: string } {
  const { version, engines }: { version: string; engines: { node: string } } = JSON.parse(
    readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
  );
  return { version, node: engines.node };
}

const PROGRAM = packageDescription();

function output(stream: NodeJS.WriteStream): Output {
  return {
    write: (text) => {
      stream.write(text);
    },
    isTerminal: stream.isTTY === true,
    // some terminals say 0
    columns: stream.columns > 0 ? stream.columns : 80,
  };
}

function interruptible(): AbortSignal {
  const controller = new AbortController();
  // Every document in flight listens.
  setMaxListeners(0, controller.signal);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => controller.abort());
  }
  return controller.signal;
}

/** The reading as the pipeline takes it. */
async function options({ onOcrProgress, ...reading }: Reading = {}): Promise<ReadOptions> {
  return (await import('../batch/reading.js')).readOptions(reading, onOcrProgress);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It is there, and somebody else's.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** The stages, whose schemas are made when they are loaded. */
async function pipeline(): Promise<typeof import('../pipeline.js')> {
  await import('./plain-schemas.js');
  return import('../pipeline.js');
}

async function store(): Promise<typeof import('../store/store.js')> {
  await import('./plain-schemas.js');
  return import('../store/store.js');
}

async function importRuns(): Promise<typeof import('../store/import-runs.js')> {
  await import('./plain-schemas.js');
  return import('../store/import-runs.js');
}

const services: Services = {
  version: PROGRAM.version,
  programVersion: async () => (await pipeline()).PROGRAM_VERSION,
  readReport: async (file, reading) => (await pipeline()).readReport(file, await options(reading)),
  stage: async (name, file, reading) => (await pipeline()).stage(name, file, await options(reading)),
  openStore: async (file, options) =>
    (await store()).openStore(file, { ...options, tell: (words) => process.stderr.write(words) }),
  openImportRuns: async (file, { readOnly }) => (await importRuns()).openImportRuns(file, readOnly),
  openRunNews: async (file) => {
    await import('./plain-schemas.js');
    return (await import('../store/run-news.js')).openRunNews(file);
  },
  processImporter: async (kept) => (await import('../batch/process-importer.js')).processImporter(kept),
  // The thread of the watch starts while what it watches is loaded.
  watchOver: async (...watched) => {
    const watch = import('../batch/watch.js').then(({ watchOver }) => watchOver(...watched));
    return (await Promise.all([watch, pipeline()]))[0];
  },
  owner: { host: hostname(), process: process.pid, isAlive },
  pause: (milliseconds, until) =>
    setTimeout(milliseconds, undefined, until === undefined ? {} : { signal: until }).catch((error: unknown) => {
      if (!until?.aborted) throw error;
    }),
  namedQueries: async () => (await import('../store/named-queries.js')).namedQueries(),
  askNamed: async (store, name, parameters) =>
    (await import('../store/named-queries.js')).askNamed(store, name, parameters),
  askBounded: async (...question) => (await import('../store/bounded-query/ask-bounded.js')).askBounded(...question),
  backup: async (...copy) => (await import('../store/backup.js')).backupDatabase(...copy),
  examine: async (database) =>
    (await import('./doctor/installation.js')).examineInstallation(database, process.env, PROGRAM),
  searchCodes: async (words) => (await import('../normalize/classify/search.js')).searchCodes(words),
  explainCheck: async (id) => (await import('../verify/explain.js')).explainCheck(id),
  checkPages: async () => (await import('./check-pages.js')).checkPages(),
  findDocuments: async (paths) => (await import('./import/find-documents.js')).findDocuments(paths),
  writeTextFile: async (file, text) => (await import('./disk.js')).writeTextFile(file, text),
  lookInto: async (folder) => (await import('./watch/look.js')).lookInto(folder),
  fileExists: async (file) => (await import('./disk.js')).fileExists(file),
  readFileHash: async (file) => (await import('./disk.js')).readFileHash(file),
  readTextFile: async (file) => (await import('./disk.js')).readTextFile(file),
  fetchDocuments: async (request, ledger, listener, interrupted) =>
    (await import('../fetch/fetch.js')).fetchDocuments(request, ledger, listener, interrupted),
  openDownloads: async (file) => {
    await import('./plain-schemas.js');
    return (await import('../store/downloads.js')).openDownloads(file);
  },
  openLogFile: async (file) => (await import('pino')).destination({ dest: file, sync: true, append: true }),
  now: () => Date.now(),
  processors: availableParallelism(),
  stdout: output(process.stdout),
  stderr: output(process.stderr),
  environment: process.env,
  interruptible,
};

// "juesuan query … | head" closes the pipe early: that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') {
    throw error;
  }
  process.exit();
});

process.exitCode = await runCommandLine(process.argv.slice(2), services);
if (process.exitCode === EXIT.interrupted) {
  // A document given up may still be in work; what was written must go out first.
  process.stdout.write('', () => process.exit());
}
