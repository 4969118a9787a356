import { readTags } from './tags.js';

/** What a list page turned out to be. */
export type PageKind = 'page' | 'feed' | 'sitemap' | 'sitemap-index';

/** The addresses that a page names, as written, in their order. `base`: what the page says they are relative to. */
export interface PageLinks {
  readonly kind: PageKind;
  readonly base: string | null;
  readonly links: readonly string[];
}

/** A page with more links is cut: a list of reports that long would be split. */
const MOST_LINKS = 200_000;

/** The first element says what a document is. */
const ROOTS: Readonly<Record<string, PageKind>> = {
  rss: 'feed',
  feed: 'feed',
  rdf: 'feed',
  urlset: 'sitemap',
  sitemapindex: 'sitemap-index',
};

/** Where pages of HTML keep addresses of documents: links, and documents shown within the page. */
const HTML_ATTRIBUTES: Readonly<Record<string, string>> = {
  a: 'href',
  area: 'href',
  iframe: 'src',
  embed: 'src',
  object: 'data',
};

/** Reads the links of a list page (HTML), a feed (RSS, Atom) or a sitemap. No entity but those of the languages is resolved. Pure. */
export function pageLinks(text: string): PageLinks {
  const kind = kindOf(text);
  const found = kind === 'page' ? htmlLinks(text) : xmlLinks(text, kind);
  return { kind, base: found.base, links: found.links.slice(0, MOST_LINKS) };
}

/** So much of the beginning is looked at for the first element; comments may stand before it. */
const HEAD = 65_536;

function kindOf(text: string): PageKind {
  let root: string | null = null;
  readTags(text.slice(0, HEAD), { opened: (name) => (root ??= local(name)) });
  return ROOTS[root ?? ''] ?? 'page';
}

interface Found {
  readonly base: string | null;
  readonly links: readonly string[];
}

function htmlLinks(text: string): Found {
  const links: string[] = [];
  let base: string | null = null;
  readTags(text, {
    opened: (name, attributes) => {
      if (name === 'base') base ??= attributes.href ?? null;
      const link = attributes[HTML_ATTRIBUTES[name] ?? ''];
      if (link !== undefined) links.push(link);
    },
  });
  return { base, links };
}

/** `loc` of a sitemap; `link` of a feed, as text (RSS) or attribute (Atom), and what it encloses. */
function xmlLinks(text: string, kind: PageKind): Found {
  const links: string[] = [];
  const wanted = kind === 'feed' ? 'link' : 'loc';
  let written: string | null = null;
  readTags(
    text,
    {
      opened: (name, attributes) => {
        const tag = local(name);
        // Pictures and films of a page have addresses of their own.
        written = tag === wanted && !/^(image|video):/i.test(name) ? '' : null;
        if (kind !== 'feed') return;
        if (tag === 'link' && attributes.href !== undefined && attributes.rel !== 'self') links.push(attributes.href);
        if (tag === 'enclosure' && attributes.url !== undefined) links.push(attributes.url);
      },
      text: (part) => {
        if (written !== null) written += part;
      },
      closed: () => {
        if (written !== null && written.trim() !== '') links.push(written.trim());
        written = null;
      },
    },
    { xmlMode: true },
  );
  return { base: null, links };
}

function local(name: string): string {
  return name.slice(name.lastIndexOf(':') + 1).toLowerCase();
}
