import type { VerifiedReport } from '../../verify/check.js';

/** How a report was read where its pages are pictures. */
interface ScannedPages {
  readonly pages: number;
  readonly pagesByOcr: number;
  readonly pagesOfLowQuality: number;
  readonly pagesUnread: number;
  /** "engine (model)", several with commas; `null` where nothing was read from a picture. */
  readonly ocrEngines: string | null;
}

/** Counts the pages of a report that were read from pictures. Pure. */
export function countScannedPages(pages: VerifiedReport['source']['pages']): ScannedPages {
  const read = pages.flatMap(({ ocr }) => (ocr === undefined ? [] : [ocr]));
  const engines = [...new Set(read.map(({ engine, model }) => `${engine} (${model})`))].sort();
  return {
    pages: pages.length,
    pagesByOcr: read.length,
    pagesOfLowQuality: read.filter(({ lowQuality }) => lowQuality).length,
    pagesUnread: pages.filter(({ condition }) => condition === 'needs-ocr').length,
    ocrEngines: engines.length === 0 ? null : engines.join(', '),
  };
}

/**
 * "36 of 36 pages read from pictures by pp-ocrv4 (models 1.4.2), 2 of low quality"; `null` for a report of which no page was read
 * from a picture. Pure.
 */
export function scannedPagesLine(counts: ScannedPages): string | null {
  const { pages, pagesByOcr, pagesOfLowQuality, pagesUnread, ocrEngines } = counts;
  if (ocrEngines === null) return null;
  return [
    `${pagesByOcr} of ${pages} ${pages === 1 ? 'page' : 'pages'} read from pictures by ${ocrEngines}`,
    ...(pagesOfLowQuality > 0 ? [`${pagesOfLowQuality} of low quality`] : []),
    ...(pagesUnread > 0 ? [`${pagesUnread} not read`] : []),
  ].join(', ');
}
