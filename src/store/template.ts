import { createHash, randomUUID } from 'node:crypto';
import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Migration } from './migrate.js';

/**
 * The empty database that `npm run build` makes (`scripts/database-template.mjs`), named by the steps that it has taken. Building one costs a tenth of the import of a
 * report. Where it is missing, as in a source tree that was never built, databases are made step by step.
 */
export function templateFile(steps: readonly Migration[]): string {
  const hash = createHash('sha256').update(JSON.stringify(steps)).digest('hex').slice(0, 16);
  return fileURLToPath(new URL(`../../dist/empty-${hash}.db`, import.meta.url));
}

/**
 * Makes a database as a copy of a template where there is none, all at once: another process sees none, or a whole one. What the template lacks
 * against the seeds is brought up to date afterwards as in any database. Nothing here fails: without a copy the database is made step by step, and what is wrong with
 * the file or its folder is told there.
 */
export function startFrom(template: string, file: string): void {
  if (existsSync(file) || !existsSync(template)) return;
  const unfinished = `${file}.${randomUUID()}.tmp`;
  try {
    writeFileSync(unfinished, readFileSync(template), { flag: 'wx' });
    linkSync(unfinished, file);
  } catch {
    // No such folder, no room, a disk without links, or another process was quicker.
  } finally {
    rmSync(unfinished, { force: true });
  }
}
