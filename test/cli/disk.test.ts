import { mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeTextFile } from '../../src/cli/disk.js';
import { emptyDatabase, temporaryFile } from '../support/temporary-store.js';

describe('writeTextFile', () => {
  const namesBeside = (file: string) => readdirSync(dirname(file));

  test('writes the text, and leaves nothing beside it', async () => {
    const file = temporaryFile('digest.md');
    await writeTextFile(file, '决算\n');
    expect([readFileSync(file, 'utf8'), namesBeside(file)]).toEqual(['决算\n', ['digest.md']]);
  });

  test.each([['a longer text than the new one'], [''], ['SQLite format']])('replaces %j', async (before) => {
    const file = temporaryFile('digest.md');
    writeFileSync(file, before);
    await writeTextFile(file, 'new');
    expect(readFileSync(file, 'utf8')).toBe('new');
  });

  test('never replaces a database, however large', async () => {
    const file = emptyDatabase();
    // With a hole: takes no space, but more than one reading can hold.
    truncateSync(file, 3 * 2 ** 30);
    await expect(writeTextFile(file, 'new')).rejects.toThrow(`${file} is a database and is not overwritten`);
    expect(namesBeside(file)).toEqual(['test.db']);
  });

  test('leaves nothing behind where it cannot take its name', async () => {
    const file = temporaryFile('folder');
    mkdirSync(file);
    await expect(writeTextFile(file, 'new')).rejects.toThrow(/EISDIR/);
    expect(namesBeside(file)).toEqual(['folder']);
  });
});
