/** A file made to do harm, by what it does. */
export interface HostileFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}
