import type { LineImage, LineReading, OcrEngine } from '../engine.js';
import type { GreyImage } from '../image.js';
import { isText } from './number-alphabet.js';
import { resample, withBorder } from './resample.js';
import { type Language, tesseractModel } from './tesseract/language-data.js';
import { type LanguageWorker, startLanguageWorker } from './tesseract/language-worker.js';
import { readPage } from './tesseract/read-page.js';

/** Lower pictures (scans of 200 dpi) are made half as large again: Tesseract was trained with letters of some 30 pixels. */
const LOW = 50;
const ENLARGE = 1.5;

/** White pixels around text: at the edge of a picture Tesseract loses characters. Numbers are read as well without. */
const BORDER = 10;

/** Ink of a line image is darker; Tesseract reads characters into bare paper. */
const PALEST_INK = 192;

/** A number read with less confidence is read as text, too: words forced into digits look like this. */
const DOUBTFUL_NUMBER = 0.8;

/**
 * Tesseract (LSTM) as WebAssembly through tesseract.js, Chinese for text, English with digits only for numbers. Each language has
 * its own thread, started when first needed. Same margins as for the other engine: paper on all sides, no rule.
 * Throws where a package is missing.
 */
export async function openTesseract(): Promise<OcrEngine> {
  const model = tesseractModel();
  const workers = new Map<Language, Promise<LanguageWorker>>();
  const read = async (language: Language, image: GreyImage): Promise<LineReading> => {
    const worker = workers.get(language) ?? startLanguageWorker(language, language === 'eng' ? '0123456789.,-%' : '');
    workers.set(language, worker);
    return readEnlarged(await worker, image, language === 'chi_sim' ? BORDER : 0);
  };
  return {
    id: { name: 'tesseract', model },
    recognise: async (lines) => {
      const readings: LineReading[] = [];
      for (const line of lines) readings.push(await readLine(line, read));
      return readings;
    },
    detect: null,
    close: async () => {
      for (const worker of await Promise.allSettled(workers.values())) {
        if (worker.status === 'fulfilled') await worker.value.close();
      }
      workers.clear();
    },
  };
}

async function readLine(
  { image, kind }: LineImage,
  read: (language: Language, image: GreyImage) => Promise<LineReading>,
): Promise<LineReading> {
  if (image.width < 3 || image.height < 3 || image.data.every((grey) => grey > PALEST_INK))
    return { text: '', confidence: 0, characters: [], alternatives: [] };
  if (kind === 'text') return read('chi_sim', image);
  const number = await read('eng', image);
  if (number.confidence >= DOUBTFUL_NUMBER) return number;
  const text = await read('chi_sim', image);
  const seen = text.characters.map(({ text: label, confidence }) => ({ label, probability: confidence }));
  return isText(seen) ? text : number;
}

async function readEnlarged(worker: LanguageWorker, image: GreyImage, border: number): Promise<LineReading> {
  const scale = image.height < LOW ? ENLARGE : 1;
  const drawn = resample(image, Math.round(image.width * scale), Math.round(image.height * scale));
  return readPage(await worker.read(withBorder(drawn, border)), (x) =>
    Math.min(image.width, Math.max(0, (x - border) / scale)),
  );
}
