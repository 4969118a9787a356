import { Agent, request } from 'undici';
import { FetchFault, InterruptedFetch } from '../fault.js';
import type { FetchLimits } from '../limits.js';
import { literalAddress, privateRange } from './address-range.js';
import { asConnectionFault } from './connection-fault.js';
import { decoded } from './decoded-body.js';
import { guardedConnector, type Refusal, type Resolve, refusedAddress } from './guarded-connect.js';

/** The head of an answer, and its content as it comes. */
export interface Reply {
  readonly status: number;
  /** By names in small letters; a header that comes several times is joined by commas. */
  readonly headers: Readonly<Record<string, string>>;
  /**
   * The content, decompressed, at most `limit` bytes of it. To be read once.
   * @throws FetchFault where there is more, where it breaks off, or is compressed in a way that was not asked for
   */
  readonly content: (limit: number) => AsyncIterable<Uint8Array>;
}

/** One question to one host, redirects not followed. The network, as the rest of fetching sees it. */
export interface Web {
  /**
   * Asks for an address and lets `use` look at the answer; what it leaves unread is cut off.
   * @throws FetchFault where there is no answer or not within its limits; InterruptedFetch when the signal is aborted
   */
  readonly exchange: <Result>(
    url: URL,
    headers: Readonly<Record<string, string>>,
    signal: AbortSignal,
    use: (reply: Reply) => Promise<Result>,
  ) => Promise<Result>;
  readonly close: () => Promise<void>;
}

export interface WebOptions {
  readonly userAgent: string;
  readonly limits: FetchLimits;
  /** Private networks may be asked as well. */
  readonly allowPrivate: boolean;
  /** In the place of the usual judgement over an address, for tests. */
  readonly refuse?: Refusal;
  /** In the place of the name service of the system, for tests. */
  readonly resolve?: Resolve;
}

/** Opens the way to the network. One connection a host, nothing kept between runs: no cookies, no cache, no proxy. */
export function openWeb(options: WebOptions): Web {
  const { limits } = options;
  const refuse: Refusal = options.refuse ?? (options.allowPrivate ? () => null : privateRange);
  const agent = new Agent({
    connect: guardedConnector(refuse, limits.connect, options.resolve),
    connections: 1,
    pipelining: 1,
    headersTimeout: limits.headers,
    // Slow answers are judged by what has come, see `watched`.
    bodyTimeout: 0,
    maxHeaderSize: 16_384,
  });

  async function exchange<Result>(
    url: URL,
    headers: Readonly<Record<string, string>>,
    signal: AbortSignal,
    use: (reply: Reply) => Promise<Result>,
  ): Promise<Result> {
    if (signal.aborted) throw new InterruptedFetch();
    const ip = literalAddress(url);
    const range = ip === null ? null : refuse(ip);
    if (ip !== null && range !== null) throw refusedAddress(ip, ip, range);
    const watch = new AbortController();
    const deadline = setTimeout(
      () => watch.abort(tooSlow(`it took longer than ${seconds(limits.whole)}`)),
      limits.whole,
    );
    let slow: NodeJS.Timeout | undefined;
    try {
      const answer = await request(url, {
        dispatcher: agent,
        signal: AbortSignal.any([signal, watch.signal]),
        headers: { 'user-agent': options.userAgent, accept: '*/*', 'accept-encoding': 'identity', ...headers },
      });
      const { body } = answer;
      // What happens to a body that nobody reads any more is nobody's concern.
      body.on('error', () => {});
      let received = 0;
      let before = 0;
      slow = setInterval(() => {
        if (received - before < limits.slowestBytes) {
          watch.abort(tooSlow(`fewer than ${limits.slowestBytes} bytes came in ${seconds(limits.slowSpan)}`));
        }
        before = received;
      }, limits.slowSpan);
      body.on('data', (chunk: Uint8Array) => {
        received += chunk.length;
      });
      body.pause();
      const head = plainHeaders(answer.headers);
      try {
        return await use({ status: answer.statusCode, headers: head, content: (limit) => decoded(body, head, limit) });
      } finally {
        body.destroy();
      }
    } catch (error) {
      if (signal.aborted) throw new InterruptedFetch();
      if (watch.signal.aborted) throw watch.signal.reason;
      throw asConnectionFault(error);
    } finally {
      clearTimeout(deadline);
      clearInterval(slow);
    }
  }

  return { exchange, close: () => agent.destroy() };
}

function tooSlow(words: string): FetchFault {
  return new FetchFault('too-slow', `the host is too slow: ${words}`, { passing: true });
}

function seconds(milliseconds: number): string {
  return `${milliseconds / 1000} s`;
}

function plainHeaders(headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name.toLowerCase(), Array.isArray(value) ? value.join(', ') : value]],
    ),
  );
}
