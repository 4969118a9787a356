import { type LookupAddress, type LookupOptions, lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { buildConnector } from 'undici';
import { FetchFault } from '../fault.js';

/** Asks the name service for all addresses of a host. */
export type Resolve = (hostname: string, options: LookupOptions) => Promise<readonly LookupAddress[]>;

/** Says why an IP address must not be asked; `null` where it may. */
export type Refusal = (ip: string) => string | null;

const systemResolve: Resolve = (hostname, options) =>
  new Promise((resolve, reject) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => (error ? reject(error) : resolve(addresses)));
  });

/**
 * A connector that connects to addresses it has itself looked at: the name is resolved once, refused addresses are taken out, and the
 * connection goes to one of the rest. A name service that answers otherwise the second time (DNS rebinding) is never asked a second
 * time. What the socket is connected to in the end is looked at again, which also covers addresses without a name.
 */
export function guardedConnector(
  refuse: Refusal,
  connectTimeout: number,
  resolve: Resolve = systemResolve,
): buildConnector.connector {
  const connect = buildConnector({ timeout: connectTimeout, lookup: guardedLookup(refuse, resolve) });
  return (options, callback) => {
    connect(options, (error, socket) => {
      if (error !== null) return callback(error, null);
      const ip = socket.remoteAddress;
      const range = ip === undefined ? null : refuse(ip);
      // Without an address it has been closed again, which the request will notice.
      if (ip === undefined || range === null) return callback(null, socket);
      socket.destroy();
      callback(refusedAddress(options.hostname, ip, range), null);
    });
  };
}

/** The name lookup of a socket, without the addresses that are refused. */
function guardedLookup(refuse: Refusal, resolve: Resolve): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, options).then(
      (addresses) => {
        const open = addresses.filter(({ address }) => refuse(address) === null);
        const [first] = open;
        if (first === undefined) {
          const closed = addresses[0]?.address;
          const error =
            closed === undefined
              ? new FetchFault('connection', `${hostname} has no address`, { passing: true, wholeHost: true })
              : refusedAddress(hostname, closed, refuse(closed) ?? '');
          callback(error, []);
        } else if (options.all === true) callback(null, [...open]);
        else callback(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => callback(error, []),
    );
  };
}

/** A host that leads into a network that is not the public one. */
export function refusedAddress(hostname: string, ip: string, range: string): FetchFault {
  const where = hostname === ip ? ip : `${hostname} (${ip})`;
  return new FetchFault('private-address', `${where} is not in the public network: ${range}`);
}
