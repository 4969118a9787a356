import { InvalidArgumentError, Option } from 'commander';
import { InputError } from '../errors.js';
import type { Services } from './services.js';

/** The database a command works on when none is named, in the working folder. */
export const DEFAULT_DATABASE = 'juesuan.db';

/** `--db FILE`, the same for every command that has a database. */
export function databaseOption(): Option {
  return new Option('--db <file>', 'the database').default(DEFAULT_DATABASE);
}

/** A number from 1; anything else is wrong use. */
export function parseCount(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) {
    throw new InvalidArgumentError('Expected a whole number from 1.');
  }
  return Number(text);
}

/** As {@link parseCount}; 0 is allowed, for "no limit". */
export function parseLimit(text: string): number {
  if (!/^\d{1,9}$/.test(text)) {
    throw new InvalidArgumentError('Expected a whole number from 0 (no limit).');
  }
  return Number(text);
}

/** `name=value`, added to those before it; a name given twice is wrong use. */
export function collectParameter(
  text: string,
  before: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const [, name, value] = /^([A-Za-z_]\w*)=(.*)$/s.exec(text) ?? [];
  if (name === undefined || value === undefined) {
    throw new InvalidArgumentError('Expected name=value, for example year=2023.');
  }
  if (Object.hasOwn(before, name)) {
    throw new InvalidArgumentError(`The parameter "${name}" is given twice.`);
  }
  return { ...before, [name]: value };
}

/**
 * Refuses a database that is not there: a command that only reads must not create one.
 * @throws InputError
 */
export async function requireDatabase(file: string, services: Pick<Services, 'fileExists'>): Promise<void> {
  if (!(await services.fileExists(file))) {
    throw new InputError(
      file,
      'there is no such database',
      'Import reports first (juesuan import), or name it with --db.',
    );
  }
}
