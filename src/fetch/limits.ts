/** How much one answer, one address and one host may cost. Milliseconds and bytes. */
export interface FetchLimits {
  /** Bytes of a document, counted as they come and after decompression. */
  readonly document: number;
  /** Bytes of a list page, a feed or a sitemap. */
  readonly page: number;
  readonly connect: number;
  /** Until the head of the answer is there. */
  readonly headers: number;
  /** The whole of one answer. */
  readonly whole: number;
  /** Over each such span at least `slowestBytes` must come, or the answer is a drip. */
  readonly slowSpan: number;
  readonly slowestBytes: number;
  readonly redirects: number;
  /** How long a run waits for one host before it leaves the rest for the next run. */
  readonly patience: number;
  /** Tries in a row, over all runs, after which an address is given up. */
  readonly attempts: number;
}

/** The limits where nobody says otherwise. The largest reports seen, scans of provinces, have some 60 MB. */
export const USUAL_LIMITS: FetchLimits = {
  document: 200_000_000,
  page: 10_000_000,
  connect: 20_000,
  headers: 60_000,
  whole: 900_000,
  slowSpan: 30_000,
  slowestBytes: 15_000,
  redirects: 5,
  patience: 120_000,
  attempts: 12,
};
