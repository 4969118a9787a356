import type { KeptFolder } from '../../src/extract/kept.js';

/** A folder of what is kept, in memory: `entries` by kind and key. What does not fit the schema of its kind is none, as on the disk. */
export function keptMemory(): KeptFolder & { readonly entries: Map<string, unknown> } {
  const entries = new Map<string, unknown>();
  return {
    entries,
    of: ({ madeBy, schema }) => ({
      get: async (key) => schema.safeParse(structuredClone(entries.get(`${madeBy[0]} ${key}`))).data ?? null,
      put: async (key, value) => void entries.set(`${madeBy[0]} ${key}`, structuredClone(value)),
    }),
  };
}
