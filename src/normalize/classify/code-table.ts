import { z } from 'zod';
import type { CodeScheme } from '../report.js';
import { readSeedTable } from '../seeds.js';

const year = z.string().regex(/^(\d{4})?$/, 'a year or nothing');

/** One schema for normalize and store: the tables are long, and the loader keeps what it read by schema. */
const codeRow = z.object({
  code: z.string().regex(/^[1235]\d{2}(\d{2}){0,3}$/, 'a code of 3, 5, 7 or 9 digits'),
  name: z.string().min(1),
  level: z.enum(['class', 'section', 'item', 'sub-item']),
  parent: z.string().optional(),
  valid_from: year,
  valid_to: year,
  first_seen: year,
  last_seen: year,
  evidence: z.enum(['documented', 'one-source', 'recalled']),
  sources: z.string(),
  budget: z.string().optional(),
  department_codes: z.string().optional(),
});

/**
 * A row of `seeds/codes/<scheme>.tsv`, as text (an empty cell is '', a column that a table lacks is absent): one name of a code, with years of validity (hints) and of the documents that print it.
 */
export type CodeRow = z.infer<typeof codeRow>;

/** The rows of a scheme's table as they are written there. */
export function codeTable(scheme: CodeScheme): readonly CodeRow[] {
  return readSeedTable(`codes/${scheme}.tsv`, codeRow);
}

/** A year of the table as a number; `null` for an empty cell. */
export function tableYear(text: string): number | null {
  return text === '' ? null : Number(text);
}
