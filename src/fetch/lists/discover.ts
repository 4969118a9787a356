import { gunzipSync } from 'node:zlib';
import { parseAddress } from '../address.js';
import { FetchFault } from '../fault.js';
import { tooLarge } from '../network/decoded-body.js';
import { type Arrival, type Courier, unconditionally } from '../polite/courier.js';
import { decodePage } from './charset.js';
import { type PageKind, pageLinks } from './page-links.js';

/** Where documents are looked for. */
export interface DiscoverRequest {
  readonly start: URL;
  /** The start must be a sitemap: a page of HTML in its place is an error page. */
  readonly sitemap: boolean;
  /** The links that are documents. */
  readonly wanted: (url: URL) => boolean;
  /** The links that are pages to look through, at most `depth` steps from the start, on the same host. */
  readonly followed: (url: URL) => boolean;
  readonly depth: number;
  /** At most so many pages, feeds and sitemaps are read. */
  readonly pages: number;
  /** Bytes of one page. */
  readonly pageLimit: number;
}

/** A page that could not be looked through. */
export interface FailedPage {
  readonly url: string;
  readonly fault: FetchFault;
}

/** A document that a page links to. */
export interface FoundLink {
  readonly url: URL;
  /** The page with the link. */
  readonly foundOn: string;
}

export interface Discovery {
  readonly found: readonly FoundLink[];
  /** Pages read. */
  readonly pages: number;
  /** Links seen on them, wanted or not. */
  readonly links: number;
  readonly failed: readonly FailedPage[];
  /** Pages that were not read because of the limit. */
  readonly left: number;
}

interface ReadPage {
  readonly kind: PageKind;
  readonly links: readonly URL[];
  readonly url: URL;
}

/**
 * Looks through a list page, a feed or a sitemap, and through the pages behind it as far as wanted, breadth first, for links to
 * documents. A page behind it that fails is told; a start that fails is thrown.
 * @throws FetchFault, InterruptedFetch
 */
export async function discover(request: DiscoverRequest, courier: Courier, signal: AbortSignal): Promise<Discovery> {
  const found = new Map<string, FoundLink>();
  const seen = new Set([request.start.href]);
  const failed: FailedPage[] = [];
  const queue: { readonly url: URL; readonly depth: number; readonly isMap: boolean }[] = [
    { url: request.start, depth: 0, isMap: request.sitemap },
  ];
  let pages = 0;
  let links = 0;
  // The start may redirect from example.gov.cn to www.example.gov.cn.
  let home = request.start.hostname;
  for (let next = queue.shift(); next !== undefined; next = pages < request.pages ? queue.shift() : undefined) {
    pages += 1;
    const page = await readPage(next.url, next.isMap, courier, request.pageLimit, signal).catch((error: unknown) => {
      if (!(error instanceof FetchFault) || next?.url === request.start) throw error;
      failed.push({ url: next?.url.href ?? '', fault: error });
      return null;
    });
    if (page === null) continue;
    if (next.url === request.start) home = page.url.hostname;
    links += page.links.length;
    for (const url of page.links) {
      const isMap = page.kind === 'sitemap-index';
      if (!isMap && request.wanted(url)) {
        if (!found.has(url.href)) found.set(url.href, { url, foundOn: page.url.href });
        continue;
      }
      // The sitemaps of an index are parts of one list, no step deeper.
      const deeper = isMap || (next.depth < request.depth && request.followed(url));
      if (!deeper || seen.has(url.href) || url.hostname !== home) continue;
      seen.add(url.href);
      queue.push({ url, depth: isMap ? next.depth : next.depth + 1, isMap });
    }
  }
  return { found: [...found.values()], pages, links, failed, left: queue.length };
}

async function readPage(
  start: URL,
  isMap: boolean,
  courier: Courier,
  limit: number,
  signal: AbortSignal,
): Promise<ReadPage> {
  return courier.fetch(start, unconditionally, signal, async (arrival) => {
    const text = decodePage(unzipped(await whole(arrival, limit), limit), arrival.headers['content-type']);
    if (text.startsWith('%PDF-')) throw new FetchFault('type', 'expected a list of links, found a PDF');
    const { kind, base, links } = pageLinks(text);
    if (isMap && kind !== 'sitemap' && kind !== 'sitemap-index') {
      throw new FetchFault('type', `expected a sitemap, found a ${kind}`);
    }
    const origin = absolute(base ?? '', arrival.url.href) ?? arrival.url;
    return { kind, url: arrival.url, links: links.flatMap((link) => absolute(link, origin.href) ?? []) };
  });
}

/** Addresses of other kinds (`mailto:`, `javascript:`) and damaged ones are no links to documents. */
function absolute(link: string, base: string): URL | null {
  try {
    return parseAddress(link, base);
  } catch (error) {
    if (error instanceof FetchFault) return null;
    throw error;
  }
}

async function whole(arrival: Arrival, limit: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of arrival.content(limit)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Sitemaps may be files that are compressed themselves, `sitemap.xml.gz`. */
function unzipped(bytes: Buffer, limit: number): Buffer {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: limit });
  } catch (error) {
    if (error instanceof RangeError) throw tooLarge(limit);
    throw new FetchFault('cut-off', 'the compressed list is damaged', { passing: true, cause: error });
  }
}
