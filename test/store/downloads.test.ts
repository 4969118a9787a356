import { expect, test } from 'vitest';
import { openDownloads, type StoredCopy } from '../../src/store/downloads.js';
import { ask } from '../support/questions.js';
import { records } from '../support/read-back.js';
import { aHash, aReport } from '../support/report-factory.js';
import { emptyDatabase, IMPORT, temporaryStore } from '../support/temporary-store.js';

const URLS = ['http://a.test/1.pdf', 'http://a.test/2.pdf', 'http://a.test/3.pdf'] as const;

function aCopy(hash: number, day: number): StoredCopy {
  const sha256 = aHash(hash);
  return {
    finalUrl: `http://b.test/${hash}`,
    fetchedAt: `2025-01-0${day}T00:00:00.000Z`,
    etag: '"x"',
    lastModified: null,
    headers: { server: 'x', 'x-中': '文' },
    contentType: 'application/pdf',
    bytes: 1000 + hash,
    sha256,
    file: `archive/${sha256}.pdf`,
  };
}

function opened() {
  const file = emptyDatabase();
  const downloads = openDownloads(file);
  downloads.add(
    URLS.map((url) => ({ url, foundOn: null })),
    '2025-01-01T00:00:00.000Z',
  );
  return { file, downloads };
}

test('an address is taken in once; a page that leads to it is added, what is known stays', () => {
  const { file, downloads } = opened();
  downloads.received(URLS[0], aCopy(1, 1));
  downloads.add([{ url: URLS[0], foundOn: 'http://a.test/' }], '2025-01-09T00:00:00.000Z');
  downloads.add([{ url: URLS[0], foundOn: 'http://a.test/other' }], '2025-01-09T00:00:00.000Z');
  expect(downloads.find(URLS[0])).toMatchObject({ state: 'done', copy: aCopy(1, 1) });
  downloads.close();
  expect(records(temporaryStore(file), 'SELECT added_at, found_on FROM download WHERE id = 1')).toEqual([
    { added_at: '2025-01-01T00:00:00.000Z', found_on: 'http://a.test/' },
  ]);
});

test('a failure keeps the document that came before, and success takes the failure away', () => {
  const { downloads } = opened();
  expect(downloads.find(URLS[0])).toEqual({
    url: URLS[0],
    state: 'pending',
    attempts: 0,
    lastError: null,
    nextAttemptAt: null,
    checkedAt: null,
    copy: null,
  });
  downloads.received(URLS[0], aCopy(1, 1));
  downloads.failed(URLS[0], {
    state: 'waiting',
    attempts: 2,
    error: 'status 500',
    nextAttemptAt: '2025-01-03T00:00:00.000Z',
    status: 500,
  });
  expect(downloads.find(URLS[0])).toMatchObject({
    state: 'waiting',
    attempts: 2,
    lastError: 'status 500',
    copy: aCopy(1, 1),
  });
  downloads.notModified(URLS[0], '2025-01-04T00:00:00.000Z');
  expect(downloads.find(URLS[0])).toMatchObject({
    state: 'done',
    attempts: 0,
    lastError: null,
    nextAttemptAt: null,
    checkedAt: '2025-01-04T00:00:00.000Z',
    copy: aCopy(1, 1),
  });
  expect(downloads.find('http://a.test/unknown')).toBeNull();
  downloads.close();
});

test('a record that says too little is refused, and nothing of it is kept', () => {
  const { downloads } = opened();
  expect(() =>
    downloads.failed(URLS[0], { state: 'waiting', attempts: 1, error: 'x', nextAttemptAt: null, status: null }),
  ).toThrow(/CHECK/);
  expect(downloads.find(URLS[0])).toMatchObject({ state: 'pending' });
  downloads.close();
});

test('the query: an earlier document, the same document twice, the report that came of it, an address without any', () => {
  const { file, downloads } = opened();
  downloads.received(URLS[0], aCopy(1, 1));
  downloads.received(URLS[0], aCopy(2, 2));
  downloads.received(URLS[0], aCopy(2, 3));
  downloads.received(URLS[1], aCopy(2, 2));
  downloads.close();
  const store = temporaryStore(file);
  store.save(aReport({ source: { ...aReport().source, sha256: aHash(2) }, agency: { name: '某局' } }), IMPORT);
  const found = (parameters: Readonly<Record<string, string>> = {}) =>
    ask(store, 'downloads', parameters).map(({ url, newest, fetched_at, checked_at, sha256, agency }) => [
      url,
      newest,
      String(fetched_at).slice(0, 10),
      String(checked_at).slice(0, 10),
      sha256,
      agency,
    ]);
  const own = [
    // The time at which the content came first, and the one at which it was last seen.
    [URLS[0], 1, '2025-01-02', '2025-01-03', aHash(2), '某局'],
    [URLS[1], 1, '2025-01-02', '2025-01-02', aHash(2), '某局'],
  ];
  expect(found()).toEqual([
    own[0],
    [URLS[0], 0, '2025-01-01', '2025-01-03', aHash(1), null],
    own[1],
    [URLS[2], 1, 'null', 'null', null, null],
  ]);
  expect(found({ agency: '某局' })).toEqual(own);
  expect(found({ url: 'b.test/1' })).toHaveLength(1);
  expect(found({ report: '1' })).toEqual(own);
});
