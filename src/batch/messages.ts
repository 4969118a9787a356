import { InputError, JuesuanError } from '../errors.js';
import type { OcrProgress } from '../extract/extraction.js';
import type { ImportJob, ImportResult } from './job.js';

/** What a worker is asked: one job at a time. */
export type Request = { readonly ask: 'import'; readonly job: ImportJob };

/** What a worker says. `ready`: its program is loaded; the time of a document begins after that. */
export type Answer =
  | { readonly answer: 'ready' }
  | { readonly answer: 'progress'; readonly progress: OcrProgress }
  | { readonly answer: 'done'; readonly result: ImportResult }
  | { readonly answer: 'failed'; readonly error: SentError };

/** An error as it travels between processes. `input` and `remedy` are those of the program's own errors; `null` for any other. */
export interface SentError {
  readonly name: string;
  readonly message: string;
  readonly stack: string | null;
  readonly code: string | null;
  readonly path: string | null;
  readonly exitCode: number | null;
  readonly remedy: string;
  readonly input: { readonly file: string; readonly reason: string } | null;
}

/** An error made ready to travel. */
export function sentError(error: unknown): SentError {
  const known = error instanceof JuesuanError ? error : null;
  const system = error instanceof Error ? (error as NodeJS.ErrnoException) : null;
  return {
    name: system?.name ?? 'Error',
    message: system?.message ?? String(error),
    stack: system?.stack ?? null,
    code: known === null && typeof system?.code === 'string' ? system.code : null,
    path: known === null && typeof system?.path === 'string' ? system.path : null,
    exitCode: known?.exitCode ?? null,
    remedy: known?.remedy ?? '',
    input: known instanceof InputError ? { file: known.file, reason: known.reason } : null,
  };
}

/** The error again: of the program's own kind where it was, with its name; anything else with its code, path and trace. */
export function receivedError({ name, message, stack, code, path, exitCode, remedy, input }: SentError): Error {
  if (exitCode === null) {
    const error = Object.assign(
      new Error(message),
      { name },
      code === null ? {} : { code },
      path === null ? {} : { path },
    );
    if (stack !== null) error.stack = stack;
    return error;
  }
  return input === null
    ? new SentAnyError(name, message, remedy, exitCode)
    : new SentInputError(name, input.file, input.reason, remedy, exitCode);
}

class SentInputError extends InputError {
  override readonly exitCode: number;

  constructor(name: string, file: string, reason: string, remedy: string, exitCode: number) {
    super(file, reason, remedy);
    this.exitCode = exitCode;
    this.name = name;
  }
}

class SentAnyError extends JuesuanError {
  override readonly exitCode: number;

  constructor(name: string, message: string, remedy: string, exitCode: number) {
    super(message, remedy);
    this.exitCode = exitCode;
    this.name = name;
  }
}
