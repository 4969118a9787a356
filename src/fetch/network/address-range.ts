import ipaddr from 'ipaddr.js';

/** IPv6 addresses that carry an IPv4 address which is reached through a gateway (RFC 6052, used where there is only IPv6). */
const GATEWAY = 'rfc6052';

/**
 * Why an IP address must not be asked: the range it lies in, such as `loopback`, `private`, `linkLocal`, `carrierGradeNat`; `null` for
 * an address of the public network. An IPv4 address in IPv6 clothes counts as what it carries.
 */
export function privateRange(ip: string): string | null {
  if (!ipaddr.isValid(ip)) return 'unknown';
  const address = ipaddr.process(ip);
  const range = address.range();
  if (range === GATEWAY) return rangeOfLast(address.toByteArray());
  return range === 'unicast' ? null : range;
}

function rangeOfLast(bytes: readonly number[]): string | null {
  return privateRange(bytes.slice(-4).join('.'));
}

/** The IP address that a URL names itself, without a name to look up; `null` for a host name. */
export function literalAddress(url: URL): string | null {
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  return ipaddr.isValid(host) ? host : null;
}
