import { Command, Option } from 'commander';
import { UsageError } from '../../errors.js';
import type { NamedQuery } from '../../store/named-queries.js';
import type { BoundedResult } from '../../store/store.js';
import { EXIT } from '../exit-code.js';
import { collectParameter, databaseOption, parseCount, requireDatabase } from '../options.js';
import { formatJson } from '../output/json.js';
import { formatResultSet, RESULT_FORMATS, type ResultFormat } from '../output/result-set.js';
import { formatTable } from '../output/table.js';
import type { Finish, Services } from '../services.js';

/** What an answer to SQL may hold unless --limit says so; more would not fit into memory on small machines. */
const MOST_ROWS = 1_000_000;
const MOST_BYTES = 256 << 20;

interface QueryOptions {
  readonly db: string;
  readonly format: ResultFormat;
  readonly json?: true;
  readonly bom?: true;
  readonly param: Readonly<Record<string, string>>;
  readonly limit?: number;
  /** Seconds. */
  readonly timeLimit: number;
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
    .addOption(new Option('--time-limit <seconds>', 'end SQL that takes longer').argParser(parseCount).default(60))
    .action(async (query: string | undefined, options: QueryOptions) => {
      const format = options.json ? 'json' : options.format;
      if (query === undefined) {
        services.stdout.write(listQueries(await services.namedQueries(), format, options));
        finish(EXIT.done);
      } else {
        finish(await runQuery(query, format, options, services));
      }
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

/** Prints the answer and gives the exit code: an answer that was cut without being asked for is no success. */
async function runQuery(
  query: string,
  format: ResultFormat,
  options: QueryOptions,
  services: Services,
): Promise<number> {
  const queries = await services.namedQueries();
  const isName = queries.some(({ name }) => name === query);
  if (!isName && !/\s/.test(query.trim())) {
    const names = queries.map(({ name }) => name).join(', ');
    throw new UsageError(`there is no query "${query}"`, `Ready-made queries: ${names}. SQL goes in quotes.`);
  }
  await requireDatabase(options.db, services);
  const answer = isName ? await answerNamed(query, options, services) : await answerSql(query, options, services);
  services.stdout.write(formatResultSet(answer, format, { bom: options.bom === true }));
  if (answer.cut === null) return EXIT.done;
  services.stderr.write(cutWords(answer, options));
  return options.limit === undefined || answer.cut === 'bytes' ? EXIT.someFailed : EXIT.done;
}

async function answerNamed(name: string, options: QueryOptions, services: Services): Promise<BoundedResult> {
  const store = await services.openStore(options.db, { readOnly: true });
  try {
    const result = await services.runNamed(store, name, options.param);
    const rows = result.rows.slice(0, options.limit);
    return { ...result, rows, cut: rows.length < result.rows.length ? 'rows' : null };
  } finally {
    store.close();
  }
}

function answerSql(sql: string, options: QueryOptions, services: Services): Promise<BoundedResult> {
  const limits = { rows: options.limit ?? MOST_ROWS, bytes: MOST_BYTES, time: options.timeLimit * 1000 };
  return services.askBounded(options.db, sql, options.param, limits);
}

function cutWords({ rows, cut }: BoundedResult, { limit }: QueryOptions): string {
  if (cut === 'rows' && limit !== undefined) return `Only the first ${rows.length} rows are shown (--limit).\n`;
  const bound = cut === 'rows' ? `${MOST_ROWS} rows` : `${MOST_BYTES >> 20} MiB`;
  const remedy = cut === 'rows' ? 'More with --limit, or in parts' : 'Ask for fewer columns, or in parts';
  return `The answer is not complete: it was cut after ${rows.length} rows, at ${bound}. ${remedy} (WHERE, LIMIT … OFFSET …).\n`;
}
