import { Command, Option } from 'commander';
import { UsageError } from '../../errors.js';
import type { NamedQuery } from '../../store/named-queries.js';
import type { BoundedResult, QueryRows } from '../../store/store.js';
import { EXIT } from '../exit-code.js';
import { collectParameter, databaseOption, parseCount, parseLimit, requireDatabase } from '../options.js';
import { formatCsv } from '../output/csv.js';
import { formatJson } from '../output/json.js';
import { RESULT_FORMATS, type ResultFormat, resultSetPieces } from '../output/result-set.js';
import { formatTable } from '../output/table.js';
import type { Finish, Services } from '../services.js';

/** What an answer to SQL may hold unless --limit says so; more would not fit into memory on small machines. */
const MOST_ROWS = 1_000_000;
const MOST_BYTES = 256 << 20;

/**
 * Rows of a ready-made query that a table shows unless --limit says otherwise: nobody reads a million on a terminal, and a table begins only when
 * all of its rows are there. CSV and JSON, which programs read, are never cut.
 */
const MOST_SHOWN = 2_000;

interface QueryOptions {
  readonly db: string;
  readonly format: ResultFormat;
  readonly json?: true;
  readonly bom?: true;
  readonly param: Readonly<Record<string, string>>;
  /** 0: no limit. */
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
    .option('--limit <n>', 'print at most so many rows; 0: all of them', parseLimit)
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
    ? formatCsv(columns, rows, { bom: options.bom === true })
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
  return isName ? printNamed(query, format, options, services) : printSql(query, format, options, services);
}

async function printNamed(
  name: string,
  format: ResultFormat,
  options: QueryOptions,
  services: Services,
): Promise<number> {
  const limit = options.limit ?? (format === 'table' ? MOST_SHOWN : 0);
  const store = await services.openStore(options.db, { readOnly: true });
  try {
    const { columns, rows } = await services.askNamed(store, name, options.param);
    const beginning = firstOf(rows, limit === 0 ? Number.POSITIVE_INFINITY : limit);
    write(resultSetPieces({ columns, rows: beginning.rows }, format, { bom: options.bom === true }), services);
    if (!beginning.hasMore()) return EXIT.done;
    services.stderr.write(options.limit === undefined ? SHOWN : limitWords(limit));
    return options.limit === undefined ? EXIT.someFailed : EXIT.done;
  } finally {
    store.close();
  }
}

/** The first rows of an answer; `hasMore`, asked when they have been read, says whether there was one more. */
function firstOf(
  rows: QueryRows['rows'],
  count: number,
): { readonly rows: QueryRows['rows']; readonly hasMore: () => boolean } {
  let more = false;
  function* first(): Generator<QueryRow, void, undefined> {
    let read = 0;
    for (const row of rows) {
      more = read >= count;
      if (more) return;
      read += 1;
      yield row;
    }
  }
  return { rows: first(), hasMore: () => more };
}

type QueryRow = QueryRows['rows'] extends Iterable<infer Row> ? Row : never;

async function printSql(sql: string, format: ResultFormat, options: QueryOptions, services: Services): Promise<number> {
  // No limit is one of memory all the same.
  const most = options.limit === 0 ? Number.POSITIVE_INFINITY : (options.limit ?? MOST_ROWS);
  const limits = { rows: most, bytes: MOST_BYTES, time: options.timeLimit * 1000 };
  const answer = await services.askBounded(options.db, sql, options.param, limits);
  write(resultSetPieces(answer, format, { bom: options.bom === true }), services);
  if (answer.cut === null) return EXIT.done;
  services.stderr.write(cutWords(answer, options));
  return options.limit === undefined || answer.cut === 'bytes' ? EXIT.someFailed : EXIT.done;
}

/** Characters that are written at once: neither a call for each row, nor a text as long as the whole answer. */
const PIECE = 1 << 16;

function write(pieces: Iterable<string>, { stdout }: Services): void {
  let gathered = '';
  for (const piece of pieces) {
    gathered += piece;
    if (gathered.length < PIECE) continue;
    stdout.write(gathered);
    gathered = '';
  }
  stdout.write(gathered);
}

const SHOWN = `Only the first ${MOST_SHOWN} rows are shown; there are more. --limit 0 shows all of them, --format csv and json always hold all; or narrow the query with --param.\n`;

function limitWords(rows: number): string {
  return `Only the first ${rows} rows are shown (--limit).\n`;
}

function cutWords({ rows, cut }: BoundedResult, { limit }: QueryOptions): string {
  if (cut === 'rows' && limit !== undefined) return limitWords(rows.length);
  const bound = cut === 'rows' ? `${MOST_ROWS} rows` : `${MOST_BYTES >> 20} MiB`;
  const remedy = cut === 'rows' ? 'More with --limit, or in parts' : 'Ask for fewer columns, or in parts';
  return `The answer is not complete: it was cut after ${rows.length} rows, at ${bound}. ${remedy} (WHERE, LIMIT … OFFSET …).\n`;
}
