/** What kept an address from being fetched, as a closed list: stored, counted, and told to machines. */
export type FaultKind =
  | 'address'
  | 'private-address'
  | 'robots'
  | 'redirect'
  | 'status'
  | 'type'
  | 'too-large'
  | 'too-slow'
  | 'cut-off'
  | 'connection'
  | 'busy'
  | 'given-up';

interface FaultDetail {
  /** It may pass, so that trying again makes sense: an outage, not a refusal. */
  readonly passing?: boolean;
  /** Not before this time may the host be asked again, in milliseconds since 1970. */
  readonly retryAt?: number;
  /** The host as a whole is in trouble, not this address alone: its other addresses wait too. */
  readonly wholeHost?: boolean;
  readonly cause?: unknown;
}

/** An address that could not be fetched. Expected, so it becomes an outcome, never a crash. `message` is for people. */
export class FetchFault extends Error {
  readonly kind: FaultKind;
  readonly passing: boolean;
  readonly retryAt: number | null;
  readonly wholeHost: boolean;
  /** The status of the answer, where there was one. */
  status: number | null = null;

  constructor(kind: FaultKind, message: string, detail: FaultDetail = {}) {
    // Words of a site may be among it, and must not steer a terminal.
    super(message.replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' '), { cause: detail.cause });
    this.name = 'FetchFault';
    this.kind = kind;
    this.passing = detail.passing ?? false;
    this.retryAt = detail.retryAt ?? null;
    this.wholeHost = detail.wholeHost ?? false;
  }
}

/** What a user can do about each kind. */
const REMEDIES: Readonly<Record<FaultKind, string>> = {
  address: 'Correct the address: http or https, without user name and password.',
  'private-address': 'If you trust this network, allow it with --allow-private.',
  robots: 'The site does not want this to be fetched by programs: ask the publisher, or save it by hand.',
  redirect: 'Open the address in a browser and name the one it ends at.',
  status: 'Open the address in a browser; correct the list and try again with --retry.',
  type: 'Open the address in a browser: the document may have moved, or need --text.',
  'too-large': 'Raise --max-size if the document is meant to be so large.',
  'too-slow': 'The same command tries again later; --timeout gives it more time.',
  'cut-off': 'The same command tries again later.',
  connection: 'Check the network and the name of the host; the same command tries again later.',
  busy: 'The host asked for patience: the same command goes on later.',
  'given-up': 'It failed too often: look at the address, then try again with --retry.',
};

/** What to do about a fault, as one sentence. */
export function remedyOf(kind: FaultKind): string {
  return REMEDIES[kind];
}

/** Thrown where work ends because the user wants it to. No fault: the address stays as it was. */
export class InterruptedFetch extends Error {
  constructor() {
    super('interrupted');
    this.name = 'InterruptedFetch';
  }
}
