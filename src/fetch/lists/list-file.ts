import { parseAddress } from '../address.js';
import { FetchFault } from '../fault.js';

/** A line of a list that is no address that may be fetched. */
export interface BadLine {
  readonly url: string;
  readonly reason: string;
}

/** The addresses of a list: each once, in their order; and the lines that are none. */
export interface ListedAddresses {
  readonly urls: readonly URL[];
  readonly bad: readonly BadLine[];
}

/** Reads a list: an address a line; `#` at the beginning of a line or behind a blank begins a comment. Pure. */
export function parseList(text: string): ListedAddresses {
  const urls = new Map<string, URL>();
  const bad: BadLine[] = [];
  for (const [at, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    const written = line.replace(/(^|\s)#.*$/, '').trim();
    if (written === '') continue;
    try {
      const url = parseAddress(written);
      urls.set(url.href, urls.get(url.href) ?? url);
    } catch (error) {
      if (!(error instanceof FetchFault)) throw error;
      // Not the line itself: it may hold a password.
      bad.push({ url: `line ${at + 1}`, reason: error.message });
    }
  }
  return { urls: [...urls.values()], bad };
}
