import type { EngineId, LineImage, LineReading } from './engine.js';
import type { ChosenEngines } from './engines/choose.js';
import type { PageImage } from './image.js';
import type { OcrPage, RunImages } from './ocr-page.js';
import { cutAgain, readPageImage } from './read-page.js';

/** Which engines read, for the record and for people. */
export interface EngineNote {
  readonly first: EngineId;
  readonly second: EngineId | null;
  /** Which engines, and what kept the others from loading. */
  readonly reason: string;
}

/** Reads pictures of pages, here or in another process. A call that fails says why in its error. */
export interface PageReader {
  readonly engines: () => Promise<EngineNote>;
  readonly read: (image: PageImage) => Promise<{ readonly page: OcrPage; readonly images: RunImages }>;
  /** The pictures of the numbers of a page that was read in an earlier run. */
  readonly cutAgain: (image: PageImage, page: OcrPage) => Promise<RunImages>;
  /** The second engine's readings of lines; `null` where there is none. */
  readonly readAgain: (lines: readonly LineImage[]) => Promise<readonly LineReading[] | null>;
  readonly close: () => Promise<void>;
}

/** Reads in this process, with engines that are loaded when the first page comes. */
export function pageReader(load: () => Promise<ChosenEngines>): PageReader {
  let loading: Promise<ChosenEngines> | null = null;
  const engines = (): Promise<ChosenEngines> => {
    loading ??= load();
    return loading;
  };
  return {
    engines: async () => {
      const { first, second, reason } = await engines();
      return { first: first.id, second: second?.id ?? null, reason };
    },
    read: async (image) => readPageImage(image, (await engines()).first),
    cutAgain: async (image, page) => cutAgain(image, page, (await engines()).first.detect),
    readAgain: async (lines) => (await engines()).second?.recognise(lines) ?? null,
    close: async () => {
      const loaded = await loading?.catch(() => null);
      await loaded?.first.close();
      await loaded?.second?.close();
    },
  };
}
