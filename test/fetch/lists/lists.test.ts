import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { decodePage } from '../../../src/fetch/lists/charset.js';
import { linkPattern } from '../../../src/fetch/lists/link-pattern.js';
import { parseList } from '../../../src/fetch/lists/list-file.js';
import { pageLinks } from '../../../src/fetch/lists/page-links.js';
import { LIMITS, openDesk, words } from '../fetching.js';
import { openSite, pdf, redirect, status } from '../site.js';

describe('a list in a file', () => {
  test('gives each address once, in one form, and tells the lines that are none', () => {
    const text = [
      '\uFEFF# reports of 2023',
      'HTTP://Example.GOV.cn:80/a/../决算.pdf#page=2   # the first',
      '',
      'http://example.gov.cn/%E5%86%B3%E7%AE%97.pdf\r',
      'http://example.gov.cn/b.pdf#x',
      'ftp://example.gov.cn/c.pdf',
      'https://user:secret@example.gov.cn/d.pdf',
      'not an address',
      `http://example.gov.cn/${'x'.repeat(5000)}`,
    ].join('\n');
    const { urls, bad } = parseList(text);
    expect(urls.map(({ href }) => href)).toEqual([
      'http://example.gov.cn/%E5%86%B3%E7%AE%97.pdf',
      'http://example.gov.cn/b.pdf',
    ]);
    expect(bad.map(({ url }) => url)).toEqual(['line 6', 'line 7', 'line 8', 'line 9']);
    expect(JSON.stringify(bad)).not.toContain('secret');
  });
});

describe('the links of a page', () => {
  test.each([
    [
      'HTML',
      '<!-- <rss> --><html><base href="/x/"><a href="a.pdf">决算</a><IFRAME src=b.pdf></iframe><a name=x><script>"<a href=no.pdf>"</script>',
      { kind: 'page', base: '/x/', links: ['a.pdf', 'b.pdf'] },
    ],
    [
      'RSS',
      '<?xml version="1.0"?><rss><channel><link>http://x/</link><item><link><![CDATA[ http://x/a?b&c ]]></link><enclosure url="http://x/a.pdf"/></item></channel></rss>',
      { kind: 'feed', base: null, links: ['http://x/', 'http://x/a?b&c', 'http://x/a.pdf'] },
    ],
    [
      'Atom',
      '<feed xmlns="http://www.w3.org/2005/Atom"><link rel="self" href="self"/><entry><link href="a.pdf"/></entry></feed>',
      { kind: 'feed', base: null, links: ['a.pdf'] },
    ],
    [
      'sitemap',
      '<urlset xmlns:image="i"><url><loc>http://x/a.pdf?a=1&amp;b=2</loc><image:loc>no</image:loc></url></urlset>',
      { kind: 'sitemap', base: null, links: ['http://x/a.pdf?a=1&b=2'] },
    ],
    [
      'sitemap index',
      '<s:sitemapindex><s:sitemap><s:loc>m.xml</s:loc></s:sitemap></s:sitemapindex>',
      { kind: 'sitemap-index', base: null, links: ['m.xml'] },
    ],
    [
      'an entity of its own',
      '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><rss><link>&a;</link></rss>',
      { kind: 'feed', base: null, links: ['&a;'] },
    ],
    ['nothing', '', { kind: 'page', base: null, links: [] }],
  ])('%s', (_, text, expected) => {
    expect(pageLinks(text)).toEqual(expected);
  });

  test('behind a hundred thousand elements that nobody closes', () => {
    const { links } = pageLinks(`${'<b>'.repeat(100_000)}<a href=a.pdf>${'</i>'.repeat(100_000)}`);
    expect(links).toEqual(['a.pdf']);
  });
});

describe('the encoding of a page', () => {
  const gbk = Buffer.from([0xbe, 0xf6, 0xcb, 0xe3]);
  test.each([
    ['GBK that says so in its head', Buffer.concat([Buffer.from('<meta charset=gb2312>'), gbk]), undefined],
    ['GBK that says it is UTF-8', gbk, 'text/html; charset=utf-8'],
    ['GBK that says nothing', gbk, undefined],
    ['GBK of an unknown name', gbk, 'text/html; charset=x-nonsense'],
    ['UTF-8 with a byte order mark', Buffer.from('\uFEFF决算'), 'text/html'],
    ['UTF-16', Buffer.from('\uFEFF决算', 'utf16le'), 'text/html; charset=utf-8'],
  ])('%s', (_, bytes, type) => {
    expect(decodePage(bytes, type)).toMatch(/决算$/);
  });
});

describe('a pattern for links', () => {
  test.each([
    ['\\.pdf', 'http://x/A.PDF', true],
    ['\\.pdf', 'http://x/a.html', false],
    ['决算', 'http://x/2023%E5%86%B3%E7%AE%97.pdf', true],
    ['%BE%F6', 'http://x/%BE%F6.pdf', true],
  ])('%s and %s: %s', (pattern, url, expected) => {
    expect(linkPattern(pattern)(new URL(url))).toBe(expected);
  });

  test('that is none is wrong use', () => {
    expect(() => linkPattern('(')).toThrow('"(" is no regular expression');
  });
});

