import type { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** The part of pdf.js that is used. */
interface Pdfjs {
  readonly getDocument: typeof getDocument;
  readonly version: string;
}

let loaded: Promise<Pdfjs> | undefined;

/**
 * The one door to pdf.js, loaded when the first PDF is opened. Its build for Node brings replacements for what old engines lack or do
 * wrong, and among them are slow ones of functions that every module here uses all the time: `push` (for arrays whose length is
 * read-only) and JSON (for `rawJSON`). pdf.js needs neither, so the engine's own are put back. The worker is loaded here as well,
 * because it brings the same replacements; pdf.js finds it as it is. The minified files are the same program with less to parse.
 */
export function loadPdfjs(): Promise<Pdfjs> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<Pdfjs> {
  const own = [keep(Array.prototype, 'push'), keep(JSON, 'parse'), keep(JSON, 'stringify')];
  try {
    const pdfjs: Pdfjs = await import('pdfjs-dist/legacy/build/pdf.min.mjs');
    await import('pdfjs-dist/legacy/build/pdf.worker.min.mjs');
    return pdfjs;
  } finally {
    for (const putBack of own) putBack();
  }
}

/** Remembers a property as it is now; the result puts it back. */
function keep(holder: object, name: string): () => void {
  const descriptor = Object.getOwnPropertyDescriptor(holder, name);
  return () => {
    if (descriptor) Object.defineProperty(holder, name, descriptor);
  };
}
