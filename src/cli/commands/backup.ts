import { Command } from 'commander';
import { EXIT } from '../exit-code.js';
import { databaseOption, requireDatabase } from '../options.js';
import { formatJson } from '../output/json.js';
import { sizeText } from '../output/size.js';
import type { Finish, Services } from '../services.js';

interface BackupOptions {
  readonly db: string;
  readonly force?: true;
  readonly json?: true;
}

/** `juesuan backup FILE`: a checked copy of the database, also while an import runs. */
export function backupCommand(services: Services, finish: Finish): Command {
  return new Command('backup')
    .description('copy the database to a file, also while an import runs, and check the copy')
    .argument('<file>', 'the copy; a file that exists is overwritten only with --force')
    .addOption(databaseOption())
    .option('--force', 'overwrite a file that exists')
    .option('--json', 'print the result as JSON: file, bytes, reports')
    .action(async (file: string, options: BackupOptions) => {
      await requireDatabase(options.db, services);
      const backup = await services.backup(options.db, file, { force: options.force === true });
      const reports = `${backup.reports} ${backup.reports === 1 ? 'report' : 'reports'}`;
      services.stdout.write(
        options.json
          ? formatJson(backup)
          : `${options.db} was copied to ${backup.file} (${reports}, ${sizeText(backup.bytes)}); the copy is sound.\n`,
      );
      finish(EXIT.done);
    });
}
