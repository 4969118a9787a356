import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { LIMITS, NOON, openDesk, reasonOf, words } from '../fetching.js';
import { openSite, pdf, status } from '../site.js';

const HOUR = 3_600_000;
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

describe('what was fetched', () => {
  test('lies under the hash of its content, and is not asked for again on the same day', async () => {
    const site = await openSite({ '/a.pdf': pdf(), '/robots.txt': status(404) });
    const desk = openDesk();
    const first = await desk.run([`${site.origin}/a.pdf`]);
    const hash = sha256(pdf());
    const file = join(desk.folder, hash.slice(0, 2), `${hash}.pdf`);
    expect(first.outcomes).toMatchObject([{ outcome: 'fetched', file, sha256: hash, bytes: pdf().length }]);
    expect(readFileSync(file)).toEqual(pdf());
    expect(words(await desk.run([`${site.origin}/a.pdf`]))).toEqual(['kept']);
    expect(site.asked).toEqual(['/robots.txt', '/a.pdf']);
  });

  test('is asked for again when it is older, with what the site said of it, and 304 keeps it', async () => {
    const site = await openSite({
      '/a.pdf': [
        (_, response) =>
          response
            .writeHead(200, { etag: '"v1"', 'last-modified': 'Wed, 01 Jan 2025 00:00:00 GMT', 'set-cookie': 'a=b' })
            .end(pdf()),
        status(304),
      ],
    });
    const desk = openDesk();
    const url = `${site.origin}/a.pdf`;
    await desk.run([url]);
    desk.clock.time += 21 * HOUR;
    expect(words(await desk.run([url]))).toEqual(['unchanged']);
    expect(site.requests.at(-1)?.headers).toMatchObject({
      'if-none-match': '"v1"',
      'if-modified-since': 'Wed, 01 Jan 2025 00:00:00 GMT',
      'user-agent': 'juesuan/test',
    });
    const record = desk.downloads.find(url);
    expect(record).toMatchObject({ state: 'done', checkedAt: new Date(NOON + 21 * HOUR).toISOString() });
    expect(record?.copy).toMatchObject({ fetchedAt: new Date(NOON).toISOString(), etag: '"v1"' });
    expect(record?.copy?.headers).not.toHaveProperty('set-cookie');
  });

  test('is replaced by other content under the same address, and both stay', async () => {
    const site = await openSite({ '/a.pdf': [pdf('one'), pdf('two'), pdf('two')] });
    const desk = openDesk();
    const run = () => desk.run([`${site.origin}/a.pdf`], { recheck: 0 });
    expect([words(await run()), words(await run()), words(await run())]).toEqual([
      ['fetched'],
      ['changed'],
      ['unchanged'],
    ]);
    expect(desk.files().toSorted()).toEqual([`${sha256(pdf('one'))}.pdf`, `${sha256(pdf('two'))}.pdf`].toSorted());
  });

  test('is stored once where two addresses give the same', async () => {
    const site = await openSite({ '/a.pdf': pdf(), '/b.pdf': pdf() });
    const desk = openDesk();
    expect(words(await desk.run([`${site.origin}/a.pdf`, `${site.origin}/b.pdf`]))).toEqual(['fetched', 'fetched']);
    expect(desk.files()).toHaveLength(1);
    expect([
      desk.downloads.find(`${site.origin}/a.pdf`)?.copy?.sha256,
      desk.downloads.find(`${site.origin}/b.pdf`)?.copy?.sha256,
    ]).toEqual([sha256(pdf()), sha256(pdf())]);
  });

  test('comes again, without conditions, where its file is gone', async () => {
    const site = await openSite({ '/a.pdf': (_, response) => response.writeHead(200, { etag: '"v1"' }).end(pdf()) });
    const desk = openDesk();
    await desk.run([`${site.origin}/a.pdf`]);
    rmSync(desk.folder, { recursive: true });
    expect(words(await desk.run([`${site.origin}/a.pdf`]))).toEqual(['fetched']);
    expect(site.requests.at(-1)?.headers).not.toHaveProperty('if-none-match');
    expect(desk.files()).toHaveLength(1);
  });
});

