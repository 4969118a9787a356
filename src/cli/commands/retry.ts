import { relative } from 'node:path';
import { Command } from 'commander';
import { EXIT } from '../exit-code.js';
import { withImportOptions } from '../import/import-options.js';
import type { RunImportOptions } from '../import/run-import.js';
import { parseCount } from '../options.js';
import type { Finish, Services } from '../services.js';

/** `juesuan retry [RUN]`: imports again what failed, what stands in quarantine, and what a run left undone. */
export function retryCommand(services: Services, finish: Finish): Command {
  return withImportOptions(new Command('retry'), services.processors)
    .description('import again what failed before or was left undone, what stands in quarantine too')
    .argument('[run]', 'only what this run left (default: all runs)', parseCount)
    .action(async (run: number | undefined, options: RunImportOptions) => {
      const record = await services.openImportRuns(options.db, { readOnly: true });
      const files = new Set(record.unsettled(run ?? null).map(({ file }) => fromHere(file)));
      record.close();
      if (files.size === 0) {
        services.stderr.write('Nothing failed and nothing was left undone.\n');
        return finish(EXIT.done);
      }
      const { runImport } = await import('../import/run-import.js');
      finish(await runImport({ files: [...files], missing: [] }, { ...options, retry: true }, services));
    });
}

/** The record has absolute paths; what lies below the folder of work is named as a user there would, and so stored. */
function fromHere(file: string): string {
  const path = relative('', file);
  return path === '' || path.startsWith('..') ? file : path;
}
