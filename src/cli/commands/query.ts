import { Command, Option } from 'commander';
import { UsageError } from '../../errors.js';
import type { NamedQuery } from '../../store/named-queries.js';
import { EXIT } from '../exit-code.js';
import { collectParameter, databaseOption, parseCount, requireDatabase } from '../options.js';
import { formatJson } from '../output/json.js';
import { formatResultSet, RESULT_FORMATS, type ResultFormat } from '../output/result-set.js';
import { formatTable } from '../output/table.js';
import type { Finish, Services } from '../services.js';

interface QueryOptions {
  readonly db: string;
  readonly format: ResultFormat;
  readonly json?: true;
  readonly bom?: true;
  readonly param: Readonly<Record<string, string>>;
  readonly limit?: number;
}

/** `juesuan query NAME|SQL`: a ready-made query or any SELECT, read-only. */
export function queryCommand(services: Services, finish: Finish): Command {
  return new Command('query')
    .description('run a ready-made query or SQL on the database, read-only; without an argument, list the queries')
    .argument('[query]', 'the name of a ready-made query, or SQL')
    .addOption(databaseOption())
    .addOption(new Option('--format <format>', 'how to print rows').choices(RESULT_FORMATS).default('table'))
    .option('--json', 'the same as --format json')
    .option('--bom', 'begin CSV with a byte order mark, for spreadsheets')
    .addOption(
      new Option('--param <name=value>', 'a value for :name in the query; may be repeated')
        .argParser(collectParameter)
        .default({}, 'none'),
    )
    .option('--limit <n>', 'print at most so many rows', parseCount)
    .action(async (query: string | undefined, options: QueryOptions) => {
      const format = options.json ? 'json' : options.format;
      if (query === undefined) {
        services.stdout.write(listQueries(await services.namedQueries(), format, options));
      } else {
        await runQuery(query, format, options, services);
      }
      finish(EXIT.done);
    });
}

function listQueries(queries: readonly NamedQuery[], format: ResultFormat, options: QueryOptions): string {
  if (format === 'json') {
    return formatJson(queries);
  }
  const columns = ['name', 'parameters', 'title', '名称'];
  const rows = queries.map(({ name, parameters, title, titleZh }) => [
    name,
    parameters.map((parameter) => (parameter.required ? parameter.name : `[${parameter.name}]`)).join(' '),
    title,
    titleZh,
  ]);
  return format === 'csv'
    ? formatResultSet({ columns, rows }, format, { bom: options.bom === true })
    : formatTable(
        columns.map((header) => ({ header, align: 'left' })),
        rows,
      );
}

async function runQuery(query: string, format: ResultFormat, options: QueryOptions, services: Services): Promise<void> {
  const queries = await services.namedQueries();
  const isName = queries.some(({ name }) => name === query);
  if (!isName && !/\s/.test(query.trim())) {
    const names = queries.map(({ name }) => name).join(', ');
    throw new UsageError(`there is no query "${query}"`, `Ready-made queries: ${names}. SQL goes in quotes.`);
  }
  await requireDatabase(options.db, services);
  const store = await services.openStore(options.db, { readOnly: true });
  try {
    // One row more than the limit is asked for, so that cutting can be told.
    const result = isName
      ? await services.runNamed(store, query, options.param)
      : store.query(query, options.param, options.limit === undefined ? undefined : options.limit + 1);
    const shown = options.limit === undefined ? result : { ...result, rows: result.rows.slice(0, options.limit) };
    services.stdout.write(formatResultSet(shown, format, { bom: options.bom === true }));
    if (shown.rows.length < result.rows.length) {
      services.stderr.write(`Only the first ${shown.rows.length} rows are shown (--limit).\n`);
    }
  } finally {
    store.close();
  }
}
