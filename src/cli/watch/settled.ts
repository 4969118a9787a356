/** A document as one look at the folder finds it: a file, or a folder of pictures as one. */
export interface SeenDocument {
  readonly file: string;
  /** Bytes. */
  readonly size: number;
  /** Milliseconds since 1970, by the clock of the disk. */
  readonly modified: number;
  /** Why it cannot be complete, whatever its size says: a partial file beside it, or it cannot be opened; `null` where nothing speaks against it. */
  readonly obstacle: string | null;
}

/** A document as it is remembered from one look to the next. */
export interface WatchedDocument extends SeenDocument {
  /** Since when it has looked like this, by the clock of this program. */
  readonly since: number;
  /** Whether it was handed over as it is. */
  readonly done: boolean;
  /** Not handed over before; 0 for any time. */
  readonly notBefore: number;
}

/** What is remembered, by the name of the file. */
export type Watched = ReadonlyMap<string, WatchedDocument>;

/** What one look gives. */
export interface Look {
  readonly watched: Watched;
  /** Settled now, for the first time as they are. */
  readonly settled: readonly string[];
  /** Not settled yet. */
  readonly waiting: readonly WatchedDocument[];
}

/**
 * Which documents are settled: size and modification time have been the same for `settling` milliseconds of this program's own clock (that
 * of a network share may be another), and nothing else speaks against it. One that changes later settles again. Pure.
 */
export function settle(before: Watched, seen: readonly SeenDocument[], now: number, settling: number): Look {
  const watched = new Map<string, WatchedDocument>();
  const settled: string[] = [];
  for (const document of seen) {
    const known = before.get(document.file);
    const same = known !== undefined && isSame(known, document);
    // A clock that was put back must not keep a document waiting for hours.
    const since = same && document.obstacle === null ? Math.min(known.since, now) : now;
    const done = same && known.done;
    const notBefore = same ? known.notBefore : 0;
    const ripe = !done && same && document.obstacle === null && now - since >= settling && now >= notBefore;
    if (ripe) settled.push(document.file);
    watched.set(document.file, { ...document, since, done: done || ripe, notBefore });
  }
  return { watched, settled, waiting: [...watched.values()].filter(({ done }) => !done) };
}

function isSame(one: SeenDocument, other: SeenDocument): boolean {
  return one.size === other.size && one.modified === other.modified;
}

/** The same with these documents to be handed over again from `notBefore` on: what failed for a reason that may pass. Pure. */
export function again(watched: Watched, files: readonly string[], notBefore: number): Watched {
  const chosen = new Set(files);
  return new Map(
    [...watched].map(([file, document]) => [
      file,
      chosen.has(file) ? { ...document, done: false, notBefore } : document,
    ]),
  );
}
