import { type PageMaterial, withoutRuns } from './assemble.js';
import type { OcrProgress, OcrUse } from './extraction.js';
import { mergeRules } from './layout/merge-rules.js';
import type { OcrPage } from './ocr/ocr-page.js';
import type { PageRequest, ReadPage } from './ocr/ocr-service.js';
import { type Matrix, xOf, yOf } from './pdf/matrix.js';
import { type Box, boxAround, opposite, type Place } from './place.js';

/** A page whose picture is to be read; `reason`: why. */
export interface Unread {
  readonly number: number;
  /** As a reader sees the page, in points. */
  readonly width: number;
  readonly height: number;
  readonly reason: string;
  /** Whether it is known to print something, whatever its picture shows: a text layer that cannot be trusted is still one. */
  readonly prints: boolean;
  readonly request: PageRequest;
}

/** The pages of a document that were read from pictures. */
export interface ScannedPages {
  /** One for each page asked for, by its number. A page that could not be read says why. */
  readonly materials: ReadonlyMap<number, PageMaterial>;
  /** The same with second readings of the runs that stand at these places. */
  readonly readAgain: (places: readonly Place[]) => Promise<ReadonlyMap<number, PageMaterial>>;
}

/** Reads pages, each for itself: a page that fails is unread, and the others are not. */
export async function scannedPages(file: string, pages: readonly Unread[], ocr: OcrUse): Promise<ScannedPages> {
  const service = await ocr.service();
  let done = 0;
  const tell = (): void => ocr.onProgress?.({ file, done, of: pages.length } satisfies OcrProgress);
  if (pages.length > 0) tell();
  const handles = new Map<number, ReadPage>();
  const materials = new Map<number, PageMaterial>();
  await Promise.all(
    pages.map(async (page) => {
      try {
        const handle = await service.read(page.request);
        handles.set(page.number, handle);
        materials.set(page.number, readMaterial(page, handle.page));
      } catch (error) {
        materials.set(page.number, unreadMaterial(page, error));
      }
      done++;
      tell();
    }),
  );
  const readAgain = async (places: readonly Place[]): Promise<ReadonlyMap<number, PageMaterial>> => {
    const again = new Map(materials);
    for (const page of pages) {
      const handle = handles.get(page.number);
      const boxes = places.flatMap((place) => (place.page === page.number && place.box !== null ? [place.box] : []));
      if (handle === undefined || boxes.length === 0) continue;
      try {
        again.set(page.number, readMaterial(page, await handle.readAgain(runsWithin(handle.page, boxes))));
      } catch {
        // A second reading is a help, not a need: without it the figure stays as unconfirmed as it is.
      }
    }
    return again;
  };
  return { materials, readAgain };
}

/** What a page that stays unread is: no runs, and the reason for people. */
export function unreadMaterial(page: Omit<Unread, 'request' | 'prints'>, error: unknown): PageMaterial {
  const cause = error instanceof Error ? error.message : null;
  return withoutRuns(page, cause === null ? page.reason : `${page.reason}; reading its picture failed: ${cause}`);
}

/** What was read. A page that is known to print something, or shows ink that was not read, is unread where nothing was read, not blank. */
function readMaterial(unread: Unread, page: OcrPage): PageMaterial {
  const { number, width, height } = unread;
  const toReader = (box: Box): Box => readerBox(box, page.toReader, { width, height });
  const printed = page.runs.length > 0;
  if (!printed && (unread.prints || page.unseen > 0))
    return withoutRuns(unread, `${unread.reason}; no text was seen in its picture`);
  return {
    number,
    width,
    height,
    condition: printed ? 'read' : 'blank',
    reason: printed ? unread.reason : 'no text was seen in the picture of the page',
    runs: page.runs,
    rules: mergeRules(page.rules),
    readerRules: [],
    toReader,
    turn: opposite(page.ocr.turn),
    ocr: page.ocr,
  };
}

/** Indexes of the runs whose middle stands in one of the boxes (points, as a reader sees the page). */
function runsWithin(page: OcrPage, boxes: readonly Box[]): number[] {
  return page.runs.flatMap(({ box }, index) => {
    const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
    const at = { x: xOf(page.toReader, x, y), y: yOf(page.toReader, x, y) };
    const inside = boxes.some(
      ({ left, top, right, bottom }) => at.x >= left && at.x <= right && at.y >= top && at.y <= bottom,
    );
    return inside ? [index] : [];
  });
}

/** The box around a box that is turned and, by the skew of the scan, a little inclined; not beyond the page. */
function readerBox(box: Box, matrix: Matrix, page: { readonly width: number; readonly height: number }): Box {
  const corners = [
    [box.left, box.top],
    [box.right, box.top],
    [box.left, box.bottom],
    [box.right, box.bottom],
  ] as const;
  const points = corners.map(([x, y]): Box => {
    const [left, top] = [xOf(matrix, x, y), yOf(matrix, x, y)];
    return { left, top, right: left, bottom: top };
  });
  const around = boxAround(points) ?? box;
  return {
    left: within(around.left, page.width),
    top: within(around.top, page.height),
    right: within(around.right, page.width),
    bottom: within(around.bottom, page.height),
  };
}

/** A hundredth of a point, as on digital pages. */
function within(points: number, most: number): number {
  return Math.round(Math.min(Math.max(points, 0), most) * 100) / 100;
}