describe('an interruption', () => {
  test('at any document: the next run fetches the rest, nothing twice, nothing half', async () => {
    const names = Array.from({ length: 6 }, (_, at) => `/${at}.pdf`);
    for (const stopAt of names) {
      const controller = new AbortController();
      let stopping = true;
      const pages = names.map(
        (name) =>
          [
            name,
            (_: unknown, response: import('node:http').ServerResponse) => {
              if (name !== stopAt || !stopping) return response.end(pdf(name));
              stopping = false;
              response.write(pdf(name).subarray(0, 12));
              return setTimeout(() => controller.abort(), 5);
            },
          ] as const,
      );
      const site = await openSite(Object.fromEntries(pages));
      const desk = openDesk();
      const urls = names.map((name) => site.origin + name);
      const broken = await desk.run(urls, { signal: controller.signal });
      expect([broken.interrupted, broken.outcomes.length, desk.files().length]).toEqual([
        true,
        names.indexOf(stopAt),
        names.indexOf(stopAt),
      ]);
      const whole = await desk.run(urls);
      expect([whole.interrupted, whole.outcomes.length, desk.files().length]).toEqual([false, 6, 6]);
      const asked = site.asked.filter((path) => path.endsWith('.pdf'));
      expect(asked).toHaveLength(7);
      expect(asked.filter((path) => path === stopAt)).toHaveLength(2);
    }
  });

  test('by kill leaves a file without a name, which a later run takes away when it is a day old', async () => {
    const site = await openSite({ '/a.pdf': pdf() });
    const desk = openDesk();
    mkdirSync(desk.folder);
    const [old, young, other] = [`.juesuan-${'a'.repeat(24)}.part`, `.juesuan-${'b'.repeat(24)}.part`, '.mine.part'];
    for (const name of [old, young, other]) writeFileSync(join(desk.folder, name), '%PDF-');
    const day = 24 * HOUR;
    utimesSync(join(desk.folder, old), new Date(NOON - 2 * day), new Date(NOON - 2 * day));
    utimesSync(join(desk.folder, young), new Date(NOON), new Date(NOON));
    utimesSync(join(desk.folder, other), new Date(NOON - 2 * day), new Date(NOON - 2 * day));
    await desk.run([`${site.origin}/a.pdf`]);
    expect(
      desk
        .files()
        .filter((name) => name.startsWith('.'))
        .toSorted(),
    ).toEqual([young, other].toSorted());
  });
});

describe('trying again', () => {
  test('what may pass, after a while that grows', async () => {
    const site = await openSite({ '/a.pdf': [status(500), (_, response) => response.destroy(), pdf()] });
    const desk = openDesk();
    expect(words(await desk.run([`${site.origin}/a.pdf`]))).toEqual(['fetched']);
    expect(desk.again).toEqual(['/a.pdf: status 500', expect.stringMatching(/^\/a.pdf: the connection was cut/)]);
    expect(desk.clock.slept).toEqual([5_000, 10_000]);
    expect(desk.downloads.find(`${site.origin}/a.pdf`)).toMatchObject({ state: 'done', attempts: 0, lastError: null });
  });

  test('not what will not: it stays given up until it is asked for', async () => {
    const site = await openSite({ '/a.pdf': [status(404), pdf()] });
    const desk = openDesk();
    const url = `${site.origin}/a.pdf`;
    expect(reasonOf(await desk.run([url]))).toBe('failed status: status 404');
    expect(reasonOf(await desk.run([url]))).toBe('failed given-up: failed before: status 404');
    expect(site.asked.filter((path) => path === '/a.pdf')).toHaveLength(1);
    expect(words(await desk.run([url], { retry: true }))).toEqual(['fetched']);
  });

  test('an address that fails night after night is given up', async () => {
    const site = await openSite({ '/a.pdf': status(500) });
    const desk = openDesk();
    const limits = { ...LIMITS, attempts: 3, patience: 0 };
    const reasons: string[] = [];
    for (let night = 0; night < 4; night += 1) {
      reasons.push(reasonOf(await desk.run([`${site.origin}/a.pdf`], { limits })));
      desk.clock.time += 24 * HOUR;
    }
    expect(reasons).toEqual([
      'postponed status: status 500',
      'postponed status: status 500',
      'failed given-up: status 500, 3 times in a row',
      'failed given-up: failed before: status 500, 3 times in a row',
    ]);
  });

  test('while one address waits, the others of the host go on', async () => {
    const site = await openSite({ '/a.pdf': [status(500), pdf('a')], '/b.pdf': pdf('b') });
    const desk = openDesk();
    const { outcomes } = await desk.run([`${site.origin}/a.pdf`, `${site.origin}/b.pdf`]);
    expect(site.asked).toEqual(['/robots.txt', '/a.pdf', '/b.pdf', '/a.pdf']);
    expect(outcomes.map(({ url }) => new URL(url).pathname)).toEqual(['/a.pdf', '/b.pdf']);
  });

  test('a disk that cannot be written ends the run: nothing is called a fault of the site', async () => {
    const site = await openSite({ '/a.pdf': pdf() });
    const desk = openDesk();
    writeFileSync(desk.folder, 'a file in the place of the folder');
    await expect(desk.run([`${site.origin}/a.pdf`])).rejects.toThrow(/EEXIST/);
    expect(desk.downloads.find(`${site.origin}/a.pdf`)).toMatchObject({ state: 'pending' });
  });
});
