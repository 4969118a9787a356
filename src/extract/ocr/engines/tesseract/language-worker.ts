import { Worker as Thread } from 'node:worker_threads';
import type Tesseract from 'tesseract.js';
import type { GreyImage } from '../../image.js';
import { type Language, languageFolder } from './language-data.js';

/** One thread with Tesseract and one language in it. */
export interface LanguageWorker {
  readonly read: (image: GreyImage) => Promise<Tesseract.Page>;
  readonly close: () => Promise<void>;
}

/** Only the neural recogniser: the older one knows no Chinese worth having. */
const LSTM_ONLY = 1;

/**
 * Starts a thread. The data come out of the package's folder and are written nowhere. `whitelist` restricts the characters.
 * Rejects where the thread dies or the data cannot be read; tesseract.js alone would wait for ever, or throw where nobody catches.
 */
export async function startLanguageWorker(language: Language, whitelist: string): Promise<LanguageWorker> {
  const { default: tesseract } = await import('tesseract.js');
  const lost = losable();
  const worker = await lost.or(
    tesseract.createWorker(language, LSTM_ONLY, {
      langPath: languageFolder(language),
      gzip: true,
      cacheMethod: 'none',
      errorHandler: (reason: unknown) => lost.reject(reason),
    }),
  );
  watchThread(worker, lost.reject);
  await worker.setParameters({
    tessedit_pageseg_mode: SINGLE_LINE,
    // Without it Tesseract guesses the resolution of every line from its pixels, and guesses badly.
    user_defined_dpi: '300',
    tessedit_char_whitelist: whitelist,
    // Its warnings about small pictures would go to the user's terminal.
    debug_file: '/dev/null',
  });
  return {
    read: async (image) => (await lost.or(worker.recognize(portableGreymap(image), {}, { blocks: true }))).data,
    close: async () => {
      await worker.terminate();
    },
  };
}

/** `PSM.SINGLE_LINE`, an enum that exists in the types only. */
const SINGLE_LINE = '7' as Tesseract.PSM;

interface Losable {
  readonly or: <Result>(work: Promise<Result>) => Promise<Result>;
  readonly reject: (reason: unknown) => void;
}

/** Work that ends with the loss of the thread, too. */
function losable(): Losable {
  let reject: (reason: unknown) => void = () => undefined;
  const loss = new Promise<never>((_, rejectLoss) => {
    reject = (reason) => rejectLoss(reason instanceof Error ? reason : new Error(`tesseract.js: ${String(reason)}`));
  });
  loss.catch(() => undefined);
  return { or: (work) => Promise.race([work, loss]), reject };
}

/** tesseract.js listens to messages of its thread, but not to its death. */
function watchThread(worker: Tesseract.Worker, lose: (reason: unknown) => void): void {
  const thread: unknown = Reflect.get(worker, 'worker');
  if (!(thread instanceof Thread)) return;
  thread.on('error', lose);
  thread.on('exit', (code) => lose(`its thread ended with code ${code}`));
}

/** The simplest format that the reader of Tesseract knows: a header and the pixels. */
function portableGreymap({ width, height, data }: GreyImage): Buffer {
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), data]);
}
