import { Command } from 'commander';
import { UsageError } from '../../errors.js';
import { withImportOptions } from '../import/import-options.js';
import type { RunImportOptions } from '../import/run-import.js';
import type { Finish, Services } from '../services.js';

/** `juesuan import PATH…`: reads reports and stores them. One bad file never stops the rest. */
export function importCommand(services: Services, finish: Finish): Command {
  return withImportOptions(new Command('import'), services.processors)
    .description('read reports and store them; what is stored already is skipped')
    .argument('<path...>', 'files, folders (with all below them) or patterns such as "2023/**/*.pdf"')
    .option('--force', 'read and store again what is stored already')
    .action(async (paths: readonly string[], options: RunImportOptions) => {
      const found = await services.findDocuments(paths);
      if (found.files.length === 0 && found.missing.length === 0) {
        throw new UsageError('no document was named', 'Name files, folders or patterns.');
      }
      const { runImport } = await import('../import/run-import.js');
      finish(await runImport(found, options, services));
    });
}
