import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** The package's `seeds/` folder: two levels above this module, under `src/` as well as under `dist/`. */
const SEEDS = new URL('../../seeds/', import.meta.url);

/** A fault in the reference data that ships with the package: a fault of the program, not of a report. */
export class SeedError extends Error {
  override readonly name = 'SeedError';

  /** `where` is `seeds/<file>` with line and column as far as they are known. */
  constructor(where: string, expected: string, found: string) {
    super(`${where}: expected ${expected}, found ${found}. Correct the seed file, or reinstall the package.`);
  }
}

type Schema<Row> = z.ZodType<Row>;

/** By schema, then by file name: two callers may read one file through different schemas. */
const cache = new WeakMap<Schema<unknown>, Map<string, unknown>>();

/**
 * Rows of a TSV file below `seeds/` (`readSeedTable('codes/functional.tsv', schema)`). The first line names the
 * columns; there is no quoting; every value reaches the schema as a string, '' for an empty cell, and codes stay
 * strings ("0102" is not 102). Read once for each schema object: keep the schema in a constant.
 * @throws SeedError with file, line, column, expected and found
 */
export function readSeedTable<Row>(name: string, rowSchema: Schema<Row>): readonly Row[] {
  return cached(name, rowSchema, () => parseSeedTable(`seeds/${name}`, readSeed(name), rowSchema));
}

/**
 * The content of a JSON file below `seeds/`, checked by the schema. Read once for each schema object.
 * @throws SeedError with file, path in the document, expected and found; broken JSON in the words of the engine
 */
export function readSeedJson<Content>(name: string, schema: Schema<Content>): Content {
  return cached(name, schema, () => parseSeedJson(`seeds/${name}`, readSeed(name), schema));
}

/** The parsing half of {@link readSeedTable}; `file` is named in errors. */
export function parseSeedTable<Row>(file: string, text: string, rowSchema: Schema<Row>): readonly Row[] {
  const [header, ...lines] = text
    .replace(/^\uFEFF/, '')
    .replace(/\r?\n$/, '')
    .split(/\r?\n/);
  if (!header) throw new SeedError(`${file}, line 1`, 'a line of column names', 'nothing');
  const columns = header.split('\t');
  const read = rowReader(columns, rowSchema);
  return lines.map((line, index) => {
    const where = `${file}, line ${index + 2}`;
    const cells = line.split('\t');
    if (cells.length !== columns.length) {
      throw new SeedError(where, `${columns.length} cells (${columns.join(', ')})`, `${cells.length} cells`);
    }
    const parsed = read(cells);
    if (parsed.success) return parsed.data;
    const issue = parsed.error.issues[0];
    const column = String(issue?.path[0] ?? '');
    const cell = cells[columns.indexOf(column)];
    const found = cell === undefined ? `columns ${columns.join(', ')}` : JSON.stringify(cell);
    throw new SeedError(`${where}, column "${column}"`, issue?.message ?? 'a valid row', found);
  });
}

/**
 * The schema as a reader of cells. In thousands of rows most cells repeat what stood above them (levels, years, sources): where the schema
 * looks at each column by itself, a text is checked once for its column.
 */
function rowReader<Row>(
  columns: readonly string[],
  schema: Schema<Row>,
): (cells: readonly string[]) => z.ZodSafeParseResult<Row> {
  const whole = (cells: readonly string[]) =>
    schema.safeParse(Object.fromEntries(columns.map((column, at) => [column, cells[at]])));
  if (!(schema instanceof z.ZodObject) || schema.def.catchall || schema.def.checks?.length) return whole;
  const fields = Object.entries(schema.shape).map(([name, field]) => ({
    name,
    at: columns.indexOf(name),
    field,
    known: new Map<string | undefined, z.ZodSafeParseResult<unknown>>(),
  }));
  return (cells) => {
    const row: Record<string, unknown> = {};
    for (const { name, at, field, known } of fields) {
      const text = cells[at];
      const parsed = known.get(text) ?? z.safeParse(field, text);
      known.set(text, parsed);
      if (!parsed.success) return whole(cells);
      if (at >= 0 || parsed.data !== undefined) row[name] = parsed.data;
    }
    // Each field is what the schema makes of it, so the row is of the schema's type.
    return { success: true, data: row as Row };
  };
}

/** The parsing half of {@link readSeedJson}; `file` is named in errors. */
export function parseSeedJson<Content>(file: string, text: string, schema: Schema<Content>): Content {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    throw new SeedError(file, 'JSON', String(error));
  }
  const parsed = schema.safeParse(content);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const path = issue?.path ?? [];
  let found = content;
  for (const step of path) {
    found = typeof found === 'object' && found !== null ? Reflect.get(found, step) : undefined;
  }
  throw new SeedError(
    `${file}, at /${path.map(String).join('/')}`,
    issue?.message ?? 'valid content',
    JSON.stringify(found)?.slice(0, 120) ?? 'nothing',
  );
}

/** The text of a seed file as it is, to tell whether it changed. */
export function readSeed(name: string): string {
  try {
    return readFileSync(fileURLToPath(new URL(name, SEEDS)), 'utf8');
  } catch (error) {
    throw new SeedError(`seeds/${name}`, 'a readable file', String(error));
  }
}

function cached<Content>(name: string, schema: Schema<unknown>, read: () => Content): Content {
  const files = cache.get(schema) ?? new Map<string, unknown>();
  cache.set(schema, files);
  if (!files.has(name)) files.set(name, read());
  // The entry was stored for this very schema object, so its type is the one that `read` gives.
  return files.get(name) as Content;
}
