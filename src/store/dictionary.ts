import { z } from 'zod';
import { readSeedTable } from '../normalize/seeds.js';

/** Stands for the view in rows of the seed that describe a column which several views share. */
const ANY_VIEW = '(view)';

const entrySchema = z.object({
  table: z.string().min(1),
  column: z.string(),
  name_zh: z.string(),
  description_en: z.string().min(1),
  description_zh: z.string().min(1),
  treasury_field: z.string(),
  unit: z.string(),
});

/** The description of a table or view (`column` is '') or of one of its columns. Empty texts: there is none. */
export type DictionaryEntry = z.infer<typeof entrySchema>;

/** The rows of `seeds/database/dictionary.tsv` as they are written there. */
export function dictionarySeed(): readonly DictionaryEntry[] {
  return readSeedTable('database/dictionary.tsv', entrySchema);
}

/** Tables and views that the seed describes. */
export function describedTables(): readonly DictionaryEntry[] {
  return dictionarySeed().filter(({ table, column }) => column === '' && table !== ANY_VIEW);
}

/** The description of a column: its own, for a view else the shared one; `undefined` where nobody wrote any. */
export function describeColumn(table: string, column: string): DictionaryEntry | undefined {
  const own = byColumn().get(key(table, column));
  if (own || !table.startsWith('v_')) return own;
  const shared = byColumn().get(key(ANY_VIEW, column));
  return shared && { ...shared, table };
}

let index: ReadonlyMap<string, DictionaryEntry> | undefined;

function byColumn(): ReadonlyMap<string, DictionaryEntry> {
  index ??= new Map(dictionarySeed().map((entry) => [key(entry.table, entry.column), entry]));
  return index;
}

function key(table: string, column: string): string {
  return `${table}\t${column}`;
}
