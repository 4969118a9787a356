import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { SeedError } from '../normalize/seeds.js';

/** The package's `seeds/` folder: two levels above this module, under `src/` as well as under `dist/`. */
const SEEDS = new URL('../../seeds/', import.meta.url);

/** One `.sql` file below `seeds/`; `name` is the file name without its ending. */
export interface SeedSql {
  readonly name: string;
  readonly sql: string;
}

/**
 * The `.sql` files of a folder below `seeds/` (`database/views`) in the order of their names.
 * @throws SeedError where the folder is missing or empty
 */
export function readSeedSql(folder: string): readonly SeedSql[] {
  try {
    const files = readdirSync(fileURLToPath(new URL(`${folder}/`, SEEDS))).filter((file) => file.endsWith('.sql'));
    if (files.length === 0) throw new Error('no .sql file in it');
    return files.sort().map((file) => ({
      name: file.slice(0, -'.sql'.length),
      sql: readFileSync(fileURLToPath(new URL(`${folder}/${file}`, SEEDS)), 'utf8'),
    }));
  } catch (error) {
    throw new SeedError(`seeds/${folder}`, 'a folder of SQL files', String(error));
  }
}
