import {
  drawObject,
  PDFDocument,
  type PDFRawStream,
  popGraphicsState,
  pushGraphicsState,
  scale,
} from '@cantoo/pdf-lib';
import type { EncodedImage } from './encode.js';

/** One page of the scan: its picture, and its size in points. */
export interface ScannedPage {
  readonly image: EncodedImage;
  readonly width: number;
  readonly height: number;
}

/** A PDF of pictures, one a page from edge to edge, without any text. The same pages give the same bytes. */
export async function assemble(pages: readonly ScannedPage[]): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  document.setProducer('juesuan samples/make/scan');
  for (const { image, width, height } of pages) {
    const page = document.addPage([width, height]);
    const name = page.node.newXObject('Scan', document.context.register(imageObject(document, image)));
    page.pushOperators(pushGraphicsState(), scale(width, height), drawObject(name), popGraphicsState());
  }
  return document.save({ useObjectStreams: false });
}

function imageObject({ context }: PDFDocument, { bytes, filter, width, height, channels }: EncodedImage): PDFRawStream {
  const group4 = filter === 'CCITTFaxDecode';
  return context.stream(bytes, {
    Type: 'XObject',
    Subtype: 'Image',
    Width: width,
    Height: height,
    ColorSpace: channels === 1 ? 'DeviceGray' : 'DeviceRGB',
    BitsPerComponent: group4 ? 1 : 8,
    Filter: filter,
    ...(group4 ? { DecodeParms: { K: -1, Columns: width, Rows: height, BlackIs1: true } } : {}),
  });
}
