import PQueue from 'p-queue';
import type { KeptFolder } from '../kept.js';
import type { LayoutRun } from '../layout/run.js';
import type { LineImage, LineReading } from './engine.js';
import { installedPackages } from './engines/installation.js';
import type { PageImage } from './image.js';
import { readings } from './kept-readings.js';
import { alternativeReadings } from './lines/line-run.js';
import type { OcrPage, RunImages } from './ocr-page.js';
import type { EngineNote, PageReader } from './page-reader.js';

/** A page to be read. */
export interface PageRequest {
  /** Tells this picture from all others: hash of the file and number of the page. */
  readonly key: string;
  /** Takes the picture out of the file; not called when the page is in the cache. */
  readonly image: () => Promise<PageImage>;
}

/** A page that was read. */
export interface ReadPage {
  readonly page: OcrPage;
  /** Whether it came out of the cache. */
  readonly cached: boolean;
  /** The page with the second engine's readings of some of its runs, by index; the page itself where there is no such engine. */
  readonly readAgain: (runs: readonly number[]) => Promise<OcrPage>;
}

/** Reads pages, and remembers what it read. */
export interface OcrService {
  readonly engines: () => Promise<EngineNote>;
  readonly read: (request: PageRequest) => Promise<ReadPage>;
  /** Where readings are kept between runs, and what else costs as much to make again; `null` where nothing is kept. */
  readonly kept: KeptFolder | null;
  readonly close: () => Promise<void>;
}

/**
 * A service over a reader.
 * @param inWork pages whose pictures are in memory at the same time
 */
export function ocrService(reader: PageReader, folder: KeptFolder | null, inWork: number): OcrService {
  const kept = folder?.of(readings(installedPackages())) ?? null;
  const queue = new PQueue({ concurrency: inWork });
  const fresh = (request: PageRequest) => queue.add(async () => reader.read(await request.image()));
  return {
    engines: reader.engines,
    kept: folder,
    close: reader.close,
    read: async (request) => {
      const known = (await kept?.get(request.key)) ?? null;
      if (known !== null) return handle(request, known, null);
      const { page, images } = await fresh(request);
      await kept?.put(request.key, page);
      return handle(request, page, images);
    },
  };

  function handle(request: PageRequest, first: OcrPage, firstImages: RunImages | null): ReadPage {
    let [page, images] = [first, firstImages];
    const readAgain = async (wanted: readonly number[]): Promise<OcrPage> => {
      const missing = wanted.filter((index) => !hasSecond(page.runs[index]));
      if (missing.length === 0) return page;
      // The cache keeps no pictures of lines: those of a page of the cache are cut out again.
      images ??= await queue.add(async () => reader.cutAgain(await request.image(), first));
      const lines = missing.flatMap((index) => {
        const line = images?.get(index);
        return line === undefined ? [] : [{ index, line }];
      });
      if (lines.length === 0) return page;
      const second = (await reader.engines()).second;
      const again = second === null ? null : await reader.readAgain(lines.map(({ line }) => line));
      if (second === null || again === null) return page;
      page = withSecond(page, lines, again, second.name);
      await kept?.put(request.key, page);
      return page;
    };
    return { page: first, cached: firstImages === null, readAgain };
  }
}

function hasSecond(run: LayoutRun | undefined): boolean {
  const engine = run?.readings?.[0]?.engine;
  return run?.readings?.some((reading) => reading.engine !== engine) ?? false;
}

function withSecond(
  page: OcrPage,
  lines: readonly { readonly index: number; readonly line: LineImage }[],
  readings: readonly LineReading[],
  engine: string,
): OcrPage {
  const byIndex = new Map(lines.map(({ index }, at) => [index, readings[at]]));
  const runs = page.runs.map((run, index) => {
    const reading = byIndex.get(index);
    return reading === undefined
      ? run
      : { ...run, readings: [...(run.readings ?? []), ...alternativeReadings(reading, engine)] };
  });
  return { ...page, runs };
}
