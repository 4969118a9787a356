import type { z } from 'zod';

/** What is kept under keys between runs of the program. Both never fail: what cannot be kept is made again. */
export interface Kept<T> {
  readonly get: (key: string) => Promise<T | null>;
  readonly put: (key: string, value: T) => Promise<void>;
}

/** One kind of what is kept. */
export interface Kind<T> {
  /** Its name, and all that it depends on besides the key: versions of packages and of our own way. Another one makes it again. */
  readonly madeBy: readonly (string | number)[];
  readonly schema: z.ZodType<T>;
}

/** Where all kinds are kept. */
export interface KeptFolder {
  readonly of: <T>(kind: Kind<T>) => Kept<T>;
}
