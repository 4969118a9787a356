/** `pending`: not asked yet; `waiting`: failed, and to be asked again; `done`: its document is there; `failed`: nothing to be had. */
export type DownloadState = 'pending' | 'waiting' | 'done' | 'failed';

/** A document as it was received from an address: what a journalist needs to say where it is from. */
export interface ReceivedCopy {
  /** Where the redirects ended. */
  readonly finalUrl: string;
  /** ISO 8601. */
  readonly fetchedAt: string;
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** The head of the answer, without cookies. */
  readonly headers: Readonly<Record<string, string>>;
  readonly contentType: string | null;
  readonly bytes: number;
  readonly sha256: string;
  /** Path in the archive, as a user can open it. */
  readonly file: string;
}

/** What is remembered of an address. */
export interface DownloadRecord {
  readonly url: string;
  readonly state: DownloadState;
  /** Failures in a row that speak against the address itself. */
  readonly attempts: number;
  readonly lastError: string | null;
  /** ISO 8601; not asked before. */
  readonly nextAttemptAt: string | null;
  /** When the address was last answered with its document, or with "not modified". ISO 8601. */
  readonly checkedAt: string | null;
  /** The newest document; stays when the address fails later. */
  readonly copy: ReceivedCopy | null;
}

/** A failure as it is remembered. */
export interface DownloadFailure {
  readonly state: 'waiting' | 'failed';
  readonly attempts: number;
  readonly error: string;
  readonly nextAttemptAt: string | null;
  /** Status of the answer, where there was one. */
  readonly status: number | null;
}

/** The memory of all addresses. Each call is whole on the disk, or not there at all, when it returns. */
export interface Ledger {
  /** Takes in addresses that are new; what is known of the others stays. `at`: ISO 8601. */
  readonly add: (addresses: readonly { readonly url: string; readonly foundOn: string | null }[], at: string) => void;
  readonly find: (url: string) => DownloadRecord | null;
  /** A document came. One with other content that was there before stays on record as an earlier one. */
  readonly received: (url: string, copy: ReceivedCopy) => void;
  /** The document that is there is still the newest. `at`: ISO 8601. */
  readonly notModified: (url: string, at: string) => void;
  readonly failed: (url: string, failure: DownloadFailure) => void;
}
