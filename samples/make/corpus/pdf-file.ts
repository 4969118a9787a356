import { deflateSync } from 'node:zlib';
import type { Subset } from './typeface.js';

/** What a PDF of the corpus is made of. */
export interface PdfParts {
  readonly title: string;
  readonly font: Subset;
  /** The character that each glyph of the font shows, in the order of the glyphs from 1. */
  readonly characters: readonly number[];
  /** Pages with their size in points and their operators, deflated. */
  readonly pages: readonly { readonly width: number; readonly height: number; readonly content: Buffer }[];
}

type Part = string | Buffer;

/** Numbers of the objects that every file has; pages and their contents follow. */
const [CATALOG, PAGES, FONT, DESCENDANT, DESCRIPTOR, PROGRAM, TO_UNICODE, INFO] = [1, 2, 3, 4, 5, 6, 7, 8];
const FIRST_PAGE = 9;
const NAME = 'CORPUS+NotoSansSC-Regular';
/** Entries of one block of a ToUnicode map, at most (PDF 32000-1, 9.10.3). */
const BLOCK = 100;

/** A PDF 1.5 of plain objects and a cross-reference table, one font for all pages. No clock, no random names: the same parts give the same bytes. */
export function pdfFile({ title, font, characters, pages }: PdfParts): Buffer {
  const numberOf = (page: number): number => FIRST_PAGE + 2 * page;
  const program = deflateSync(font.program);
  const widths = font.advances.join(' ');
  const objects: Part[][] = [
    [`<</Type/Catalog/Pages ${PAGES} 0 R>>`],
    [`<</Type/Pages/Count ${pages.length}/Kids[${pages.map((_, page) => `${numberOf(page)} 0 R`).join(' ')}]>>`],
    [
      `<</Type/Font/Subtype/Type0/BaseFont/${NAME}/Encoding/Identity-H/DescendantFonts[${DESCENDANT} 0 R]/ToUnicode ${TO_UNICODE} 0 R>>`,
    ],
    [
      `<</Type/Font/Subtype/CIDFontType2/BaseFont/${NAME}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor ${DESCRIPTOR} 0 R/CIDToGIDMap/Identity/DW 1000/W[0[${widths}]]>>`,
    ],
    [
      `<</Type/FontDescriptor/FontName/${NAME}/Flags 4/FontBBox[-200 -300 1200 1200]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 733/StemV 80/FontFile2 ${PROGRAM} 0 R>>`,
    ],
    stream(program, `/Length1 ${font.program.length}`),
    stream(deflateSync(toUnicode(characters))),
    [`<</Title<FEFF${hex(title)}>/Producer(juesuan corpus)>>`],
    ...pages.flatMap(({ width, height, content }, page): Part[][] => [
      [
        `<</Type/Page/Parent ${PAGES} 0 R/MediaBox[0 0 ${width} ${height}]/Resources<</Font<</F ${FONT} 0 R>>>>/Contents ${numberOf(page) + 1} 0 R>>`,
      ],
      stream(content),
    ]),
  ];
  return assembled(objects);
}

function stream(bytes: Buffer, more = ''): Part[] {
  return [`<</Length ${bytes.length}/Filter/FlateDecode${more}>>\nstream\n`, bytes, '\nendstream'];
}

function assembled(objects: readonly (readonly Part[])[]): Buffer {
  const parts: Buffer[] = [];
  const offsets: number[] = [];
  let length = 0;
  const add = (part: Part): void => {
    const bytes = typeof part === 'string' ? Buffer.from(part, 'latin1') : part;
    parts.push(bytes);
    length += bytes.length;
  };
  add('%PDF-1.5\n%\xe2\xe3\xcf\xd3\n');
  for (const [index, object] of objects.entries()) {
    offsets.push(length);
    add(`${index + 1} 0 obj\n`);
    for (const part of object) add(part);
    add('\nendobj\n');
  }
  const table = length;
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  add(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}`);
  add(`trailer\n<</Size ${objects.length + 1}/Root ${CATALOG} 0 R/Info ${INFO} 0 R>>\nstartxref\n${table}\n%%EOF\n`);
  return Buffer.concat(parts);
}

/** The map from glyphs back to characters, by which readers find the text. */
function toUnicode(characters: readonly number[]): string {
  const blocks: string[] = [];
  for (let from = 0; from < characters.length; from += BLOCK) {
    const lines = characters
      .slice(from, from + BLOCK)
      .map((code, index) => `<${digits(from + index + 1)}><${digits(code)}>`);
    blocks.push(`${lines.length} beginbfchar\n${lines.join('\n')}\nendbfchar`);
  }
  return [
    '/CIDInit/ProcSet findresource begin 12 dict begin begincmap',
    '/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def /CMapName/Adobe-Identity-UCS def /CMapType 2 def',
    '1 begincodespacerange\n<0000><FFFF>\nendcodespacerange',
    ...blocks,
    'endcmap CMapName currentdict/CMap defineresource pop end end',
  ].join('\n');
}

function digits(number: number): string {
  return number.toString(16).padStart(4, '0');
}

function hex(text: string): string {
  return [...text].map((character) => digits(character.charCodeAt(0))).join('');
}
