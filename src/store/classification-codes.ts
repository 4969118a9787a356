import type Database from 'better-sqlite3';
import { type CodeRow, codeTable } from '../normalize/classify/code-table.js';
import type { CodeScheme } from '../normalize/report.js';

/** The schemes that have a table in `seeds/codes/`. */
export const CODE_SCHEMES: readonly CodeScheme[] = [
  'functional',
  'department-economic',
  'government-economic',
  'revenue',
];

/** A row of the table `classification_code`: one name of a code; a renamed code has several. */
export type CatalogueCode = CodeRow & { readonly scheme: CodeScheme };

/** All classification codes of the seeds (`seeds/codes/<scheme>.tsv`). */
export function classificationCodes(): readonly CatalogueCode[] {
  return CODE_SCHEMES.flatMap((scheme) => codeTable(scheme).map((row) => ({ scheme, ...row })));
}

/** Replaces the table `classification_code`. Runs inside the transaction of the caller. */
export function writeClassificationCodes(database: Database.Database, codes: readonly CatalogueCode[]): void {
  const insert = database.prepare(
    `INSERT INTO classification_code
       (scheme, code, name, level, parent, valid_from, valid_to, first_seen, last_seen, evidence, sources, budget,
        department_codes)
     VALUES (?, ?, ?, ?, nullif(?, ''), nullif(?, ''), nullif(?, ''), nullif(?, ''), nullif(?, ''), ?, ?, nullif(?, ''),
       nullif(?, ''))`,
  );
  database.exec('DELETE FROM classification_code');
  for (const code of codes) {
    insert.run(
      code.scheme,
      code.code,
      code.name,
      code.level,
      code.parent ?? '',
      code.valid_from,
      code.valid_to,
      code.first_seen,
      code.last_seen,
      code.evidence,
      code.sources,
      code.budget ?? '',
      code.department_codes ?? '',
    );
  }
}
