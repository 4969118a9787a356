import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { unpackWoff } from '../woff.js';

/** A font program with nothing in it but the glyphs that one file shows, numbered anew from 1 (0 is the empty box). */
export interface Subset {
  readonly program: Buffer;
  /** Advance of each glyph in thousandths of the size, by its new number. */
  readonly advances: readonly number[];
}

const FILE = '@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-400-normal.woff';
const SFNT_ENTRY = 16;
/** Of a format 4 `cmap`: end codes begin after seven words, start codes after one more word of padding. */
const SEGMENTS = 14;
const KEPT = ['head', 'hhea', 'maxp', 'prep'] as const;

/**
 * The typeface of the corpus, and subsets of it. fontkit, which makes those of the samples, needs a tenth of a second for each; here glyphs
 * are copied as they stand. That works because the font (TrueType, a thousand units to the em) has no glyph composed of others.
 */
export class Typeface {
  private readonly tables = new Map<string, Buffer>();
  private readonly glyphs = new Map<number, number>();
  private readonly longMetrics: number;

  constructor() {
    const font = unpackWoff(readFileSync(createRequire(import.meta.url).resolve(FILE)));
    for (let entry = 0; entry < font.readUInt16BE(4); entry++) {
      const at = 12 + entry * SFNT_ENTRY;
      const offset = font.readUInt32BE(at + 8);
      this.tables.set(font.toString('latin1', at, at + 4), font.subarray(offset, offset + font.readUInt32BE(at + 12)));
    }
    this.longMetrics = this.table('hhea').readUInt16BE(34);
    if (this.table('head').readInt16BE(50) !== 1) throw new Error(`expected long offsets of glyphs in ${FILE}`);
  }

  /** The glyph of a character in the whole font. Throws for a character that the font does not have: nothing may be lost unseen. */
  glyph(code: number): number {
    const known = this.glyphs.get(code);
    if (known !== undefined) return known;
    const glyph = this.lookUp(code);
    if (glyph === 0) throw new Error(`expected a glyph for "${String.fromCodePoint(code)}" in ${FILE}`);
    this.glyphs.set(code, glyph);
    return glyph;
  }

  /** Advance of a glyph of the whole font in thousandths of the size. */
  advance(glyph: number): number {
    return this.table('hmtx').readUInt16BE(4 * Math.min(glyph, this.longMetrics - 1));
  }

  /** The font with the given glyphs only, in their order. */
  subset(glyphs: readonly number[]): Subset {
    const all = [0, ...glyphs];
    const [offsets, outlines] = [this.table('loca'), this.table('glyf')];
    const shapes = all.map((glyph) =>
      padded(outlines.subarray(offsets.readUInt32BE(4 * glyph), offsets.readUInt32BE(4 * glyph + 4))),
    );
    const [loca, hmtx] = [Buffer.alloc(4 * (all.length + 1)), Buffer.alloc(4 * all.length)];
    let offset = 0;
    for (const [index, shape] of shapes.entries()) {
      if (shape.length > 0 && shape.readInt16BE(0) < 0) throw new Error(`expected no composed glyphs in ${FILE}`);
      offset += shape.length;
      loca.writeUInt32BE(offset, 4 * (index + 1));
      hmtx.writeUInt16BE(this.advance(all[index] ?? 0), 4 * index);
    }
    const tables = new Map(KEPT.map((name) => [name as string, Buffer.from(this.table(name))]));
    tables.get('hhea')?.writeUInt16BE(all.length, 34);
    tables.get('maxp')?.writeUInt16BE(all.length, 4);
    for (const [name, table] of [
      ['glyf', Buffer.concat(shapes)],
      ['loca', loca],
      ['hmtx', hmtx],
    ] as const)
      tables.set(name, table);
    return { program: sfnt(tables), advances: all.map((glyph) => this.advance(glyph)) };
  }

  private table(name: string): Buffer {
    const table = this.tables.get(name);
    if (table === undefined) throw new Error(`expected a table ${name} in ${FILE}`);
    return table;
  }

  /** Looks a character of the basic plane up in the first `cmap` of format 4; 0 when there is none. */
  private lookUp(code: number): number {
    const cmap = this.table('cmap');
    const map = cmap.subarray(cmap.readUInt32BE(8));
    const length = map.readUInt16BE(6);
    for (let segment = 0; segment < length; segment += 2) {
      if (map.readUInt16BE(SEGMENTS + segment) < code) continue;
      const starts = SEGMENTS + length + 2 + segment;
      const start = map.readUInt16BE(starts);
      if (start > code) return 0;
      const [delta, range] = [map.readUInt16BE(starts + length), map.readUInt16BE(starts + 2 * length)];
      const glyph = range === 0 ? code : map.readUInt16BE(starts + 2 * length + range + 2 * (code - start));
      return range !== 0 && glyph === 0 ? 0 : (glyph + delta) & 0xffff;
    }
    return 0;
  }
}

function padded(bytes: Buffer): Buffer {
  return bytes.length % 4 === 0 ? bytes : Buffer.concat([bytes, Buffer.alloc(4 - (bytes.length % 4))]);
}

/** An OpenType file of the given tables. Checksums stay zero: no reader of PDF asks for them. */
function sfnt(tables: ReadonlyMap<string, Buffer>): Buffer {
  const sorted = [...tables].sort(([a], [b]) => (a < b ? -1 : 1));
  const header = Buffer.alloc(12 + sorted.length * SFNT_ENTRY);
  const power = 2 ** Math.floor(Math.log2(sorted.length));
  header.writeUInt32BE(0x00010000, 0);
  header.writeUInt16BE(sorted.length, 4);
  header.writeUInt16BE(power * SFNT_ENTRY, 6);
  header.writeUInt16BE(Math.log2(power), 8);
  header.writeUInt16BE((sorted.length - power) * SFNT_ENTRY, 10);
  let offset = header.length;
  for (const [index, [name, table]] of sorted.entries()) {
    const at = 12 + index * SFNT_ENTRY;
    header.write(name, at, 'latin1');
    header.writeUInt32BE(offset, at + 8);
    header.writeUInt32BE(table.length, at + 12);
    offset += padded(table).length;
  }
  return Buffer.concat([header, ...sorted.map(([, table]) => padded(table))]);
}
