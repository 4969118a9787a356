/** `limited`: works, but not all of it. `broken`: something that the program needs does not work. */
export type Health = 'ok' | 'limited' | 'broken';

/** One part of the installation as it was found. */
export interface Examined {
  readonly part: string;
  readonly health: Health;
  readonly found: string;
  /** What to do; `null` where there is nothing to do. */
  readonly remedy: string | null;
}

/** A part that is as it should be. */
export function ok(part: string, found: string): Examined {
  return { part, health: 'ok', found, remedy: null };
}

/** The worst of several; `ok` of none. */
export function worst(parts: readonly Examined[]): Health {
  for (const health of ['broken', 'limited'] as const) {
    if (parts.some((part) => part.health === health)) return health;
  }
  return 'ok';
}
