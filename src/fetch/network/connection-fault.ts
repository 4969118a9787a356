import { errors } from 'undici';
import { FetchFault } from '../fault.js';

/** What the network says when it cannot, in words; all of these may pass. `host`: other addresses of the host would fare alike. */
const PASSING: Readonly<
  Record<string, { readonly words: string; readonly kind?: 'too-slow' | 'cut-off'; readonly host?: true }>
> = {
  ENOTFOUND: { words: 'the name of the host is not known', host: true },
  EAI_AGAIN: { words: 'the name service does not answer', host: true },
  ECONNREFUSED: { words: 'the host refuses the connection', host: true },
  EHOSTUNREACH: { words: 'the host cannot be reached', host: true },
  ENETUNREACH: { words: 'the network cannot be reached', host: true },
  ETIMEDOUT: { words: 'the host does not answer', host: true },
  UND_ERR_CONNECT_TIMEOUT: { words: 'the host does not answer', host: true },
  UND_ERR_HEADERS_TIMEOUT: { words: 'the answer did not begin in time', kind: 'too-slow' },
  UND_ERR_BODY_TIMEOUT: { words: 'the answer stopped', kind: 'too-slow' },
  ECONNRESET: { words: 'the connection was cut', kind: 'cut-off' },
  EPIPE: { words: 'the connection was cut', kind: 'cut-off' },
  UND_ERR_SOCKET: { words: 'the connection was cut', kind: 'cut-off' },
  Z_BUF_ERROR: { words: 'the compressed answer breaks off', kind: 'cut-off' },
  Z_DATA_ERROR: { words: 'the compressed answer is damaged', kind: 'cut-off' },
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: { words: 'the answer is not as long as it said', kind: 'cut-off' },
};

/** Prefixes of codes of a host that speaks, but not as it must. */
const LASTING: readonly (readonly [RegExp, string])[] = [
  [/^UND_ERR_HEADERS_OVERFLOW$/, 'the head of the answer is too large'],
  [
    /^(CERT_|ERR_TLS_|ERR_SSL_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|HOSTNAME_MISMATCH)/,
    'the certificate of the host is not good',
  ],
];

/** What went wrong on the network as a fault; anything that has no code of the network is a bug and comes back as it is. */
export function asConnectionFault(error: unknown): unknown {
  if (error instanceof FetchFault) return error;
  const code = codeOf(error);
  const passing = PASSING[code];
  if (passing !== undefined) {
    return new FetchFault(passing.kind ?? 'connection', `${passing.words} (${code})`, {
      passing: true,
      wholeHost: passing.host === true,
      cause: error,
    });
  }
  if (error instanceof errors.HTTPParserError) {
    return new FetchFault('connection', 'the answer is not HTTP', { cause: error });
  }
  const lasting = LASTING.find(([pattern]) => pattern.test(code));
  if (lasting === undefined) {
    // Whatever else the client complains of concerns this answer; faults of the disk and of the program are none of its own.
    if (!(error instanceof errors.UndiciError)) return error;
    return new FetchFault('connection', error.message, { passing: true, cause: error });
  }
  return new FetchFault('connection', `${lasting[1]} (${code})`, { cause: error });
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  if ('code' in error && typeof error.code === 'string') return error.code;
  // Several addresses were tried, one after the other.
  if (error instanceof AggregateError) return error.errors.map(codeOf).find((code) => code !== '') ?? '';
  return error.cause === undefined ? '' : codeOf(error.cause);
}
