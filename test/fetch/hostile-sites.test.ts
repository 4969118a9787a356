import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { LIMITS, openDesk, reasonOf, words } from './fetching.js';
import { openSite, type Pages, pdf, redirect, status } from './site.js';

type Answer = Extract<Pages[string], (...args: never[]) => void>;

const drip: Answer = (_request, response) => {
  response.writeHead(200);
  response.write('%PDF-1.7\n');
  const timer = setInterval(() => response.write('x'), 20);
  response.on('close', () => clearInterval(timer));
};

const endless: Answer = (_request, response) => {
  response.writeHead(200);
  response.write('%PDF-1.7\n');
  const more = (): void => {
    while (!response.destroyed && response.write(Buffer.alloc(16_384, 'x'))) {}
  };
  response.on('drain', more);
  more();
};

const tooLongLength: Answer = (_request, response) => {
  response.writeHead(200, { 'content-length': '5000' });
  response.write(pdf());
  setTimeout(() => response.destroy(), 20);
};

/** The connection says where the answer ends, and cuts the PDF there. */
const tooShortLength: Answer = (_request, response) => {
  const body = pdf();
  response.socket?.end(`HTTP/1.1 200 OK\r\nContent-Length: ${body.length - 9}\r\n\r\n${body.toString()}`);
};

const cutOff: Answer = (_request, response) => {
  response.writeHead(200);
  response.write('%PDF-1.7\n');
  setTimeout(() => response.destroy(), 20);
};

const packed = gzipSync(Buffer.concat([pdf(), Buffer.alloc(5_000_000)]));

const bomb: Answer = (_request, response) => {
  response.writeHead(200, { 'content-encoding': 'gzip' });
  response.end(packed);
};

const html = '<!DOCTYPE html><html><head><title>404 页面不存在</title></head><body>%PDF-</body></html>';

describe('what must not be kept', () => {
  test.each<[string, Answer | string | Buffer, RegExp]>([
    ['an answer that never begins', () => {}, /^postponed too-slow: the answer did not begin in time/],
    ['a drip', drip, /^postponed too-slow: .* fewer than 50 bytes came in 0.4 s$/],
    ['an endless answer', endless, /^failed too-large: it is larger than 200000 bytes$/],
    ['more announced than comes', tooLongLength, /^postponed cut-off: the connection was cut/],
    ['less announced than is', tooShortLength, /^postponed cut-off: the PDF is cut off/],
    ['a connection that breaks', cutOff, /^postponed cut-off: the connection was cut/],
    ['a few bytes that unpack to many', bomb, /^failed too-large/],
    ['a page of HTML with status 200', html, /^failed type: .* found a web page \("404 页面不存在"\)$/],
    [
      'an Office document',
      Buffer.from('PK\x03\x04rest'),
      /^failed type: .* found a ZIP archive or an Office document$/,
    ],
    ['nothing', '', /^failed type: .* found nothing$/],
    ['plain text', '决算', /^failed type: .* found plain text/],
    [
      'another compression',
      (_, response) => response.writeHead(200, { 'content-encoding': 'br' }).end('x'),
      /^failed type: .* "br"/,
    ],
    ['404', status(404), /^failed status: status 404$/],
    ['403', status(403), /^failed status: status 403$/],
    ['304 without being asked', status(304), /^failed status: status 304$/],
    ['206', (_, response) => response.writeHead(206).end(pdf()), /^failed status: status 206$/],
    ['redirect in circles', redirect('/x.pdf'), /^failed redirect: the redirects go in a circle$/],
    ['redirect to nowhere', status(302), /^failed redirect: status 302 without saying where to$/],
    ['redirect to a file', redirect('file:///etc/passwd'), /^failed address: expected http or https, found file$/],
    ['redirect with a password', redirect('http://a:b@127.0.0.1/'), /^failed address: .* password/],
    [
      'a head that is too large',
      (_, response) => response.writeHead(200, { x: 'y'.repeat(40_000) }).end(),
      /^failed connection: the head/,
    ],
    [
      'something that is not HTTP',
      (_, response) => response.socket?.end('SSH-2.0-x\r\n'),
      /^failed connection: the answer is not HTTP/,
    ],
  ])('%s', async (_, answer, expected) => {
    const site = await openSite({ '/x.pdf': answer });
    const desk = openDesk();
    // No patience: one try tells all.
    const run = await desk.run([`${site.origin}/x.pdf`], { limits: { ...LIMITS, patience: 0 } });
    expect(reasonOf(run)).toMatch(expected);
    expect(desk.files()).toEqual([]);
  });

  test('redirects in a long chain', async () => {
    const pages = Object.fromEntries(Array.from({ length: 9 }, (_, at) => [`/${at}`, redirect(`/${at + 1}`)]));
    const site = await openSite({ ...pages, '/9': pdf() });
    expect(reasonOf(await openDesk().run([`${site.origin}/0`]))).toBe('failed redirect: more than 5 redirects');
    expect(words(await openDesk().run([`${site.origin}/4`]))).toEqual(['fetched']);
  });

  test('an answer that takes too long as a whole, although it flows', async () => {
    const flow: Answer = (_request, response) => {
      response.write('%PDF-1.7\n');
      const timer = setInterval(() => response.write('x'.repeat(100)), 20);
      response.on('close', () => clearInterval(timer));
    };
    const site = await openSite({ '/x.pdf': flow });
    const limits = { ...LIMITS, whole: 500, patience: 0 };
    expect(reasonOf(await openDesk().run([`${site.origin}/x.pdf`], { limits }))).toMatch(/it took longer than 0.5 s$/);
  });
});

describe('what is kept all the same', () => {
  test('a compressed answer, a wrong type and a name without ending', async () => {
    const site = await openSite({
      '/get?id=7': (_request, response) => {
        response.writeHead(200, { 'content-encoding': 'gzip', 'content-type': 'text/html; charset=gb2312' });
        response.end(gzipSync(pdf()));
      },
    });
    const desk = openDesk();
    const run = await desk.run([`${site.origin}/get?id=7`]);
    expect(run.outcomes).toMatchObject([{ outcome: 'fetched', bytes: pdf().length }]);
    expect(desk.files()).toEqual([expect.stringMatching(/^[0-9a-f]{64}\.pdf$/)]);
  });

  test.each([
    ['png', Buffer.from('\x89PNG\r\n\x1a\nrest', 'latin1')],
    ['jpg', Buffer.from('\xff\xd8\xff\xe0', 'latin1')],
    ['tif', Buffer.from('II*\0rest', 'latin1')],
    ['webp', Buffer.from('RIFF\n\0\0\0WEBPVP8 ', 'latin1')],
  ])('a picture: %s', async (ending, bytes) => {
    const site = await openSite({ '/x': bytes });
    const desk = openDesk();
    await desk.run([`${site.origin}/x`]);
    expect(desk.files()).toEqual([expect.stringMatching(new RegExp(`^[0-9a-f]{64}\\.${ending}$`))]);
  });

  test('plain text, where it is wanted', async () => {
    const site = await openSite({ '/x': '收入支出决算总表', '/y': html });
    const desk = openDesk();
    expect(words(await desk.run([`${site.origin}/x`, `${site.origin}/y`], { allowText: true }))).toEqual([
      'fetched',
      'failed',
    ]);
    expect(desk.files()).toEqual([expect.stringMatching(/\.txt$/)]);
  });
});
