// A program: reads single pages of a scan in this process with PP-OCR alone, and prints for each what it took, as JSON.
// `node bench/scan-pages.mjs SCAN [PAGE…]`, all pages without any; to be started on one processor. Loading the engine is not counted,
// the first page is read twice.
import { readFile } from 'node:fs/promises';
import { InferenceSession } from 'onnxruntime-node';
import { openPpOcr } from '../dist/extract/ocr/engines/pp-ocr.js';
import { readPageImage } from '../dist/extract/ocr/read-page.js';
import { openPdf } from '../dist/extract/pdf/open.js';
import { pageImage } from '../dist/extract/pdf/page-image.js';

const [file, ...named] = process.argv.slice(2);
const recognition = countRuns();
const engine = await openPpOcr();
const document = await openPdf(await readFile(file), file);
const numbers = named.length > 0 ? named : Array.from({ length: document.numPages }, (_, index) => index + 1);
const pages = [];
for (const number of [numbers[0], ...numbers]) {
  recognition.reset();
  const whole = clock();
  const { image, reason } = await pageImage(document, await document.getPage(Number(number)));
  if (image === null) throw new Error(`page ${number} has no picture: ${reason}`);
  const { page } = await readPageImage(image, engine);
  const kind = page.rules.length > 0 ? 'table' : 'prose';
  pages.push({ page: Number(number), kind, whole: whole(), recognition: recognition.spent() });
}
console.log(JSON.stringify(pages.slice(1)));
process.exit(0);

/** Seconds since the call: of the clock, and of the processor (user and system, all threads). */
function clock() {
  const [start, used] = [performance.now(), process.cpuUsage()];
  return () => {
    const { user, system } = process.cpuUsage(used);
    return { wall: (performance.now() - start) / 1e3, cpu: (user + system) / 1e6 };
  };
}

/** Counts what the runs of onnxruntime take, and nothing around them. One run at a time, so that none is counted twice. */
function countRuns() {
  let spent = { wall: 0, cpu: 0 };
  const { run } = InferenceSession.prototype;
  InferenceSession.prototype.run = async function counted(...parameters) {
    const one = clock();
    const result = await run.apply(this, parameters);
    const { wall, cpu } = one();
    spent = { wall: spent.wall + wall, cpu: spent.cpu + cpu };
    return result;
  };
  return {
    reset: () => {
      spent = { wall: 0, cpu: 0 };
    },
    spent: () => spent,
  };
}
