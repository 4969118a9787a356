import { Command, InvalidArgumentError, Option } from 'commander';
import { UsageError } from '../../errors.js';
import { EXIT } from '../exit-code.js';
import { databaseOption, parseCount, requireDatabase } from '../options.js';
import { formatJson } from '../output/json.js';
import type { Finish, Services } from '../services.js';

interface DigestOptions {
  readonly db: string;
  readonly run?: number;
  readonly since?: string;
  readonly limit: number;
  readonly findings: number;
  readonly json?: true;
  readonly out?: string;
}

/** `juesuan digest`: what imports brought: what is new, what contradicts itself, what failed. */
export function digestCommand(services: Services, finish: Finish): Command {
  return new Command('digest')
    .description('what imports brought: what is new, what contradicts itself, what failed; as Markdown')
    .addOption(databaseOption())
    .addOption(new Option('--run <n>', 'of this run').argParser(parseCount))
    .addOption(
      new Option('--since <time>', 'of all runs that were at work then or later').argParser(parseTime).conflicts('run'),
    )
    .addOption(new Option('--limit <n>', 'list so many reports and failures').argParser(parseCount).default(50))
    .addOption(new Option('--findings <n>', 'list so many findings of each report').argParser(parseCount).default(5))
    .option('--json', 'print the record as JSON')
    .option('--out <file>', 'write to a file, which appears whole or not at all')
    .action(async ({ db, json, out, ...request }: DigestOptions) => {
      await requireDatabase(db, services);
      const text = await digestText(db, json === true, request, services);
      if (out === undefined) services.stdout.write(text);
      else await services.writeTextFile(out, text);
      finish(EXIT.done);
    });
}

async function digestText(
  db: string,
  json: boolean,
  request: Pick<DigestOptions, 'run' | 'since' | 'limit' | 'findings'>,
  services: Services,
): Promise<string> {
  const { composeDigest } = await import('../digest/compose.js');
  const programVersion = await services.programVersion();
  const news = await services.openRunNews(db);
  const store = await services.openStore(db, { readOnly: true });
  try {
    const digest = composeDigest(news, store, { ...request, programVersion });
    if (request.run !== undefined && digest.runs.length === 0)
      throw new UsageError(`there is no run ${request.run}`, '`juesuan runs` lists the runs of the database.');
    const { digestSchema } = await import('../digest/record.js');
    const { digestMarkdown } = await import('../digest/markdown.js');
    return json ? formatJson(digestSchema.parse(digest)) : digestMarkdown(digest);
  } finally {
    store.close();
    news.close();
  }
}

/** A day (from its midnight in UTC), or a time that names its zone: 2026-11-27T03:00Z. */
function parseTime(text: string): string {
  const time = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$/.test(text)
    ? Date.parse(text)
    : Number.NaN;
  if (Number.isNaN(time)) {
    throw new InvalidArgumentError(
      'Expected a day such as 2026-11-27, or a time with its zone, such as 2026-11-27T03:00Z.',
    );
  }
  return new Date(time).toISOString();
}
