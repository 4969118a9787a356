import { OPS, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { withPdf } from './pdf-text.js';

/** The picture of a page as pdf.js decodes it, and the page around it. */
export interface PagePicture {
  readonly width: number;
  readonly height: number;
  /** Grey values, or red of a coloured picture. */
  readonly light: Uint8Array;
  /** How much redder than green each pixel is; all 0 in a grey picture. */
  readonly red: Uint8Array;
  /** Size of the page in points. */
  readonly page: { readonly width: number; readonly height: number };
}

/** Kinds of pdf.js: packed bits (1 is white), red-green-blue, and that with opacity. */
const BITS = 1;
const RGB = 2;

interface DecodedImage {
  readonly width: number;
  readonly height: number;
  readonly kind: number;
  readonly data: Uint8Array;
}

/** The one picture of each given page. Throws for a page with text, or with another number of pictures than one. */
export function pagePictures(bytes: Uint8Array, pages: readonly number[]): Promise<PagePicture[]> {
  return withPdf(bytes, async (document) => {
    const pictures: PagePicture[] = [];
    for (const number of pages) pictures.push(await pictureOf(document, number));
    return pictures;
  });
}

async function pictureOf(document: PDFDocumentProxy, number: number): Promise<PagePicture> {
  const page = await document.getPage(number);
  const { fnArray, argsArray } = await page.getOperatorList();
  if (fnArray.includes(OPS.showText)) throw new Error(`expected no text on page ${number}, found some`);
  const names = argsArray.filter((_, index) => fnArray[index] === OPS.paintImageXObject).map((args) => String(args[0]));
  const [name] = names;
  if (name === undefined || names.length > 1)
    throw new Error(`expected one picture on page ${number}: ${names.length}`);
  const image = await new Promise<DecodedImage>((resolve) => page.objs.get(name, resolve));
  const { width, height } = page.getViewport({ scale: 1 });
  return { ...channelsOf(image), width: image.width, height: image.height, page: { width, height } };
}

function channelsOf({ width, height, kind, data }: DecodedImage): Pick<PagePicture, 'light' | 'red'> {
  const light = new Uint8Array(width * height);
  const red = new Uint8Array(width * height);
  const [row, step] = [Math.ceil(width / 8), kind === RGB ? 3 : 4];
  for (let index = 0; index < light.length; index++) {
    if (kind === BITS) {
      const [x, y] = [index % width, Math.floor(index / width)];
      light[index] = ((data[y * row + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1 ? 255 : 0;
    } else {
      light[index] = data[index * step] ?? 0;
      red[index] = Math.max(0, (data[index * step] ?? 0) - (data[index * step + 1] ?? 0));
    }
  }
  return { light, red };
}
