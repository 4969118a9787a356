import Database from 'better-sqlite3';
import { columnsOf, refreshDefinitions } from './definitions.js';
import { type DictionaryEntry, describeColumn, describedTables } from './dictionary.js';
import { migrate, migrations } from './migrate.js';

/**
 * The page docs/data-dictionary.md: every table and view with its columns, types and descriptions in English and
 * Chinese, taken from a database built for the purpose. `node scripts/data-dictionary.mjs` writes it.
 */
export function dataDictionaryPage(): string {
  const database = new Database(':memory:');
  try {
    migrate(database, migrations());
    refreshDefinitions(database);
    const [views, tables] = [true, false].map((wanted) =>
      describedTables()
        .filter(({ table }) => table.startsWith('v_') === wanted)
        .map((table) => tablePage(database, table))
        .join('\n'),
    );
    return `${HEAD}\n## Views\n\n${views}\n## Tables\n\n${tables}`;
  } finally {
    database.close();
  }
}

const HEAD = `# Data dictionary (数据字典)

Generated from the database by \`node scripts/data-dictionary.mjs\`; do not edit. The same texts stand in the database
itself, in the table \`data_dictionary\`.

Money is an integer number of fen (分, 0.01 yuan) in columns that end in \`_fen\`, and text with two decimals in columns
that end in \`_yuan\`; nothing is rounded and nothing is a floating-point number. Boxes are in points (1/72 inch) from the
top left of the page as a reader sees it; a plain-text dump has pages but no boxes. Every view exists twice: under its
English name, and under its Chinese name with Chinese column names.
`;

function tablePage(database: Database.Database, table: DictionaryEntry): string {
  const rows = columnsOf(database, table.table).map(({ name, type }) => {
    const column = describeColumn(table.table, name);
    const cells = [
      `\`${name}\``,
      column?.name_zh,
      type.toLowerCase(),
      column?.description_en,
      column?.description_zh,
      column?.treasury_field,
      column?.unit,
    ];
    return `| ${cells.map((cell) => (cell ?? '').replaceAll('|', '\\|')).join(' | ')} |`;
  });
  return `### \`${table.table}\` ${table.name_zh}

${table.description_en}. ${table.description_zh}。

| column | 中文名 | type | description | 说明 | treasury field | unit |
|---|---|---|---|---|---|---|
${rows.join('\n')}
`;
}
