import {
  decodePDFRawStream,
  PDFArray,
  PDFDocument,
  PDFFlateStream,
  PDFName,
  type PDFPage,
  PDFRawStream,
  PDFStream,
} from '@cantoo/pdf-lib';

/** Opens a PDF to be changed, dates and producer left as they are. */
export function loadPdf(bytes: Uint8Array): Promise<PDFDocument> {
  return PDFDocument.load(bytes, { updateMetadata: false });
}

/** Writes a changed PDF. */
export function savePdf(document: PDFDocument): Promise<Uint8Array> {
  return document.save({ useObjectStreams: true, updateFieldAppearances: false });
}

/** Decoded bytes of a stream as text, one character a byte. */
export function streamText(stream: PDFStream): string {
  const bytes =
    stream instanceof PDFRawStream
      ? decodePDFRawStream(stream).decode()
      : stream instanceof PDFFlateStream
        ? stream.getUnencodedContents()
        : stream.getContents();
  return Buffer.from(bytes).toString('latin1');
}

/** The content of a page; the streams of a split content are joined. */
export function pageContent(page: PDFPage): string {
  const contents = page.node.Contents();
  if (contents instanceof PDFStream) return streamText(contents);
  if (!(contents instanceof PDFArray)) return '';
  return contents
    .asArray()
    .map((entry) => streamText(page.doc.context.lookup(entry, PDFStream)))
    .join('\n');
}

/** Replaces the content of a page, compressed. */
export function setPageContent(page: PDFPage, content: string): void {
  const { context } = page.doc;
  page.node.set(PDFName.of('Contents'), context.register(context.flateStream(Buffer.from(content, 'latin1'))));
}

/** Applies a change to the content of every page of a PDF. */
export async function withContents(bytes: Uint8Array, change: (content: string) => string): Promise<Uint8Array> {
  const document = await loadPdf(bytes);
  for (const page of document.getPages()) setPageContent(page, change(pageContent(page)));
  return savePdf(document);
}
