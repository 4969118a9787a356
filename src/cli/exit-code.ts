import { CommanderError } from 'commander';
import { JuesuanError } from '../errors.js';

/** The exit codes of the program; the meaning of each stands in docs/command-line.md. */
export const EXIT = {
  done: 0,
  /** Done, and some document failed or (with --strict) has violations, an answer was cut, or something is broken (`doctor`). */
  someFailed: 1,
  wrongUse: 2,
  inputNotReadable: 3,
  toolMissing: 4,
  bug: 70,
  interrupted: 130,
} as const;

/** A failure as the user sees it. */
export interface Failure {
  readonly exitCode: number;
  /** What happened; '' when it has been told already (the argument parser speaks for itself). */
  readonly message: string;
  /** What to do next; '' when there is nothing to add. */
  readonly remedy: string;
  /** Where in the program it happened: only for a bug. */
  readonly trace: string | null;
}

/** The system's word for a path that cannot be used, and what we say for it. */
const SYSTEM_REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'access is not allowed',
  EPERM: 'access is not allowed',
  EISDIR: 'expected a file, found a folder',
  ENOTDIR: 'a part of the path is not a folder',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EMFILE: 'too many files are open',
};

/** What the system's word for a failure says to people; `undefined` for one that is not of a path or the disk. */
export function systemReason(error: Error): string | undefined {
  return 'code' in error && typeof error.code === 'string' ? SYSTEM_REASONS[error.code] : undefined;
}

/** Turns whatever was thrown into a message, a remedy and the exit code. Pure. */
export function failureOf(error: unknown): Failure {
  if (error instanceof JuesuanError) {
    return { exitCode: error.exitCode, message: error.message, remedy: error.remedy, trace: null };
  }
  if (error instanceof CommanderError) {
    return { exitCode: error.exitCode === 0 ? EXIT.done : EXIT.wrongUse, message: '', remedy: '', trace: null };
  }
  if (!(error instanceof Error)) {
    return bug(String(error), null);
  }
  const reason = systemReason(error);
  if (reason !== undefined) {
    const path = 'path' in error && typeof error.path === 'string' ? `${error.path}: ` : '';
    return {
      exitCode: EXIT.inputNotReadable,
      message: `${path}${reason}`,
      remedy: 'Check the path, its rights and the space on the disk.',
      trace: null,
    };
  }
  return bug(error.message, error.stack ?? null);
}

function bug(message: string, trace: string | null): Failure {
  return {
    exitCode: EXIT.bug,
    message: `a fault in juesuan itself: ${message}`,
    remedy: 'Please report it with the command you gave and, if you can, the file.',
    trace,
  };
}
