/** Writes a PDF by hand from its objects, numbered from 1; the first is the catalog, whose page tree is object 2. */
export function pdfOf(...objects: readonly string[]): Uint8Array {
  let file = '%PDF-1.7\n';
  const offsets = ['<< /Type /Catalog /Pages 2 0 R >>', ...objects].map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const start = file.length;
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n${entries}`;
  file += `trailer\n<< /Size ${offsets.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(file, 'latin1'));
}

/** A PDF of one page with this content, in Helvetica as /F, 600 by 800 points. `more` objects are numbered from 6. */
export function onePage(content: string, resources = '', ...more: readonly string[]): Uint8Array {
  return pdfOf(
    '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> ${resources} >> >>`,
    streamOf('', content),
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    ...more,
  );
}

export function streamOf(entries: string, content: string): string {
  return `<< ${entries} /Length ${content.length} >>\nstream\n${content}\nendstream`;
}
