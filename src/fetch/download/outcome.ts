import type { FaultKind } from '../fault.js';

/** A document that is in the archive now. `changed`: other content than before; `kept`: asked a short time ago, so not asked again. */
export interface GotDocument {
  readonly url: string;
  readonly outcome: 'fetched' | 'changed' | 'unchanged' | 'kept';
  readonly finalUrl: string;
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly seconds: number;
}

/** An address without its document. `postponed`: the next run tries again, not before `nextAttemptAt`. */
export interface MissedDocument {
  readonly url: string;
  readonly outcome: 'postponed' | 'failed';
  readonly kind: FaultKind;
  readonly reason: string;
  readonly remedy: string;
  /** ISO 8601. */
  readonly nextAttemptAt: string | null;
  readonly seconds: number;
}

/** What became of an address in a run. */
export type DownloadOutcome = GotDocument | MissedDocument;
