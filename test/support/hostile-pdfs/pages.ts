/** Pages that are too large, too full, call themselves, or point out of the file. */
import { deflateSync } from 'node:zlib';
import { type Body, pagePdf, streamBody } from '../pdf-bytes.js';
import type { HostileFile } from './hostile-file.js';

const WORD = 'BT /F 12 Tf 72 700 Td (JUESUAN 2023) Tj ET';
const FORM = '/Type /XObject /Subtype /Form /BBox [0 0 595 842]';
const PICTURE = 'q 595 0 0 842 0 0 cm /X Do Q';

/** Forms of which each draws the next so many times: without a limit 10 to the power of the depth. */
export function formsOfForms(depth: number, times: number, drawn = WORD): Uint8Array {
  const more: Body[] = Array.from({ length: depth }, (_, index) =>
    streamBody(`${FORM} /Resources << /XObject << /X ${index + 7} 0 R >> >>`, '/X Do '.repeat(times)),
  );
  return pagePdf(`${WORD} /X Do`, {
    resources: '/XObject << /X 6 0 R >>',
    more: [...more, streamBody(`${FORM} /Resources << /Font << /F 5 0 R >> >>`, drawn)],
  });
}

function image(entries: string, data: Body): Uint8Array {
  return pagePdf(PICTURE, {
    resources: '/XObject << /X 6 0 R >>',
    more: [streamBody(`/Type /XObject /Subtype /Image ${entries}`, data)],
  });
}

const GREY = '/BitsPerComponent 8 /ColorSpace /DeviceGray';

/** The head of a JPEG of this size, and the beginning of its data. */
function jpegHead(width: number, height: number): Buffer {
  const size = [height >> 8, height & 255, width >> 8, width & 255];
  return Buffer.from([
    ...[0xff, 0xd8, 0xff, 0xdb, 0, 67, 0, ...Array.from({ length: 64 }, () => 1)],
    ...[0xff, 0xc0, 0, 17, 8, ...size, 3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0],
    ...[0xff, 0xc4, 0, 20, 0, 1, ...Array.from({ length: 15 }, () => 0), 0],
    ...[0xff, 0xc4, 0, 20, 0x10, 1, ...Array.from({ length: 15 }, () => 0), 0],
    ...[0xff, 0xda, 0, 12, 3, 1, 0, 2, 0, 3, 0, 0, 63, 0, ...Array.from({ length: 200 }, () => 0), 0xff, 0xd9],
  ]);
}

/** A JPEG 2000 code stream whose head says this size. */
function jpxHead(side: number): Buffer {
  const siz = Buffer.alloc(47);
  siz.writeUInt16BE(0xff51, 0);
  siz.writeUInt16BE(47, 2);
  for (const at of [6, 10, 22, 26]) siz.writeUInt32BE(side, at);
  for (const at of [22, 26]) siz.writeUInt32BE(side, at);
  siz.writeUInt16BE(1, 38);
  siz.set([7, 1, 1], 40);
  return Buffer.concat([Buffer.from([0xff, 0x4f]), siz, Buffer.alloc(300, 0x11)]);
}

const BOXES = {
  'a page of 10^9 points': '[0 0 1000000000 1000000000]',
  'a page of 10^38 points': '[0 0 1e38 99999999999999999999999999999999999999]',
  'a page box of names': '[/A /B /C /D]',
  'a page box the wrong way round': '[595 842 0 0]',
  'a page box without area': '[0 0 0 0]',
  'a page box of a hair': '[0 0 0.0000001 842]',
  'a page box far away': '[1000000 1000000 1000595 1000842]',
  'a page box of two numbers': '[0 0]',
};

