import { Command, Option } from 'commander';
import { parseContact, parseRate, parseSize, parseWhole, type RunFetchOptions } from '../fetch/fetch-options.js';
import { databaseOption, parseCount } from '../options.js';
import type { Finish, Services } from '../services.js';

/** `juesuan fetch [LIST]`: fetches published reports politely into a folder, with their origin on record. */
export function fetchCommand(services: Services, finish: Finish): Command {
  return new Command('fetch')
    .description('fetch reports from the web into a folder, politely; where each is from stays on record')
    .argument('[list]', 'a file of addresses, one a line; or the address of a list page, an RSS or Atom feed')
    .option('--sitemap <address>', 'a sitemap or an index of sitemaps, in the place of a list')
    .requiredOption('--into <folder>', 'where documents go, named by their content')
    .addOption(databaseOption())
    .option('--link <pattern>', 'links to fetch: a regular expression (default: \\.pdf)')
    .option(
      '--follow <pattern>',
      'pages to look through: a regular expression (default: those in the folder of the list)',
    )
    .addOption(
      new Option('--depth <n>', 'look through pages behind the list, so many steps deep')
        .argParser(parseWhole)
        .default(0),
    )
    .addOption(new Option('--pages <n>', 'look through at most so many pages').argParser(parseCount).default(100))
    .addOption(new Option('--rate <n>', 'questions a second to one host').argParser(parseRate).default(1000, '1'))
    .addOption(new Option('--hosts <n>', 'hosts at the same time').argParser(parseCount).default(4))
    .option('--contact <address>', 'a mail or web address under which a site can reach you', parseContact)
    .addOption(
      new Option('--max-size <size>', 'the largest document').argParser(parseSize).default(200_000_000, '200MB'),
    )
    .addOption(new Option('--timeout <seconds>', 'time for one document').argParser(parseCount).default(900))
    .addOption(
      new Option('--patience <seconds>', 'wait so long for a host, then leave the rest for the next run')
        .argParser(parseCount)
        .default(120),
    )
    .addOption(
      new Option('--recheck <hours>', 'ask again for what was fetched when it is older')
        .argParser(parseWhole)
        .default(20),
    )
    .option('--retry', 'try again also what was given up')
    .option('--text', 'take plain text dumps too')
    .option('--allow-private', 'ask addresses of private networks too')
    .option('--json', 'print the result as JSON')
    .option('--log <file>', 'append a log to a file, as JSON lines')
    .option('--verbose', 'log to stderr')
    .action(async (list: string | undefined, options: RunFetchOptions) => {
      const { runFetch } = await import('../fetch/run-fetch.js');
      finish(await runFetch(list, options, services));
    });
}
