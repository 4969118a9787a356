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
import { isLayoutGrid, layOutPage } from './layout/page-layout.js';
import type { LayoutRun } from './layout/run.js';
import type { Box, Place } from './place.js';

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
  /** Absent for a text layer. */
  readonly ocr?: PageOcr;
}

/** Lays the pages out, joins tables over page breaks, and gives every place as a reader sees the page. */
export function assembled(
  source: Pick<SourceDocument, 'file' | 'sha256' | 'format'>,
  materials: readonly PageMaterial[],
): SourceDocument {
  const byNumber = new Map(materials.map((material) => [material.number, material]));
  const toReader = (place: Place): Place => {
    const material = byNumber.get(place.page);
    return place.box && material ? { page: place.page, box: material.toReader(place.box) } : place;
  };
  const isScanned = (cell: LayoutCell): boolean =>
    cell.places.some((place) => byNumber.get(place.page)?.ocr !== undefined);
  // The text of a page that cannot be trusted goes no further: nothing of it may become a number.
  const layouts = materials.map(({ number, condition, runs, rules }) =>
    condition === 'read'
      ? layOutPage(number, runs, rules)
      : { page: number, items: [], unread: condition === 'needs-ocr' },
  );
  const blocks = joinAcrossPages(layouts).map((item): Block => {
    if (!isLayoutGrid(item)) return { kind: 'line', page: item.page, text: item.text, box: toReader(item).box };
    return {
      kind: 'grid',
      method: item.method,
      rows: item.rows,
      columns: item.columnEdges.length - 1,
      cells: item.cells.map((cell) => finished(cell, toReader, isScanned(cell))),
      pages: item.pages,
      top: item.box.top,
    };
  });
  return { ...source, pages: materials.map(pageOf), blocks };
}

function pageOf(material: PageMaterial): Page {
  const { number, width, height, condition, reason, readerRules, ocr } = material;
  const runs = material.runs.map(
    (run): TextRun => ({
      text: run.text,
      box: material.toReader(run.box),
      origin: ocr === undefined ? 'text-layer' : 'ocr',
      confidence: run.confidence,
    }),
  );
  return { number, width, height, condition, reason, runs, rules: readerRules, ...(ocr === undefined ? {} : { ocr }) };
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