export function pages(): readonly HostileFile[] {
  return [
    ...Object.entries(BOXES).map(([name, box]) => ({ name, bytes: pagePdf(WORD, { box }) })),
    {
      name: 'a page of 10^9 points with a picture',
      bytes: pagePdf(PICTURE, {
        box: '[0 0 1000000000 1000000000]',
        resources: '/XObject << /X 6 0 R >>',
        more: [streamBody(`/Type /XObject /Subtype /Image /Width 10 /Height 10 ${GREY}`, Buffer.alloc(100))],
      }),
    },
    { name: 'a user unit of 10^9', bytes: pagePdf(WORD, { page: '/UserUnit 1000000000' }) },
    { name: 'a turn of 45 degrees', bytes: pagePdf(WORD, { page: '/Rotate 45' }) },
    {
      name: 'a form that draws itself',
      bytes: pagePdf(`${WORD} /X Do`, {
        resources: '/XObject << /X 6 0 R >>',
        more: [streamBody(`${FORM} /Resources << /XObject << /X 6 0 R >> >>`, '/X Do')],
      }),
    },
    {
      name: 'two forms that draw each other',
      bytes: pagePdf(`${WORD} /X Do`, {
        resources: '/XObject << /X 6 0 R >>',
        more: [
          streamBody(`${FORM} /Resources << /XObject << /X 7 0 R >> >>`, '/X Do'),
          streamBody(`${FORM} /Resources << /XObject << /X 6 0 R >> >>`, '/X Do'),
        ],
      }),
    },
    { name: 'ten forms in ten forms, ten deep', bytes: formsOfForms(10, 10) },
    { name: 'nothing drawn ten times, twelve deep', bytes: formsOfForms(12, 10, '') },
    { name: 'a chain of 3,000 forms', bytes: formsOfForms(3000, 1) },
    {
      name: 'a pattern that paints itself',
      bytes: pagePdf(`/Pattern cs /P scn 0 0 595 842 re f ${WORD}`, {
        resources: '/Pattern << /P 6 0 R >>',
        more: [
          streamBody(
            '/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 9 9] /XStep 9 /YStep 9 /Resources << /Pattern << /P 6 0 R >> >>',
            '/Pattern cs /P scn 0 0 9 9 re f',
          ),
        ],
      }),
    },
    {
      name: 'a soft mask that masks itself',
      bytes: pagePdf(`/G gs ${WORD}`, {
        resources: '/ExtGState << /G 6 0 R >>',
        more: [
          '<< /SMask << /S /Alpha /G 7 0 R >> >>',
          streamBody(
            `${FORM} /Group << /S /Transparency >> /Resources << /ExtGState << /G 6 0 R >> >>`,
            '/G gs 0 0 9 9 re f',
          ),
        ],
      }),
    },
    {
      name: 'a Type 3 font whose glyph shows itself',
      bytes: pagePdf(`${WORD} BT /T 12 Tf 72 600 Td (A) Tj ET`, {
        resources: '/Font << /F 5 0 R /T 6 0 R >>',
        more: [
          '<< /Type /Font /Subtype /Type3 /FontBBox [0 0 9 9] /FontMatrix [1 0 0 1 0 0] /CharProcs << /a 7 0 R >> /Encoding << /Differences [65 /a] >> /FirstChar 65 /LastChar 65 /Widths [9] /Resources << /Font << /T 6 0 R >> >> >>',
          streamBody('', '9 0 d0 BT /T 1 Tf (A) Tj ET'),
        ],
      }),
    },
    {
      name: 'a colour space of itself',
      bytes: pagePdf(`/C cs 0 scn 0 0 9 9 re f ${WORD}`, {
        resources: '/ColorSpace << /C 6 0 R >>',
        more: ['[/Indexed 6 0 R 1 <0001>]'],
      }),
    },
    {
      name: 'a function of itself',
      bytes: pagePdf(`/C cs 0 scn 0 0 9 9 re f ${WORD}`, {
        resources: '/ColorSpace << /C [/Separation /A /DeviceGray 6 0 R] >>',
        more: ['<< /FunctionType 3 /Domain [0 1] /Functions [6 0 R 6 0 R] /Bounds [0.5] /Encode [0 1 0 1] >>'],
      }),
    },
    {
      name: 'a sampled function of 10^9 samples',
      bytes: pagePdf(`/C cs 0 0 0 0 scn 0 0 9 9 re f ${WORD}`, {
        resources: '/ColorSpace << /C [/DeviceN [/A /B /C /D] /DeviceGray 6 0 R] >>',
        more: [
          streamBody(
            '/FunctionType 0 /Domain [0 1 0 1 0 1 0 1] /Range [0 1] /Size [180 180 180 180] /BitsPerSample 8',
            'a',
          ),
        ],
      }),
    },
    {
      name: 'three million operators',
      bytes: pagePdf(deflateSync(Buffer.from('1 0 0 1 0 0 cm\n'.repeat(3_000_000))), {
        filters: '/Filter /FlateDecode',
      }),
    },
    {
      name: 'three million glyphs',
      bytes: pagePdf(deflateSync(Buffer.from(`BT /F 12 Tf 72 700 Td ${'(2023ABC890) Tj\n'.repeat(300_000)} ET`)), {
        filters: '/Filter /FlateDecode',
      }),
    },
    {
      name: 'two million strokes',
      bytes: pagePdf(deflateSync(Buffer.from('0 9 m 500 9 l S\n'.repeat(2_000_000))), {
        filters: '/Filter /FlateDecode',
      }),
    },
    {
      name: 'half a million grid cells',
      bytes: pagePdf(
        deflateSync(
          Buffer.from(
            Array.from(
              { length: 1400 },
              (_, i) => `${i * 0.4} 0 m ${i * 0.4} 842 l S 0 ${i * 0.6} m 595 ${i * 0.6} l S\n`,
            ).join(''),
          ),
        ),
        { filters: '/Filter /FlateDecode' },
      ),
    },
    {
      name: 'two million saves without an end',
      bytes: pagePdf(deflateSync(Buffer.from(`${WORD} ${'q '.repeat(2_000_000)}`)), {
        filters: '/Filter /FlateDecode',
      }),
    },
    {
      name: 'an image of 100,000 x 100,000, one bit',
      bytes: image('/Width 100000 /Height 100000 /BitsPerComponent 1 /ColorSpace /DeviceGray', 'tiny'),
    },
    { name: 'an image of 100,000 x 100,000, grey', bytes: image(`/Width 100000 /Height 100000 ${GREY}`, 'tiny') },
    {
      name: 'a stencil of 100,000 x 100,000',
      bytes: image('/Width 100000 /Height 100000 /ImageMask true /BitsPerComponent 1', 'tiny'),
    },
    { name: 'an image of -5 x 10', bytes: image(`/Width -5 /Height 10 ${GREY}`, 'tiny') },
    {
      name: 'a fax of 60,000 x 1,000,000',
      bytes: image(
        '/Width 60000 /Height 1000000 /BitsPerComponent 1 /ColorSpace /DeviceGray /Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns 60000 /Rows 1000000 >>',
        'tiny',
      ),
    },
    {
      name: 'a JPEG of 65,500 x 65,500',
      bytes: image(`/Width 65500 /Height 65500 ${GREY} /Filter /DCTDecode`, jpegHead(65500, 65500)),
    },
    {
      name: 'a small image that is a JPEG of 65,500 x 65,500',
      bytes: image(`/Width 50 /Height 50 ${GREY} /Filter /DCTDecode`, jpegHead(65500, 65500)),
    },
    {
      name: 'a small image that is a JPEG 2000 of 100,000 x 100,000',
      bytes: image('/Width 50 /Height 50 /Filter /JPXDecode', jpxHead(100_000)),
    },
    {
      name: 'an inline image of 100,000 x 100,000',
      bytes: pagePdf(`${WORD} BI /W 100000 /H 100000 /BPC 1 /CS /G ID tiny EI`),
    },
    {
      name: 'an image with a mask of 100,000 x 100,000',
      bytes: pagePdf(PICTURE, {
        resources: '/XObject << /X 6 0 R >>',
        more: [
          streamBody(`/Type /XObject /Subtype /Image /Width 5 /Height 5 ${GREY} /SMask 7 0 R`, 'a'.repeat(25)),
          streamBody(`/Type /XObject /Subtype /Image /Width 100000 /Height 100000 ${GREY}`, 'tiny'),
        ],
      }),
    },
    ...reachingOut(),
  ];
}