describe('looking through pages', () => {
  const paths = (urls: readonly { readonly url: string }[]): readonly string[] =>
    urls.map(({ url }) => new URL(url).pathname);

  test('of a list: links are resolved, each is fetched once, and the page is on record', async () => {
    const site = await openSite({
      '/czj/list.html':
        '<a href="a.pdf"></a><a href="./a.pdf#2"></a><a href="/b.pdf"></a><a href="mailto:x@y.pdf"></a><a href="javascript:1.pdf"></a><a href="c.html"></a>',
      '/czj/a.pdf': pdf('a'),
      '/b.pdf': pdf('b'),
    });
    const desk = openDesk();
    const run = await desk.run(`${site.origin}/czj/list.html`);
    expect([paths(run.outcomes), words(run)]).toEqual([
      ['/czj/a.pdf', '/b.pdf'],
      ['fetched', 'fetched'],
    ]);
    expect(run.discovery).toMatchObject({ pages: 1, links: 4, left: 0, failed: [] });
    expect(site.asked.filter((path) => path === '/czj/c.html')).toEqual([]);
  });

  test('behind a list: as deep, as many and as wide as allowed', async () => {
    const site = await openSite({
      '/old': redirect('/czj/'),
      '/czj/':
        '<a href="1.html"></a><a href="2.html"></a><a href="broken.html"></a><a href="/menu.html"></a><a href="http://other.test/czj/x.html"></a>',
      '/czj/1.html': '<a href="a.pdf"></a><a href="deeper.html"></a><a href="./"></a>',
      '/czj/2.html': '<a href="b.pdf"></a>',
      '/czj/deeper.html': '<a href="c.pdf"></a>',
      '/czj/broken.html': status(404),
      '/czj/a.pdf': pdf('a'),
      '/czj/b.pdf': pdf('b'),
      '/czj/c.pdf': pdf('c'),
      '/menu.html': '<a href="/no.pdf"></a>',
    });
    const start = `${site.origin}/czj/`;
    const one = await openDesk().run(start, { depth: 1 });
    expect(paths(one.outcomes)).toEqual(['/czj/a.pdf', '/czj/b.pdf']);
    expect(one.discovery?.failed.map(({ url, fault }) => [new URL(url).pathname, fault.message])).toEqual([
      ['/czj/broken.html', 'status 404'],
    ]);
    expect(paths((await openDesk().run(start, { depth: 2 })).outcomes)).toEqual([
      '/czj/a.pdf',
      '/czj/b.pdf',
      '/czj/c.pdf',
    ]);
    const few = await openDesk().run(start, { depth: 2, pages: 2 });
    expect([paths(few.outcomes), few.discovery?.pages, few.discovery?.left]).toEqual([['/czj/a.pdf'], 2, 3]);
    const menu = await openDesk().run(start, { depth: 1, follow: 'menu' });
    expect(paths(menu.outcomes)).toEqual(['/no.pdf']);
  });

  test('of an index of sitemaps, packed ones too', async () => {
    const site = await openSite({
      '/index.xml':
        '<sitemapindex><sitemap><loc>/one.xml.gz</loc></sitemap><sitemap><loc>/index.xml</loc></sitemap></sitemapindex>',
      '/one.xml.gz': gzipSync('<urlset><url><loc>/a.pdf</loc></url><url><loc>/a.html</loc></url></urlset>'),
      '/a.pdf': pdf(),
    });
    const start = new URL(`${site.origin}/index.xml`);
    expect(words(await openDesk().run('http://unused/', { source: { kind: 'sitemap', start } }))).toEqual(['fetched']);
  });

  test.each([
    ['a page that is not there', status(404), /status 404/],
    ['a page without a link that is wanted', '<a href="x.html"></a>', /none of 1 links on 1 page\(s\)/],
    ['a PDF', pdf(), /expected a list of links, found a PDF/],
    ['more than a page may be', Buffer.alloc(70_000, 'x'), /larger than 60000 bytes/],
    ['a bomb', gzipSync(Buffer.alloc(5_000_000)), /larger than 60000 bytes/],
  ])('that begins with %s ends with the reason', async (_, page, reason) => {
    const site = await openSite({ '/': page });
    const limits = { ...LIMITS, page: 60_000 };
    await expect(openDesk().run(`${site.origin}/`, { limits })).rejects.toThrow(reason);
  });

  test('takes no web page for a sitemap', async () => {
    const site = await openSite({ '/': '<html><a href="a.pdf"></a></html>' });
    const source = { kind: 'sitemap', start: new URL(site.origin) } as const;
    await expect(openDesk().run('http://unused/', { source })).rejects.toThrow(/expected a sitemap, found a page/);
  });
});
