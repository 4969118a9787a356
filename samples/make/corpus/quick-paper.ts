import { deflateSync } from 'node:zlib';
import {
  FOOT_HEIGHT,
  FOOT_SIZE,
  LONG,
  RULE_WIDTH,
  rounded,
  SHORT,
  type Sheets,
  STROKED,
  type Weight,
} from '../sheets.js';
import { pdfFile } from './pdf-file.js';
import type { Typeface } from './typeface.js';

interface Page {
  readonly width: number;
  readonly height: number;
  readonly operators: string[];
}

/** Quick enough for thousands, and small enough: a higher level saves a fiftieth and takes twice as long. */
const COMPRESSION = { level: 6 } as const;
/** Characters beyond this code do not occur. */
const PLANE = 0x10000;

/**
 * Pages written as operators of PDF without a library between: a report of thirty pages in a few milliseconds. The same calls give the same
 * bytes; bold letters are stroked, as WPS does.
 */
export class QuickPaper implements Sheets {
  private readonly pages: Page[] = [];
  private readonly advances = new Float64Array(PLANE);
  /** Glyphs shown so far, numbered from 1 as they come; the file's font has these and no others. */
  private readonly numbers = new Map<number, number>();
  private thinRules = new Set<string>();
  width = 0;
  height = 0;
  foot: ((page: number) => string) | null = null;

  constructor(
    private readonly typeface: Typeface,
    private readonly title: string,
    private readonly isBlank = false,
  ) {}

  get pageNumber(): number {
    return this.pages.length;
  }

  addPage(orientation: 'portrait' | 'landscape'): void {
    [this.width, this.height] = orientation === 'portrait' ? [SHORT, LONG] : [LONG, SHORT];
    this.pages.push({ width: this.width, height: this.height, operators: [] });
    this.thinRules = new Set();
    const foot = this.foot?.(this.pageNumber) ?? '';
    this.text(foot, (this.width - this.measure(foot, FOOT_SIZE)) / 2, this.height - FOOT_HEIGHT, FOOT_SIZE);
  }

  measure(text: string, size: number): number {
    let total = 0;
    for (let index = 0; index < text.length; index++) total += this.advanceOf(text.charCodeAt(index));
    return (total * size) / 1000;
  }

  text(text: string, left: number, baseline: number, size: number, weight: Weight = 'regular'): void {
    if (text === '' || this.isBlank) return;
    let codes = '';
    for (let index = 0; index < text.length; index++) codes += this.numberOf(text.charCodeAt(index));
    const place = `${rounded(left)} ${rounded(this.height - baseline)}`;
    const thick = weight === 'bold' ? `2 Tr ${rounded(size * STROKED)} w ` : '';
    this.write(`BT ${thick}/F ${size} Tf ${place} Td <${codes}> Tj${thick === '' ? '' : ' 0 Tr'} ET`);
  }

  rule(fromX: number, fromY: number, toX: number, toY: number, style: 'fill' | 'thin' | 'stroke'): void {
    if (this.isBlank) return;
    const [x1, y1, x2, y2] = [rounded(fromX), rounded(this.height - fromY), rounded(toX), rounded(this.height - toY)];
    if (style === 'stroke') {
      this.write(`${RULE_WIDTH} w ${x1} ${y1} m ${x2} ${y2} l S`);
      return;
    }
    const place = `${x1} ${y1} ${x2} ${y2}`;
    if (style === 'thin' && this.thinRules.has(place)) return;
    this.thinRules.add(place);
    const half = RULE_WIDTH / 2;
    const [x, y] = [rounded(Math.min(x1, x2) - half), rounded(Math.min(y1, y2) - half)];
    this.write(`${x} ${y} ${rounded(Math.abs(x2 - x1) + RULE_WIDTH)} ${rounded(Math.abs(y2 - y1) + RULE_WIDTH)} re f`);
  }

  box(left: number, top: number, right: number, bottom: number): void {
    if (this.isBlank) return;
    const corner = `${rounded(left)} ${rounded(this.height - bottom)}`;
    this.write(`${RULE_WIDTH} w ${corner} ${rounded(right - left)} ${rounded(bottom - top)} re S`);
  }

  /** Pages of the same font that stay empty, to try out how many a report takes. */
  blank(): QuickPaper {
    return new QuickPaper(this.typeface, this.title, true);
  }

  /** The finished file. */
  bytes(): Buffer {
    const codes = [...this.numbers.keys()];
    return pdfFile({
      title: this.title,
      font: this.typeface.subset(codes.map((code) => this.typeface.glyph(code))),
      characters: codes,
      pages: this.pages.map(({ width, height, operators }) => ({
        width,
        height,
        content: deflateSync(operators.join('\n'), COMPRESSION),
      })),
    });
  }

  private write(operators: string): void {
    const page = this.pages.at(-1);
    if (page === undefined) throw new Error('expected a page to draw on: call addPage first');
    page.operators.push(operators);
  }

  private advanceOf(code: number): number {
    const known = this.advances[code] ?? 0;
    if (known !== 0) return known;
    const advance = this.typeface.advance(this.typeface.glyph(code));
    this.advances[code] = advance;
    return advance;
  }

  /** The number of a character's glyph in this file, as four hexadecimal digits. */
  private numberOf(code: number): string {
    const number = this.numbers.get(code) ?? this.numbers.size + 1;
    this.numbers.set(code, number);
    return number.toString(16).padStart(4, '0');
  }
}
