import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { extract } from '../../src/pipeline.js';
import { reachingOut } from '../support/hostile-pdfs/pages.js';

const folder = mkdtempSync(join(tmpdir(), 'juesuan-data-only-'));
const secret = join(folder, 'secret.txt');
const asked: string[] = [];
const server = createServer((request, response) => {
  asked.push(request.url ?? '');
  response.end('BT /F 12 Tf 72 500 Td (FETCHED) Tj ET');
});

beforeAll(async () => {
  writeFileSync(secret, 'BT /F 12 Tf 72 500 Td (SECRET) Tj ET');
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

const NAMES = reachingOut().map(({ name }) => name);

test.each(NAMES)('%s: nothing is run, fetched or opened', async (name) => {
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const made = reachingOut(secret, url).find((file) => file.name === name);
  const file = join(folder, 'report.pdf');
  writeFileSync(file, made?.bytes ?? '');
  const { pages } = await extract(file, { ocr: 'never' });
  expect(pages.flatMap(({ runs }) => runs.map(({ text }) => text))).toEqual(['JUESUAN', '2023']);
  expect(asked).toEqual([]);
});
