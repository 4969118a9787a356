import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { TooLargeError } from '../../errors.js';
import { MOST_NESTED, MOST_OPERATORS } from '../limits.js';
import type { OperatorList } from './interpret.js';
import { OPS } from './operators.js';

/** A part of the operators of a page, as pdf.js hands them over while it evaluates the page (5.6.205). */
interface Chunk {
  readonly length: number;
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

/** What pdf.js does with each part. */
interface Receiver {
  _renderPageChunk: (chunk: Chunk, state: unknown) => void;
}

/**
 * The operators of a page. Forms that draw forms make ten to the power of their depth out of a few hundred bytes, so they are counted
 * while they come; pdf.js itself only notices a form that draws itself. After an error the document must be destroyed: only
 * that ends the evaluation of the page.
 * @throws TooLargeError
 */
export function boundedOperators(page: PDFPageProxy, file: string): Promise<OperatorList> {
  const receiver = page as unknown as Receiver;
  const receive = receiver._renderPageChunk;
  // Without it nothing would be bounded, and nobody would notice.
  if (typeof receive !== 'function')
    throw new Error(
      'pdf.js has no _renderPageChunk to bound operators with: see pdfjs-dist in docs/decisions/dependencies.md',
    );
  return new Promise((resolve, reject) => {
    let count = 0;
    let depth = 0;
    receiver._renderPageChunk = (chunk, state) => {
      count += weight(chunk);
      depth = depthAfter(chunk, depth);
      if (count <= MOST_OPERATORS && depth <= MOST_NESTED) return receive.call(page, chunk, state);
      const detail =
        depth > MOST_NESTED
          ? `nests more than ${MOST_NESTED} forms or states`
          : `draws more than ${MOST_OPERATORS} things`;
      reject(new TooLargeError(file, `page ${page.pageNumber} ${detail}`));
    };
    page.getOperatorList({ annotationMode: 0 }).then((operators) => {
      // The page lives as long as the document, and with it whatever this function holds: the operators of a thousand pages.
      receiver._renderPageChunk = receive;
      resolve(operators);
    }, reject);
  });
}

const OPENING: ReadonlySet<number> = new Set([OPS.save, OPS.paintFormXObjectBegin]);
const CLOSING: ReadonlySet<number> = new Set([OPS.restore, OPS.paintFormXObjectEnd]);

/** How deep states and forms are nested at the end of a part; within one they are too few to matter. */
function depthAfter({ fnArray }: Chunk, before: number): number {
  let depth = before;
  for (const operator of fnArray) {
    if (OPENING.has(operator)) depth++;
    else if (CLOSING.has(operator)) depth = Math.max(0, depth - 1);
  }
  return depth;
}

/** Operators, and the glyphs and segments of lines that they carry by the thousand. */
function weight({ length, fnArray, argsArray }: Chunk): number {
  let weight = length;
  for (let i = 0; i < length; i++) {
    const args = argsArray[i] as readonly [unknown, ...(readonly unknown[])] | null;
    if (fnArray[i] === OPS.showText) weight += (args?.[0] as ArrayLike<unknown> | undefined)?.length ?? 0;
    else if (fnArray[i] === OPS.constructPath)
      weight += ((args?.[1] as readonly (ArrayLike<number> | null)[] | undefined)?.[0]?.length ?? 0) / 3;
  }
  return weight;
}
