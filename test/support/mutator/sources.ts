import { readFileSync } from 'node:fs';
import { decodePDFRawStream, PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';

/** A PDF of these pages of a sample (from 1), and of nothing else of it. */
async function pagesOf(sample: string, pages: readonly number[]): Promise<PDFDocument> {
  const whole = await PDFDocument.load(readFileSync(`samples/${sample}.pdf`), { updateMetadata: false });
  const part = await PDFDocument.create({ updateMetadata: false });
  for (const page of await part.copyPages(
    whole,
    pages.map((number) => number - 1),
  ))
    part.addPage(page);
  return part;
}

/** Objects in object streams behind a cross-reference stream, as the sample itself has them. */
export async function compact(sample: string, pages: readonly number[]): Promise<Uint8Array> {
  return (await pagesOf(sample, pages)).save({ useObjectStreams: true });
}

/** Every object by itself, behind a cross-reference table. */
export async function classical(sample: string, pages: readonly number[]): Promise<Uint8Array> {
  return (await pagesOf(sample, pages)).save({ useObjectStreams: false });
}

/** The same without any compression: damage meets what is printed. */
export async function plain(sample: string, pages: readonly number[]): Promise<Uint8Array> {
  const document = await pagesOf(sample, pages);
  // Copied pages are written down before their streams can be seen.
  const written = await PDFDocument.load(await document.save({ useObjectStreams: false }), { updateMetadata: false });
  for (const [reference, object] of written.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFRawStream)) continue;
    const content = decodePDFRawStream(object).decode();
    const dictionary = object.dict.clone(written.context);
    dictionary.delete(PDFName.of('Filter'));
    dictionary.delete(PDFName.of('DecodeParms'));
    written.context.assign(reference, PDFRawStream.of(dictionary, content));
  }
  return written.save({ useObjectStreams: false });
}
