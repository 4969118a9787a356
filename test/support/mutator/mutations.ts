import type { Draw } from '../../../samples/make/random.js';

/** A way to damage the bytes of a PDF, which are given as text of one character a byte. `null` where the file has nothing of that kind. */
export type Mutation = (pdf: string, draw: Draw) => string | null;

/** A part of the text. */
interface Span {
  readonly at: number;
  readonly length: number;
}

/** Every place of a pattern, those within streams included. */
function spansOf(pdf: string, pattern: RegExp): readonly Span[] {
  return [...pdf.matchAll(pattern)].map((match) => ({ at: match.index, length: match[0].length }));
}

function picked<T>(items: readonly T[], draw: Draw): T | null {
  return items.length === 0 ? null : (items[draw(0, items.length - 1)] ?? null);
}

function replaced(pdf: string, { at, length }: Span, by: string): string {
  return pdf.slice(0, at) + by + pdf.slice(at + length);
}

/** One of the places of a pattern, replaced by what `by` makes of its text. */
function replacing(pattern: RegExp, by: (text: string, draw: Draw, pdf: string) => string): Mutation {
  return (pdf, draw) => {
    const span = picked(spansOf(pdf, pattern), draw);
    return span && replaced(pdf, span, by(pdf.slice(span.at, span.at + span.length), draw, pdf));
  };
}

function flipped(pdf: string, at: number, draw: Draw): string {
  return replaced(pdf, { at, length: 1 }, String.fromCharCode(pdf.charCodeAt(at) ^ (1 << draw(0, 7))));
}

/** A stretch of the file, a twentieth of it at most. */
function chunk(pdf: string, draw: Draw): Span {
  const length = draw(1, Math.max(1, Math.floor(pdf.length / 20)));
  return { at: draw(0, pdf.length - length), length };
}

const noise = (length: number, draw: Draw): string =>
  Array.from({ length }, () => String.fromCharCode(draw(0, 255))).join('');

const OBJECT = /\b\d+ 0 obj\b/g;
const REFERENCE = /\b\d+ 0 R\b/g;
const STREAM = /stream\r?\n[\s\S]*?endstream/g;

const numberOf = (text: string): string => /\d+/.exec(text)?.[0] ?? '0';

/** Numbers of the objects of the file. */
function objectsOf(pdf: string): readonly string[] {
  return (pdf.match(OBJECT) ?? []).map(numberOf);
}

const WRONG_NUMBERS = [
  '-1',
  '0',
  '1',
  '999999999',
  '4294967296',
  '1e99',
  '0.5',
  'NaN',
  '(text)',
  '/Name',
  'null',
  '[1 2]',
];
const OTHER_FILTERS = [
  '/LZWDecode',
  '/ASCII85Decode',
  '/ASCIIHexDecode',
  '/RunLengthDecode',
  '/DCTDecode',
  '/JPXDecode',
  '/JBIG2Decode',
  '/CCITTFaxDecode',
  '/Crypt',
  '/Nonsense',
  '[/FlateDecode /FlateDecode]',
];
const KEYWORDS = [
  'endobj',
  'endstream',
  'stream\n',
  '<<',
  '>>',
  '(',
  '[',
  ']',
  'xref\n',
  'trailer',
  '%%EOF\n',
  'startxref\n0\n',
  '%PDF-2.0\n',
  '1 0 obj\n',
  'R',
  '\0',
];

