/** Page trees, objects and references that go in circles, deep, wide, or lie about how many they are. */
import { type Body, pagePdf, pdfBytes, streamBody } from '../pdf-bytes.js';
import type { HostileFile } from './hostile-file.js';

const CATALOG = '<< /Type /Catalog /Pages 2 0 R >>';
const PAGE = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>';
const WORD = 'BT /F 12 Tf 72 700 Td (JUESUAN 2023) Tj ET';

/** A page tree that is a chain of so many nodes with one page at its end. */
function deepPageTree(depth: number): Uint8Array {
  const nodes: Body[] = Array.from(
    { length: depth },
    (_, index) => `<< /Type /Pages /Parent ${index + 1} 0 R /Count 1 /Kids [${index + 3} 0 R] >>`,
  );
  return pdfBytes([CATALOG, ...nodes, PAGE]);
}

/** So many pages without anything on them; `shared`: one object that is all of them. */
function emptyPages(count: number, shared = false): Uint8Array {
  const kids = Array.from({ length: count }, (_, index) => `${shared ? 3 : index + 3} 0 R`).join(' ');
  const pages = Array.from({ length: shared ? 1 : count }, () => PAGE);
  return pdfBytes([CATALOG, `<< /Type /Pages /Count ${count} /Kids [${kids}] >>`, ...pages]);
}

function counting(count: string): Uint8Array {
  return pdfBytes([CATALOG, `<< /Type /Pages /Count ${count} /Kids [3 0 R 3 0 R 3 0 R] >>`, PAGE]);
}

/** A tree of which each node has its child so many times: pages as 10 to the power of the depth. */
function bushyTree(depth: number, kids: number): Uint8Array {
  const nodes = Array.from(
    { length: depth },
    (_, index) => `<< /Type /Pages /Count ${kids ** (depth - index)} /Kids [${`${index + 3} 0 R `.repeat(kids)}] >>`,
  );
  return pdfBytes([CATALOG, ...nodes, PAGE]);
}

/** An object stream that says it extends itself, and a length that is the stream's own object. */
function selfLength(): Uint8Array {
  return pagePdf(WORD, { filters: '/Length 4 0 R' });
}

export function structures(): readonly HostileFile[] {
  return [
    {
      name: 'page tree in a circle',
      bytes: pdfBytes([
        CATALOG,
        '<< /Type /Pages /Count 2 /Kids [3 0 R] >>',
        '<< /Type /Pages /Parent 2 0 R /Count 2 /Kids [2 0 R] >>',
      ]),
    },
    { name: 'page tree 100,000 deep', bytes: deepPageTree(100_000) },
    { name: '100,000 empty pages', bytes: emptyPages(100_000) },
    { name: '100,000 times the same page', bytes: emptyPages(100_000, true) },
    { name: 'a million pages from ten objects', bytes: bushyTree(6, 10) },
    { name: 'page count -1', bytes: counting('-1') },
    { name: 'page count 1000000000', bytes: counting('1000000000') },
    { name: 'page count 1e99', bytes: counting('1e99') },
    { name: 'page count a name', bytes: counting('/Many') },
    { name: 'page count that is the page tree', bytes: counting('2 0 R') },
    {
      name: 'parents in a circle',
      bytes: pdfBytes([
        CATALOG,
        '<< /Type /Pages /Parent 3 0 R /Count 1 /Kids [3 0 R] >>',
        '<< /Type /Page /Parent 3 0 R >>',
      ]),
    },
    {
      name: 'outlines in a circle',
      bytes: pagePdf(WORD, {
        catalog: '/Outlines 6 0 R /PageMode /UseOutlines',
        more: [
          '<< /Type /Outlines /First 7 0 R /Last 7 0 R /Count 1 >>',
          '<< /Title (A) /Parent 7 0 R /Next 7 0 R /Prev 7 0 R /First 7 0 R /Last 7 0 R >>',
        ],
      }),
    },
    { name: 'a length that is its own stream', bytes: selfLength() },
    {
      name: 'a reference to itself as the content',
      bytes: pdfBytes([
        CATALOG,
        '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
        '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>',
        '4 0 R',
      ]),
    },
    {
      name: 'references in a circle as the content',
      bytes: pdfBytes([
        CATALOG,
        '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
        '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>',
        '5 0 R',
        '4 0 R',
      ]),
    },
    { name: 'cross-reference tables in a circle', bytes: previousIsItself() },
    {
      name: 'arrays 200,000 deep',
      bytes: pagePdf(WORD, { page: `/Deep ${'['.repeat(200_000)}${']'.repeat(200_000)}` }),
    },
    {
      name: 'dictionaries 100,000 deep',
      bytes: pagePdf(WORD, { page: `/Deep ${'<</A '.repeat(100_000)}1${'>>'.repeat(100_000)}` }),
    },
    {
      name: 'arrays 200,000 deep in the content',
      bytes: pagePdf(`${'['.repeat(200_000)}${']'.repeat(200_000)} TJ ${WORD}`),
    },
    { name: 'a string of 8 MB', bytes: pagePdf(`BT /F 12 Tf 72 700 Td (${'A'.repeat(8 << 20)}) Tj ET`) },
    { name: 'a name of 8 MB', bytes: pagePdf(WORD, { page: `/${'A'.repeat(8 << 20)} 1` }) },
    { name: 'a font whose descendant is itself', bytes: circularFont() },
    {
      name: 'objects 100,000 with one number',
      bytes: pdfBytes([
        CATALOG,
        '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
        PAGE,
        ...Array.from({ length: 100_000 }, () => 'null'),
      ]),
    },
    {
      name: 'a cross-reference table of 10,000,000,000 objects',
      bytes: Buffer.from(
        Buffer.from(pagePdf(WORD)).toString('latin1').replace('xref\n0 6', 'xref\n0 9999999999'),
        'latin1',
      ),
    },
    {
      name: 'a size of 4,000,000,000 objects',
      bytes: Buffer.from(
        Buffer.from(pagePdf(WORD)).toString('latin1').replace('/Size 6', '/Size 4000000000'),
        'latin1',
      ),
    },
  ];
}

function previousIsItself(): Uint8Array {
  const text = Buffer.from(pagePdf(WORD)).toString('latin1');
  const at = text.lastIndexOf('xref\n0 ');
  return Buffer.from(text.replace('/Root 1 0 R', `/Prev ${at} /Root 1 0 R`), 'latin1');
}

function circularFont(): Uint8Array {
  return pagePdf('BT /G 12 Tf 72 700 Td <0041> Tj ET', {
    resources: '/Font << /G 6 0 R >>',
    more: [
      '<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [6 0 R] /ToUnicode 7 0 R >>',
      streamBody('/UseCMap 7 0 R', '/A usecmap 1 beginbfchar <0041> <0041> endbfchar'),
    ],
  });
}
