/** What a document may cost. */
export interface DocumentLimits {
  /** Milliseconds; a page read from its picture begins them anew, since it has a limit of its own. */
  readonly time: number;
  /** Bytes of resident memory. */
  readonly memory: number;
}
