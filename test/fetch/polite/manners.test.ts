import { describe, expect, test } from 'vitest';
import { openDesk, reasonOf, words } from '../fetching.js';
import { openSite, pdf, redirect, status } from '../site.js';

describe('robots.txt', () => {
  const asked = async (robots: Parameters<typeof openSite>[0][string], path = '/files/a.pdf') => {
    const site = await openSite({ '/robots.txt': robots, [path]: pdf() });
    const desk = openDesk();
    const run = await desk.run([site.origin + path]);
    return { run, asked: site.asked, slept: desk.clock.slept };
  };

  test.each([
    ['forbids all', 'User-agent: *\nDisallow: /'],
    ['forbids us', 'User-agent: juesuan\nDisallow: /files/\n\nUser-agent: *\nAllow: /'],
    ['forbids a pattern', 'User-agent: *\nDisallow: /*.pdf$'],
    ['forbids, behind a byte order mark', '\uFEFFUser-agent: *\r\nDisallow: /files'],
  ])('that %s is obeyed, for good', async (_, robots) => {
    const { run, asked: paths } = await asked(robots);
    expect(reasonOf(run)).toBe('failed robots: robots.txt forbids it');
    expect(paths).toEqual(['/robots.txt']);
  });

  test.each<[string, Parameters<typeof openSite>[0][string]]>([
    ['allows the longer path', 'User-agent: *\nDisallow: /files/\nAllow: /files/a'],
    ['forbids another program', 'User-agent: otherbot\nDisallow: /'],
    ['is not there', status(404)],
    ['is forbidden itself', status(403)],
    ['redirects for ever', redirect('/robots.txt')],
    ['is a page of HTML', '<!DOCTYPE html><html><body>404</body></html>'],
  ])('that %s does not stand in the way', async (_, robots) => {
    expect(words((await asked(robots)).run)).toEqual(['fetched']);
  });

  test('that cannot be read closes the site until it can', async () => {
    const { run, asked: paths } = await asked([status(503), status(500), 'User-agent: *\nAllow: /']);
    expect(words(run)).toEqual(['fetched']);
    expect(paths).toEqual(['/robots.txt', '/robots.txt', '/robots.txt', '/files/a.pdf']);
    expect(reasonOf((await asked(status(500))).run)).toMatch(/^postponed (robots|busy): /);
  });

  test('of a site with endless rules is read in part, not for ever', async () => {
    const { run } = await asked((_, response) => {
      response.write('User-agent: *\nDisallow: /files/\n');
      const more = (): void => {
        while (!response.destroyed && response.write('# nothing\n'.repeat(1000))) {}
      };
      response.on('drain', more);
      more();
    });
    expect(reasonOf(run)).toBe('failed robots: robots.txt forbids it');
  });

  test('may ask for time between questions', async () => {
    const { run, slept } = await asked('User-agent: *\nCrawl-delay: 7');
    expect([words(run), slept]).toEqual([['fetched'], [7_000]]);
    expect(reasonOf((await asked('User-agent: *\nCrawl-delay: 99999999')).run)).toMatch(
      /^failed robots: .* more than our patience/,
    );
  });

  test('counts for where a redirect leads, too', async () => {
    const other = await openSite({ '/robots.txt': 'User-agent: *\nDisallow: /', '/a.pdf': pdf() });
    const site = await openSite({ '/a.pdf': redirect(`${other.origin}/a.pdf`) });
    expect(reasonOf(await openDesk().run([`${site.origin}/a.pdf`]))).toBe('failed robots: robots.txt forbids it');
    expect(other.asked).toEqual(['/robots.txt']);
  });
});

describe('a host', () => {
  const names = Array.from({ length: 5 }, (_, at) => `/${at}.pdf`);

  test('is asked once in the time of the rate, over one connection', async () => {
    const site = await openSite(Object.fromEntries(names.map((name) => [name, pdf(name)])));
    const desk = openDesk();
    await desk.run(
      names.map((name) => site.origin + name),
      { interval: 2_000 },
    );
    expect(desk.clock.slept).toEqual([2_000, 2_000, 2_000, 2_000, 2_000]);
    expect(site.connections()).toBe(1);
  });

  test('does not hold up other hosts', async () => {
    // The first answers only when the second has been asked.
    let asked = (): void => {};
    const second = new Promise<void>((resolve) => {
      asked = resolve;
    });
    const site = await openSite({
      '/one.pdf': (_, response) => void second.then(() => response.end(pdf('one'))),
      '/two.pdf': (_, response) => {
        asked();
        response.end(pdf('two'));
      },
    });
    const resolve = async () => [{ address: '127.0.0.1', family: 4 }];
    const urls = [`http://one.test:${site.port}/one.pdf`, `http://two.test:${site.port}/two.pdf`];
    expect(words(await openDesk().run(urls, { world: { resolve } }))).toEqual(['fetched', 'fetched']);
  });

  test.each([
    ['seconds', '30'],
    ['a date', 'Wed, 01 Jan 2025 12:00:30 GMT'],
  ])('that asks for patience in %s gets it, from all of its addresses', async (_, wait) => {
    const site = await openSite({ '/0.pdf': [status(429, { 'retry-after': wait }), pdf('0')], '/1.pdf': pdf('1') });
    const desk = openDesk();
    const run = await desk.run(['/0.pdf', '/1.pdf'].map((name) => site.origin + name));
    expect([words(run), desk.clock.slept]).toEqual([['fetched', 'fetched'], [30_000]]);
  });

  test('that asks for a second of patience again and again is left to the next run', async () => {
    const site = await openSite({ '/a.pdf': status(429, { 'retry-after': '1' }) });
    const desk = openDesk();
    expect(reasonOf(await desk.run([`${site.origin}/a.pdf`]))).toBe('postponed status: status 429');
    expect(site.asked.filter((path) => path === '/a.pdf')).toHaveLength(8);
    expect(desk.again).toHaveLength(7);
  });

  test('that asks for more than our patience is left to the next run', async () => {
    const site = await openSite({ '/0.pdf': [status(503, { 'retry-after': '7200' }), pdf('0')], '/1.pdf': pdf('1') });
    const desk = openDesk();
    const urls = ['/0.pdf', '/1.pdf'].map((name) => site.origin + name);
    const first = await desk.run(urls);
    const at = '2025-01-01T14:00:00.000Z';
    expect(first.outcomes).toMatchObject([
      { outcome: 'postponed', kind: 'status', nextAttemptAt: at },
      { outcome: 'postponed', kind: 'busy', nextAttemptAt: at },
    ]);
    expect(words(await desk.run(urls))).toEqual(['postponed', 'postponed']);
    expect(site.asked).toEqual(['/robots.txt', '/0.pdf']);
    desk.clock.time += 7_300_000;
    expect(words(await desk.run(urls))).toEqual(['fetched', 'fetched']);
  });

  test('that is down costs a few questions, and nothing counts against its addresses', async () => {
    let lookups = 0;
    const resolve = async () => {
      lookups += 1;
      throw Object.assign(new Error('getaddrinfo'), { code: 'EAI_AGAIN' });
    };
    const desk = openDesk();
    const urls = names.map((name) => `http://down.test${name}`);
    const run = await desk.run(urls, { world: { resolve } });
    expect(words(run)).toEqual(Array(5).fill('postponed'));
    expect(lookups).toBeLessThan(10);
    expect(desk.downloads.find(`http://down.test/0.pdf`)).toMatchObject({ state: 'waiting', attempts: 0 });
  });
});
