/**
 * Lets files that are in flight at the same time pass one point in the order in which they came, and the same content one after the other.
 * The order decides which of two versions of a report is the newer one, so that it may not hang on which file is hashed or read sooner.
 */
export class Admission {
  #last: Promise<void> = Promise.resolve();
  readonly #inWork = new Map<string, Promise<void>>();

  /** Takes a place behind all that took one before. `come` ends when all of these have passed; whoever took a place must pass. */
  place(): { readonly come: Promise<void>; readonly pass: () => void } {
    const come = this.#last;
    const { promise, resolve } = opened();
    this.#last = come.then(() => promise);
    return { come, pass: resolve };
  }

  isInWork(sha256: string): boolean {
    return this.#inWork.has(sha256);
  }

  /** Ends when nobody works on this content; what the caller does without a pause after that comes before anybody else's. */
  async alone(sha256: string): Promise<void> {
    for (let other = this.#inWork.get(sha256); other !== undefined; other = this.#inWork.get(sha256)) await other;
  }

  /** Says that the caller works on this content until it calls what it gets. Only where nobody does yet. */
  take(sha256: string): () => void {
    const { promise, resolve } = opened();
    this.#inWork.set(sha256, promise);
    return () => {
      this.#inWork.delete(sha256);
      resolve();
    };
  }
}

function opened(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve = (): void => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
