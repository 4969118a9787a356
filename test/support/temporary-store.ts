import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach } from 'vitest';
import { openStore, type Store } from '../../src/store/store.js';

const folders: string[] = [];
const stores: Store[] = [];

/** An empty database, made once for a test file: copying it is ten times quicker than making another. */
let template: string | undefined;

afterEach(() => {
  for (const store of stores.splice(0)) store.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

afterAll(() => {
  if (template !== undefined) rmSync(join(template, '..'), { recursive: true, force: true });
});

/** Path for a database in a new folder that goes away after the test. */
export function temporaryFile(name = 'test.db'): string {
  const folder = mkdtempSync(join(tmpdir(), 'juesuan-store-'));
  folders.push(folder);
  return join(folder, name);
}

/** An empty database, up to date, that goes away after the test. */
export function emptyDatabase(): string {
  if (template === undefined) {
    template = join(mkdtempSync(join(tmpdir(), 'juesuan-store-')), 'template.db');
    openStore(template).close();
  }
  const file = temporaryFile();
  copyFileSync(template, file);
  return file;
}

/** An open store that is closed after the test; without a file on an empty database. */
export function temporaryStore(file = emptyDatabase(), options?: { readonly readOnly?: boolean }): Store {
  const store = openStore(file, options);
  stores.push(store);
  return store;
}

export const IMPORT = { programVersion: '0.1.0', importedAt: '2025-01-02T03:04:05.000Z', force: false };
