import type { LoggerOptions } from 'pino';
import { z } from 'zod';
import type { LogSink, Services } from '../services.js';

/** Where the log goes. */
export interface LogOptions {
  /** A file that takes JSON lines; wins over `verbose`. */
  readonly file: string | undefined;
  /** To stderr: for people on a terminal, JSON lines otherwise. */
  readonly verbose: boolean;
}

/** What an import writes to its log; a logger of pino is one. */
export interface ImportLog {
  readonly debug: (fields: object, message: string) => void;
  readonly info: (fields: object, message: string) => void;
  readonly warn: (fields: object, message: string) => void;
  readonly error: (fields: object, message: string) => void;
  readonly child: (fields: object) => ImportLog;
}

const nothing = (): void => {};
const SILENT: ImportLog = { debug: nothing, info: nothing, warn: nothing, error: nothing, child: () => SILENT };

/** Whether stderr carries log lines for a program that reads them: nothing but those may stand there then. */
export function logsToPipe(
  options: { readonly log?: string; readonly verbose?: true },
  { stderr }: Pick<Services, 'stderr'>,
): boolean {
  return options.verbose === true && options.log === undefined && !stderr.isTerminal;
}

/** The log of an import: silent unless asked for, and then pino is not even loaded. One child a document carries its file. */
export async function openLogger(
  options: LogOptions,
  services: Pick<Services, 'openLogFile' | 'stderr' | 'now'>,
): Promise<ImportLog> {
  if (options.file === undefined && !options.verbose) return SILENT;
  const { pino } = await import('pino');
  const settings: LoggerOptions = {
    level: 'debug',
    base: null,
    timestamp: () => `,"time":"${new Date(services.now()).toISOString()}"`,
    formatters: { level: (label) => ({ level: label }) },
  };
  if (options.file !== undefined) {
    return pino(settings, await services.openLogFile(options.file));
  }
  return pino(settings, services.stderr.isTerminal ? forPeople(services.stderr) : services.stderr);
}

const logLineSchema = z.looseObject({
  level: z.string(),
  time: z.string(),
  document: z.string().optional(),
  msg: z.string().optional(),
});

/** Turns each JSON line into "12:00:01 info document: message key=value". */
function forPeople(sink: LogSink): LogSink {
  return {
    write: (line) => {
      const { level, time, document, msg, ...rest } = logLineSchema.parse(JSON.parse(line));
      const fields = Object.entries(rest).map(([key, value]) => ` ${key}=${String(value)}`);
      const subject = document === undefined ? '' : `${document}: `;
      sink.write(`${time.slice(11, 19)} ${level.padEnd(5)} ${subject}${msg ?? ''}${fields.join('')}\n`);
    },
  };
}
