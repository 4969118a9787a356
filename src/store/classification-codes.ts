import type Database from 'better-sqlite3';
import { z } from 'zod';
import type { CodeScheme } from '../normalize/report.js';
import { readSeedTable } from '../normalize/seeds.js';

const SCHEMES: readonly CodeScheme[] = ['functional', 'department-economic', 'government-economic', 'revenue'];

const year = z
  .string()
  .regex(/^(\d{4})?$/, 'a year or nothing')
  .transform((text) => (text === '' ? null : Number(text)));
const optionalText = z
  .string()
  .default('')
  .transform((text) => (text === '' ? null : text));

const codeSchema = z.object({
  code: z.string().regex(/^\d+$/, 'digits'),
  name: z.string().min(1),
  level: z.enum(['class', 'section', 'item', 'sub-item']),
  parent: optionalText,
  valid_from: year,
  valid_to: year,
  first_seen: year,
  last_seen: year,
  evidence: z.enum(['documented', 'one-source', 'recalled']),
  sources: z.string(),
  budget: optionalText,
  department_codes: optionalText,
});

/** A row of the table `classification_code`: one name of a code; a renamed code has several. */
export type CatalogueCode = z.infer<typeof codeSchema> & { readonly scheme: CodeScheme };

/** All classification codes of the seeds (`seeds/codes/<scheme>.tsv`). */
export function classificationCodes(): readonly CatalogueCode[] {
  return SCHEMES.flatMap((scheme) =>
    readSeedTable(`codes/${scheme}.tsv`, codeSchema).map((row) => ({ scheme, ...row })),
  );
}

/** Replaces the table `classification_code`. Runs inside the transaction of the caller. */
export function writeClassificationCodes(database: Database.Database, codes: readonly CatalogueCode[]): void {
  const insert = database.prepare(
    `INSERT INTO classification_code
       (scheme, code, name, level, parent, valid_from, valid_to, first_seen, last_seen, evidence, sources, budget,
        department_codes)
     VALUES (:scheme, :code, :name, :level, :parent, :valid_from, :valid_to, :first_seen, :last_seen, :evidence,
        :sources, :budget, :department_codes)`,
  );
  database.exec('DELETE FROM classification_code');
  for (const code of codes) insert.run(code);
}