/** All ways, by their names. */
export const MUTATIONS: Readonly<Record<string, Mutation>> = {
  'a bit flipped': (pdf, draw) => flipped(pdf, draw(0, pdf.length - 1), draw),
  'many bits flipped': (pdf, draw) => {
    let damaged = pdf;
    for (let count = draw(5, 200); count > 0; count--) damaged = flipped(damaged, draw(0, pdf.length - 1), draw);
    return damaged;
  },
  'a bit flipped in a stream': (pdf, draw) => {
    const span = picked(spansOf(pdf, STREAM), draw);
    return span && flipped(pdf, span.at + draw(7, span.length - 10), draw);
  },
  'a bit flipped in a dictionary': (pdf, draw) => {
    const span = picked(spansOf(pdf, /<<[^<>]{1,2000}>>/g), draw);
    return span && flipped(pdf, span.at + draw(0, span.length - 1), draw);
  },
  'noise over a stretch': (pdf, draw) => {
    const at = draw(0, pdf.length - 65);
    const length = draw(1, 64);
    return replaced(pdf, { at, length }, noise(length, draw));
  },
  'cut off': (pdf, draw) => pdf.slice(0, draw(1, pdf.length - 1)),
  'cut off, with an end': (pdf, draw) => `${pdf.slice(0, draw(20, pdf.length - 1))}\nstartxref\n0\n%%EOF\n`,
  'the beginning cut off': (pdf, draw) => `%PDF-1.7\n${pdf.slice(draw(20, pdf.length - 20))}`,
  'a chunk removed': (pdf, draw) => replaced(pdf, chunk(pdf, draw), ''),
  'a chunk twice': (pdf, draw) => {
    const { at, length } = chunk(pdf, draw);
    return replaced(pdf, { at, length: 0 }, pdf.slice(at, at + length));
  },
  'a chunk moved': (pdf, draw) => {
    const span = chunk(pdf, draw);
    const rest = replaced(pdf, span, '');
    return replaced(rest, { at: draw(0, rest.length), length: 0 }, pdf.slice(span.at, span.at + span.length));
  },
  'two objects swapped': (pdf, draw) => {
    const objects = spansOf(pdf, OBJECT);
    const [one, other] = [picked(objects, draw), picked(objects, draw)];
    if (one === null || other === null || one.at >= other.at) return null;
    const [first, second] = [one, other].map(({ at, length }) => pdf.slice(at, at + length));
    return replaced(replaced(pdf, other, first ?? ''), one, second ?? '');
  },
  'an object removed': replacing(/\b\d+ 0 obj\b[\s\S]*?endobj/g, () => ''),
  'an object twice, the other one last': (pdf, draw) => {
    const span = picked(spansOf(pdf, /\b\d+ 0 obj\b[\s\S]*?endobj/g), draw);
    const number = picked(objectsOf(pdf), draw);
    if (span === null || number === null) return null;
    const body = pdf.slice(span.at, span.at + span.length).replace(/^\d+/, number);
    const end = pdf.lastIndexOf('startxref');
    return replaced(pdf, { at: end, length: 0 }, `${body}\n`);
  },
  'a stream with the data of another': (pdf, draw) => {
    const streams = spansOf(pdf, STREAM);
    const [from, to] = [picked(streams, draw), picked(streams, draw)];
    return from && to && from !== to ? replaced(pdf, to, pdf.slice(from.at, from.at + from.length)) : null;
  },
  'a stream without data': replacing(STREAM, () => 'stream\n\nendstream'),
  'a length that lies': replacing(/\/Length \d+/g, (text, draw) => {
    const wrong = [
      '0',
      '1',
      '-5',
      String(Number(numberOf(text)) + draw(1, 50)),
      String(draw(1, Number(numberOf(text)))),
      '99999999999',
    ];
    return `/Length ${picked(wrong, draw)}`;
  }),
  'a count that lies': replacing(/\/(?:Count|N|Size|First|FirstChar|LastChar) \d+/g, (text, draw) => {
    return text.replace(/\d+$/, picked(WRONG_NUMBERS, draw) ?? '');
  }),
  'a reference to another object': replacing(
    REFERENCE,
    (text, draw, pdf) => `${picked(objectsOf(pdf), draw)}${text.slice(text.indexOf(' '))}`,
  ),
  'a reference to the object itself': (pdf, draw) => {
    const span = picked(spansOf(pdf, REFERENCE), draw);
    if (span === null) return null;
    const own = objectsOf(pdf.slice(0, span.at)).at(-1);
    return own === undefined ? null : replaced(pdf, span, `${own} 0 R`);
  },
  'a reference to nothing': replacing(REFERENCE, () => '99999 0 R'),
  'a page tree in a circle': replacing(/\/Kids ?\[[^\]]*\]/g, (text, draw, pdf) =>
    text.replace(/\d+ 0 R/, `${picked(objectsOf(pdf), draw)} 0 R`),
  ),
  'a parent that is none': replacing(
    /\/Parent \d+ 0 R/g,
    (_, draw, pdf) => `/Parent ${picked(objectsOf(pdf), draw)} 0 R`,
  ),
  'cross-references damaged': replacing(
    /\d{10} \d{5} [nf]|startxref\s+\d+|\/W ?\[[^\]]*\]|\/Index ?\[[^\]]*\]|\/Prev \d+/g,
    (text, draw) => text.replace(/\d/g, (digit) => (draw(0, 3) === 0 ? String(draw(0, 9)) : digit)),
  ),
  'a key renamed': replacing(/\/[A-Z][A-Za-z]{2,}/g, (text, draw) => {
    const at = draw(1, text.length - 1);
    return text.slice(0, at) + String.fromCharCode(draw(97, 122)) + text.slice(at + 1);
  }),
  'two keys swapped': (pdf, draw) => {
    const keys = spansOf(pdf, /\/[A-Z][A-Za-z]{2,}/g);
    const [one, other] = [picked(keys, draw), picked(keys, draw)];
    if (one === null || other === null || one.at >= other.at) return null;
    const [first, second] = [one, other].map(({ at, length }) => pdf.slice(at, at + length));
    return replaced(replaced(pdf, other, first ?? ''), one, second ?? '');
  },
  'another filter': replacing(/\/FlateDecode/g, (_, draw) => picked(OTHER_FILTERS, draw) ?? ''),
  'a wrong number': replacing(/(?<=[ [])-?\d+(?:\.\d+)?(?=[ \]\n/])/g, (_, draw) => picked(WRONG_NUMBERS, draw) ?? ''),
  'a digit of the content changed': replacing(
    /(?<=<[0-9A-F]{0,60})[0-9A-F](?=[0-9A-F]{0,60}> ?Tj)/g,
    (_, draw) => '0123456789ABCDEF'[draw(0, 15)] ?? '0',
  ),
  'a keyword put in': (pdf, draw) =>
    replaced(pdf, { at: draw(10, pdf.length), length: 0 }, picked(KEYWORDS, draw) ?? ''),
};