/** Files that ask their reader to run, fetch or open something. */
export function reachingOut(target = '/etc/passwd', url = 'http://127.0.0.1:9/'): readonly HostileFile[] {
  const file = `<< /Type /Filespec /F (${target}) /UF (${target}) >>`;
  return [
    {
      name: 'JavaScript on opening',
      bytes: pagePdf(WORD, {
        catalog: `/OpenAction << /S /JavaScript /JS (while \\(true\\) app.launchURL\\('${url}'\\);) >> /Names << /JavaScript << /Names [(a) << /S /JavaScript /JS (throw 1) >>] >> >>`,
        page: '/AA << /O << /S /JavaScript /JS (throw 2) >> >>',
      }),
    },
    {
      name: 'a program to launch',
      bytes: pagePdf(WORD, { catalog: `/OpenAction << /S /Launch /F ${file} /Win << /F (cmd.exe) >> >>` }),
    },
    {
      name: 'an address to open',
      bytes: pagePdf(WORD, {
        catalog: `/OpenAction << /S /URI /URI (${url}) >>`,
        page: `/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 595 842] /A << /S /URI /URI (${url}) >> >>]`,
      }),
    },
    { name: 'a stream whose data is another file', bytes: pagePdf(WORD, { filters: `/F ${file}` }) },
    {
      name: 'a stream whose data is at an address',
      bytes: pagePdf(WORD, { filters: `/F << /FS /URL /F (${url}) >>` }),
    },
    {
      name: 'a form of another file',
      bytes: pagePdf(`${WORD} /X Do`, {
        resources: '/XObject << /X 6 0 R >>',
        more: [streamBody(`${FORM} /Ref << /F ${file} /Page 0 >>`, '')],
      }),
    },
    {
      name: 'files inside the file',
      bytes: pagePdf(WORD, {
        catalog: `/Names << /EmbeddedFiles << /Names [(a) << /Type /Filespec /F (../../${target}) /EF << /F 6 0 R >> >>] >> >>`,
        more: [streamBody('/Type /EmbeddedFile', 'MZ')],
      }),
    },
    {
      name: 'an XFA form with an entity',
      bytes: pagePdf(WORD, {
        catalog: '/AcroForm << /Fields [] /XFA 6 0 R >>',
        more: [
          streamBody(
            '',
            `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file://${target}">]><xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/">&b;</xdp:xdp>`,
          ),
        ],
      }),
    },
  ];
}
