import { Command, Option } from 'commander';
import { UsageError } from '../../errors.js';
import type { RunImportOptions } from '../import/run-import.js';
import { withOcrOptions } from '../ocr-options.js';
import { databaseOption, parseCount } from '../options.js';
import type { Finish, Services } from '../services.js';

/** `juesuan import PATH…`: reads reports and stores them. One bad file never stops the rest. */
export function importCommand(services: Services, finish: Finish): Command {
  return withOcrOptions(new Command('import'))
    .description('read reports and store them; what is stored already is skipped')
    .argument('<path...>', 'files, folders (with all below them) or patterns such as "2023/**/*.pdf"')
    .addOption(databaseOption())
    .option('--force', 'read and store again what is stored already')
    .option('--strict', 'exit with 1 also when a check of a report fails with an error or a warning')
    .addOption(
      new Option('--concurrency <n>', 'documents in work at the same time')
        .argParser(parseCount)
        .default(services.processors, 'one for each processor'),
    )
    .addOption(
      new Option('--time-limit <seconds>', 'time for one document; pages read from pictures have their own')
        .argParser(parseCount)
        .default(120),
    )
    .addOption(
      new Option('--memory-limit <MB>', 'memory of the process that reads a document')
        .argParser(parseCount)
        .default(1000),
    )
    .option('--retry', 'read also what stands in quarantine because it failed before')
    .option('--json', 'print the result as JSON')
    .option('--log <file>', 'append a log to a file, as JSON lines')
    .option('--verbose', 'log to stderr')
    .action(async (paths: readonly string[], options: RunImportOptions) => {
      const found = await services.findDocuments(paths);
      if (found.files.length === 0 && found.missing.length === 0) {
        throw new UsageError('no document was named', 'Name files, folders or patterns.');
      }
      const { runImport } = await import('../import/run-import.js');
      finish(await runImport(found, options, services));
    });
}
