import { Command, Option } from 'commander';
import { withImportOptions } from '../import/import-options.js';
import { parseCount } from '../options.js';
import type { Finish, Services } from '../services.js';
import type { WatchOptions } from '../watch/run-watch.js';

/** `juesuan watch DIR`: imports what appears in a folder, as soon as it is settled. */
export function watchCommand(services: Services, finish: Finish): Command {
  return withImportOptions(new Command('watch'), services.processors)
    .description('import what appears in a folder and below it, as soon as it does not change any more')
    .argument('<dir>', 'the folder')
    .addOption(
      new Option('--settle <seconds>', 'a document must not change for so long').argParser(parseCount).default(10),
    )
    .addOption(new Option('--every <seconds>', 'look so often').argParser(parseCount).default(5))
    .option('--once', 'end as soon as everything that is there is settled and imported')
    .action(async (folder: string, options: WatchOptions) => {
      const { runWatch } = await import('../watch/run-watch.js');
      finish(await runWatch(folder, options, services));
    });
}
