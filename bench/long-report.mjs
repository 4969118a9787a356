// A report of as many pages as wanted, made by repeating the pages of a real one.
import { readFile, writeFile } from 'node:fs/promises';
import { tsImport } from 'tsx/esm/api';

/** Writes a PDF of `pages` pages to `target`: those of `source`, over and over. */
export async function writeLongReport(source, target, pages) {
  const { repeated } = await tsImport('../test/support/pdf-variants.ts', import.meta.url);
  await writeFile(target, await repeated(await readFile(source), pages));
}
