import type {
  Block,
  OcrReading,
  Page,
  PageCondition,
  PageOcr,
  RuledLine,
  SourceDocument,
  TextRun,
} from './document.js';
import { joinAcrossPages } from './layout/across-pages.js';
import type { LayoutCell } from './layout/layout-grid.js';
import { isLayoutGrid, layOutPage, type PageLayout } from './layout/page-layout.js';
import type { LayoutRun } from './layout/run.js';
import type { Box, Place, Turn } from './place.js';

/** What one page prints before it is laid out. Runs and rules in points of the upright page. */
export interface PageMaterial {
  readonly number: number;
  /** Of the page as a reader sees it, in points. */
  readonly width: number;
  readonly height: number;
  readonly condition: PageCondition;
  readonly reason: string | null;
  readonly runs: readonly LayoutRun[];
  readonly rules: readonly RuledLine[];
  /** The rules as a reader sees the page. */
  readonly readerRules: readonly RuledLine[];
  /** Takes a box of the upright page to the page as a reader sees it. */
  readonly toReader: (box: Box) => Box;
  /** How the text lies as a reader sees the page. */
  readonly turn: Turn;
  /** Absent for a text layer. */
  readonly ocr?: PageOcr;
  /** Of a text layer: large pictures beside it, as a reader sees the page. */
  readonly unreadPictures?: readonly Box[];
}

/** A page with its lines and tables, without the characters they were made of: those of a thousand pages would fill the memory. */
export interface LaidOutPage {
  readonly page: Page;
  readonly layout: PageLayout;
  readonly toReader: (box: Box) => Box;
}

/** A page of which nothing was read, for this reason: it stays unread unless its picture is read. */
export function withoutRuns(
  { number, width, height }: Pick<PageMaterial, 'number' | 'width' | 'height'>,
  reason: string,
): PageMaterial {
  const nothing = { runs: [], rules: [], readerRules: [], toReader: (box: Box) => box, turn: 0 as const };
  return { number, width, height, condition: 'needs-ocr', reason, ...nothing };
}

/** Lays one page out. */
export function laidOut(material: PageMaterial): LaidOutPage {
  const { number, condition, runs, rules, toReader } = material;
  // The text of a page that cannot be trusted goes no further: nothing of it may become a number.
  const layout: PageLayout =
    condition === 'read'
      ? layOutPage(number, runs, rules)
      : { page: number, items: [], unread: condition === 'needs-ocr' };
  return { page: pageOf(material), layout, toReader };
}

/** A page that was laid out before it was known that its text cannot be trusted. Its runs stay: they show that it prints something. */
export function distrusted({ page, toReader }: LaidOutPage, reason: string): LaidOutPage {
  const layout: PageLayout = { page: page.number, items: [], unread: true };
  return { page: { ...page, condition: 'needs-ocr', reason }, layout, toReader };
}

/** Joins tables over page breaks, and gives every place as a reader sees the page. */
export function assembled(
  source: Pick<SourceDocument, 'file' | 'sha256' | 'format'>,
  pages: readonly LaidOutPage[],
): SourceDocument {
  const byNumber = new Map(pages.map((one) => [one.page.number, one]));
  const toReader = (place: Place): Place => {
    const page = byNumber.get(place.page);
    return place.box && page ? { page: place.page, box: page.toReader(place.box) } : place;
  };
  const isScanned = (cell: LayoutCell): boolean =>
    cell.places.some((place) => byNumber.get(place.page)?.page.ocr !== undefined);
  const upright = (place: Place | undefined): { readonly upright?: Box } => {
    const page = place === undefined ? undefined : byNumber.get(place.page)?.page;
    const isMoved = page?.turn !== undefined || page?.ocr !== undefined;
    return isMoved && place?.box ? { upright: place.box } : {};
  };
  const blocks = joinAcrossPages(pages.map(({ layout }) => layout)).map((item): Block => {
    if (!isLayoutGrid(item))
      return { kind: 'line', page: item.page, text: item.text, box: toReader(item).box, ...upright(item) };
    return {
      kind: 'grid',
      method: item.method,
      rows: item.rows,
      columns: item.columnEdges.length - 1,
      cells: item.cells.map((cell) => ({ ...finished(cell, toReader, isScanned(cell)), ...upright(cell.places[0]) })),
      pages: item.pages,
      top: item.box.top,
    };
  });
  return { ...source, pages: pages.map(({ page }) => page), blocks };
}

function pageOf(material: PageMaterial): Page {
  const { number, width, height, condition, reason, readerRules, turn, ocr, unreadPictures = [] } = material;
  const runs = material.runs.map(
    (run): TextRun => ({
      text: run.text,
      box: material.toReader(run.box),
      origin: ocr === undefined ? 'text-layer' : 'ocr',
      confidence: run.confidence,
    }),
  );
  return {
    ...{ number, width, height, condition, reason, runs, rules: readerRules },
    ...(turn === 0 ? {} : { turn }),
    ...(ocr === undefined ? {} : { ocr }),
    ...(unreadPictures.length === 0 ? {} : { unreadPictures }),
  };
}

/** A cell of a scan always has readings: none says that no ink was seen in it, which is less than a cell that is empty. */
function finished(
  { filled: _, readings, ...cell }: LayoutCell,
  toReader: (place: Place) => Place,
  scanned: boolean,
): Omit<LayoutCell, 'filled'> {
  const kept: readonly OcrReading[] | undefined = readings ?? (scanned ? [] : undefined);
  return { ...cell, places: cell.places.map(toReader), ...(kept === undefined ? {} : { readings: kept }) };
}
