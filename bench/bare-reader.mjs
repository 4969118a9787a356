// What any reader of these files must pay: pdf.js gives text and operators of every page, and nothing is kept.
// As a program (`node bench/bare-reader.mjs FILE`) it is the other side of the whole-process measure.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

const home = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/** Reads every page of a PDF with bare pdf.js; gives the number of pages. */
export async function readBare(file) {
  const task = getDocument({
    data: new Uint8Array(await readFile(file)),
    cMapUrl: join(home, 'cmaps/'),
    cMapPacked: true,
    standardFontDataUrl: join(home, 'standard_fonts/'),
    wasmUrl: join(home, 'wasm/'),
    iccUrl: join(home, 'iccs/'),
    isEvalSupported: false,
    verbosity: 0,
  });
  const document = await task.promise;
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    await page.getTextContent({ disableNormalization: true });
    await page.getOperatorList();
    page.cleanup();
  }
  await task.destroy();
  return document.numPages;
}

const [, program, file] = process.argv;
if (file !== undefined && import.meta.url === pathToFileURL(program).href) await readBare(file);
