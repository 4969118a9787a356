import type { GreyImage, PageImage } from '../../../src/extract/ocr/image.js';
import { openPdf } from '../../../src/extract/pdf/open.js';
import type { PagePicture } from '../../../src/extract/pdf/page-image.js';
import { pageImage } from '../../../src/extract/pdf/page-image.js';
import { pdfOf, streamOf } from './pdf-objects.js';

/** An image of a made PDF: entries of its dictionary and its bytes. */
export interface MadeImage {
  readonly entries: string;
  readonly bytes: Uint8Array;
}

/** A page of images /I0, /I1, …, fonts by their dictionaries, and whatever else its dictionary gets. */
export function imagePage(
  size: readonly [number, number],
  content: string,
  images: readonly MadeImage[],
  more: {
    readonly page?: string;
    readonly resources?: string;
    readonly forms?: string;
    readonly objects?: readonly string[];
  } = {},
): Uint8Array {
  const names = images.map((_, index) => `/I${index} ${index + 5} 0 R`).join(' ');
  return pdfOf(
    '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${size.join(' ')}] /Contents 4 0 R ${more.page ?? ''} /Resources << /XObject << ${names} ${more.forms ?? ''} >> ${more.resources ?? ''} >> >>`,
    streamOf('', content),
    ...images.map(({ entries, bytes }) =>
      streamOf(`/Type /XObject /Subtype /Image ${entries}`, Buffer.from(bytes).toString('latin1')),
    ),
    ...(more.objects ?? []),
  );
}

/** An image of grey values, one byte a pixel, not compressed. */
export function greyImage(image: GreyImage, more = ''): MadeImage {
  return {
    entries: `/Width ${image.width} /Height ${image.height} /ColorSpace /DeviceGray /BitsPerComponent 8 ${more}`,
    bytes: image.data,
  };
}

/** A picture that is unlike itself however it is turned or mirrored. */
export function unlike(width: number, height: number): GreyImage {
  const data = Uint8Array.from({ length: width * height }, (_, i) => {
    const [x, y] = [i % width, Math.floor(i / width)];
    return (x * 7 + y * 13 + ((x * y) % 5) * 20) % 256;
  });
  return { width, height, data };
}

export async function picture(bytes: Uint8Array): Promise<PagePicture> {
  const document = await openPdf(bytes, 'scan.pdf');
  try {
    return await pageImage(document, await document.getPage(1));
  } finally {
    await document.destroy();
  }
}

/** The picture of the first page, which must have one. */
export async function pictured(bytes: Uint8Array): Promise<PageImage> {
  const { image, reason } = await picture(bytes);
  if (!image) throw new Error(`no picture: ${reason}`);
  return image;
}

/** Rows of a picture, for messages that can be read. */
export function rowsOf({ width, height, data }: GreyImage): number[][] {
  return Array.from({ length: height }, (_, y) => [...data.subarray(y * width, (y + 1) * width)]);
}

/** What a reader sees of a picture turned by quarters clockwise. */
export function turned(image: GreyImage, quarters: number): GreyImage {
  if (quarters === 0) return image;
  const { width, height, data } = image;
  const once = new Uint8Array(data.length);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) once[x * height + (height - 1 - y)] = data[y * width + x] ?? 0;
  return turned({ width: height, height: width, data: once }, quarters - 1);
}

/** Left and right exchanged. */
export function mirrored({ width, height, data }: GreyImage): GreyImage {
  const rows = rowsOf({ width, height, data }).map((row) => row.toReversed());
  return { width, height, data: Uint8Array.from(rows.flat()) };
}
