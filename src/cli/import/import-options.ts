import { type Command, Option } from 'commander';
import type { DocumentLimits } from '../../batch/document-limits.js';
import { withOcrOptions } from '../ocr-options.js';
import { databaseOption, parseCount } from '../options.js';

/** What one document may cost, as the command line gives it. */
export interface LimitOptions {
  /** Seconds. */
  readonly timeLimit: number;
  /** Megabytes. */
  readonly memoryLimit: number;
}

/** Adds the options of every command that imports. `processors`: what may work at the same time. */
export function withImportOptions(command: Command, processors: number): Command {
  return withLimitOptions(withOcrOptions(command))
    .addOption(databaseOption())
    .option('--strict', 'exit with 1 also when a check of a report fails with an error or a warning')
    .addOption(
      new Option('--concurrency <n>', 'documents in work at the same time')
        .argParser(parseCount)
        .default(processors, 'one for each processor'),
    )
    .option('--json', 'print the result as JSON')
    .option('--log <file>', 'append a log to a file, as JSON lines')
    .option('--verbose', 'log to stderr');
}

/** Adds what one document may cost. */
export function withLimitOptions(command: Command): Command {
  return command
    .addOption(
      new Option('--time-limit <seconds>', 'time for one document; pages read from pictures have their own')
        .argParser(parseCount)
        .default(120),
    )
    .addOption(
      new Option('--memory-limit <MB>', 'memory of the process that reads a document')
        .argParser(parseCount)
        .default(1000),
    );
}

/** The limits as options give them: seconds and megabytes. */
export function limitsOf({ timeLimit, memoryLimit }: LimitOptions): DocumentLimits {
  return { time: timeLimit * 1000, memory: memoryLimit * 2 ** 20 };
}
