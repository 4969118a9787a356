import { describe, expect, test } from 'vitest';
import { privateRange } from '../../../src/fetch/network/address-range.js';
import { openDesk, reasonOf, words } from '../fetching.js';
import { openSite, pdf, redirect } from '../site.js';

describe('privateRange', () => {
  test.each(['8.8.8.8', '223.5.5.5', '2400:3200::1', '::ffff:8.8.8.8', '64:ff9b::808:808'])('%s is public', (ip) => {
    expect(privateRange(ip)).toBeNull();
  });

  test.each([
    ['127.0.0.1', 'loopback'],
    ['10.1.2.3', 'private'],
    ['172.16.0.1', 'private'],
    ['192.168.1.1', 'private'],
    ['169.254.169.254', 'linkLocal'],
    ['100.64.0.1', 'carrierGradeNat'],
    ['0.0.0.0', 'unspecified'],
    ['224.0.0.1', 'multicast'],
    ['255.255.255.255', 'broadcast'],
    ['240.0.0.1', 'reserved'],
    ['::1', 'loopback'],
    ['::', 'unspecified'],
    ['fe80::1', 'linkLocal'],
    ['fc00::1', 'uniqueLocal'],
    ['ff02::1', 'multicast'],
    ['::ffff:127.0.0.1', 'loopback'],
    ['::ffff:a9fe:a9fe', 'linkLocal'],
    ['64:ff9b::7f00:1', 'loopback'],
    ['2002:7f00:1::', '6to4'],
    ['nonsense', 'unknown'],
  ])('%s is not: %s', (ip, range) => {
    expect(privateRange(ip)).toBe(range);
  });
});

describe('fetching', () => {
  test.each([
    'http://127.0.0.1/a.pdf',
    'http://2130706433/a.pdf',
    'http://0x7f.1/a.pdf',
    'http://[::1]/a.pdf',
    'http://[::ffff:127.0.0.1]/a.pdf',
    'http://localhost/a.pdf',
    'http://169.254.169.254/latest/meta-data.pdf',
  ])('refuses %s', async (url) => {
    expect(reasonOf(await openDesk().run([url], { allowPrivate: false }))).toMatch(/^failed private-address: /);
  });

  test('refuses a name that leads into a private network, and asks nobody there', async () => {
    const site = await openSite({ '/a.pdf': pdf() });
    const resolve = async () => [{ address: '127.0.0.1', family: 4 }];
    const run = await openDesk().run([`http://public.test:${site.port}/a.pdf`], {
      allowPrivate: false,
      world: { resolve },
    });
    expect(reasonOf(run)).toBe(
      'failed private-address: public.test (127.0.0.1) is not in the public network: loopback',
    );
    expect(site.asked).toEqual([]);
  });

  /** On the machine of the test 127.0.0.1 is the public network, and everything else is not. */
  const refuse = (ip: string): string | null => (ip === '127.0.0.1' ? null : (privateRange(ip) ?? 'public'));

  test('refuses a redirect into a private network', async () => {
    const site = await openSite({
      '/a.pdf': redirect('http://10.0.0.1/a.pdf'),
      '/b.pdf': redirect('http://inner.test/b.pdf'),
    });
    const resolve = async () => [{ address: '192.168.0.7', family: 4 }];
    for (const path of ['/a.pdf', '/b.pdf']) {
      const run = await openDesk().run([site.origin + path], { world: { refuse, resolve } });
      expect(reasonOf(run)).toMatch(/^failed private-address: .* is not in the public network: private$/);
    }
  });

  test('connects to the address that was looked at, however often the name service changes its mind', async () => {
    const site = await openSite({ '/robots.txt': '', '/a.pdf': pdf() });
    let times = 0;
    const resolve = async () => {
      times += 1;
      // Refused addresses among good ones are left out.
      return times % 2 === 1
        ? [
            { address: '10.0.0.1', family: 4 },
            { address: '127.0.0.1', family: 4 },
          ]
        : [{ address: '10.0.0.1', family: 4 }];
    };
    const run = await openDesk().run([`http://rebinding.test:${site.port}/a.pdf`], { world: { refuse, resolve } });
    expect(words(run)).toEqual(['fetched']);
    expect(times).toBe(1);
  });

  test('asks private networks where the user allows it', async () => {
    const site = await openSite({ '/a.pdf': pdf() });
    expect(words(await openDesk().run([`${site.origin}/a.pdf`], { allowPrivate: true }))).toEqual(['fetched']);
  });
});
