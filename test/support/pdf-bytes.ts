/** PDFs written by hand, object by object, in bytes: hostile ones hold what no library would write. */

/** A body of an object: everything between `obj` and `endobj`. */
export type Body = string | Uint8Array;

const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');
const bytesOf = (body: Body): Buffer => (typeof body === 'string' ? latin1(body) : Buffer.from(body));

/** A stream object; its length is written unless `entries` say another. */
export function streamBody(entries: string, content: Body): Buffer {
  const bytes = bytesOf(content);
  const length = entries.includes('/Length ') ? '' : ` /Length ${bytes.length}`;
  return Buffer.concat([latin1(`<< ${entries}${length} >>\nstream\n`), bytes, latin1('\nendstream')]);
}

/** A PDF of these objects, numbered from 1; the first is the catalog. `trailer` adds entries to the trailer. */
export function pdfBytes(objects: readonly Body[], trailer = ''): Uint8Array {
  const parts: Buffer[] = [latin1('%PDF-1.7\n')];
  let at = parts[0]?.length ?? 0;
  const offsets = objects.map((body, index) => {
    const offset = at;
    const bytes = Buffer.concat([latin1(`${index + 1} 0 obj\n`), bytesOf(body), latin1('\nendobj\n')]);
    parts.push(bytes);
    at += bytes.length;
    return offset;
  });
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  parts.push(
    latin1(`xref\n0 ${size}\n0000000000 65535 f \n${entries}`),
    latin1(`trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${at}\n%%EOF\n`),
  );
  return new Uint8Array(Buffer.concat(parts));
}

/** What a page may say besides its content. */
export interface PageParts {
  /** Entries of the resources besides the font /F (Helvetica, object 5). */
  readonly resources?: string;
  /** Entries of the page itself, /MediaBox unless `box` is given. */
  readonly page?: string;
  readonly box?: string;
  /** Entries of the catalog. */
  readonly catalog?: string;
  /** Entries of the content stream: its filters. */
  readonly filters?: string;
  /** Objects from number 6 on. */
  readonly more?: readonly Body[];
}

/** A PDF of one page, 595 by 842 points. */
export function pagePdf(content: Body, parts: PageParts = {}): Uint8Array {
  const { resources = '', page = '', box = '[0 0 595 842]', catalog = '', filters = '', more = [] } = parts;
  return pdfBytes([
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox ${box} /Contents 4 0 R ${page} /Resources << /Font << /F 5 0 R >> ${resources} >> >>`,
    streamBody(filters, content),
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    ...more,
  ]);
}
