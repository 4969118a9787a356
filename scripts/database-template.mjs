// Makes the empty database that new ones are copies of (src/store/template.ts). The last step of `npm run build`.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { migrations } from '../dist/store/migrate.js';
import { openStore } from '../dist/store/store.js';
import { templateFile } from '../dist/store/template.js';

const target = fileURLToPath(new URL('../dist/', import.meta.url));
for (const file of readdirSync(target)) if (/^empty-.*\.db$/.test(file)) rmSync(join(target, file));
const folder = mkdtempSync(join(tmpdir(), 'juesuan-template-'));
try {
  const file = join(folder, 'made.db');
  openStore(file).close();
  const made = new Database(file);
  // One file without a log beside it, and without gaps.
  made.prepare('VACUUM INTO ?').run(templateFile(migrations()));
  made.close();
} finally {
  rmSync(folder, { recursive: true });
}
