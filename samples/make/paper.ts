import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import {
  beginText,
  endText,
  fill,
  lineTo,
  moveText,
  moveTo,
  PDFDocument,
  type PDFFont,
  type PDFName,
  type PDFPage,
  rectangle,
  setFontAndSize,
  setLineWidth,
  setTextRenderingMode,
  showText,
  stroke,
  TextRenderingMode,
} from '@cantoo/pdf-lib';
import * as fontkit from 'fontkit';
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
} from './sheets.js';
import { unpackWoff } from './woff.js';

/** Where bold letters come from: a font of their own, or the regular one filled and stroked, as WPS thickens a font without a bold. */
export type BoldStyle = 'font' | 'stroked';

const FONT_FILES: Readonly<Record<Weight, string>> = {
  regular: '@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-400-normal.woff',
  bold: '@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-700-normal.woff',
};

/**
 * A PDF under way. All coordinates are points from the top left of the page, as in the rest of the project.
 * Nothing in it depends on the clock or on chance, so the same calls give the same bytes.
 */
export class Paper implements Sheets {
  private page: PDFPage | undefined;
  private fontKeys = new Map<Weight, PDFName>();
  private readonly texts: string[] = [];
  private thinRules = new Set<string>();
  width = 0;
  height = 0;
  /** Words at the foot of each page that is begun from now on, by its number; none unless set. */
  foot: ((page: number) => string) | null = null;

  private constructor(
    private readonly document: PDFDocument,
    private readonly fonts: Readonly<Record<Weight, PDFFont>>,
    private readonly bold: BoldStyle,
  ) {}

  /** An empty document with the font embedded as a subset, in both weights unless bold letters are stroked. */
  static async create(title: string, bold: BoldStyle = 'font'): Promise<Paper> {
    const document = await PDFDocument.create({ updateMetadata: false });
    document.registerFontkit(fontkit);
    const resolve = createRequire(import.meta.url).resolve;
    const embed = (weight: Weight): Promise<PDFFont> =>
      document.embedFont(unpackWoff(readFileSync(resolve(FONT_FILES[weight]))), { subset: true });
    const regular = await embed('regular');
    const fonts = { regular, bold: bold === 'font' ? await embed('bold') : regular };
    const published = new Date(Date.UTC(2025, 7, 15));
    document.setTitle(title);
    document.setProducer('juesuan samples');
    document.setCreationDate(published);
    document.setModificationDate(published);
    return new Paper(document, fonts, bold);
  }

  /** Number of the current page, from 1; 0 before the first. */
  get pageNumber(): number {
    return this.document.getPageCount();
  }

  /** Begins a page. */
  addPage(orientation: 'portrait' | 'landscape'): void {
    const [width, height] = orientation === 'portrait' ? [SHORT, LONG] : [LONG, SHORT];
    this.page = this.document.addPage([width, height]);
    this.width = width;
    this.height = height;
    this.fontKeys = new Map();
    this.thinRules = new Set();
    this.texts.push('');
    const foot = this.foot?.(this.pageNumber) ?? '';
    this.text(foot, (width - this.measure(foot, FOOT_SIZE)) / 2, height - FOOT_HEIGHT, FOOT_SIZE);
  }

  /** What has been written on a page (from 1), in the order of writing, without anything between the lines. */
  textOf(page: number): string {
    return this.texts[page - 1] ?? '';
  }

  /** Width of a line of text. */
  measure(text: string, size: number, weight: Weight = 'regular'): number {
    return this.fonts[weight].widthOfTextAtSize(text, size);
  }

  /** Writes one line; `baseline` is the distance of its baseline from the top of the page. */
  text(text: string, left: number, baseline: number, size: number, weight: Weight = 'regular'): void {
    if (text === '') return;
    const page = this.current();
    this.texts[this.texts.length - 1] += text;
    const isStroked = weight === 'bold' && this.bold === 'stroked';
    const key = this.fontKeys.get(weight) ?? page.node.newFontDictionary(weight, this.fonts[weight].ref);
    this.fontKeys.set(weight, key);
    page.pushOperators(
      beginText(),
      ...(isStroked ? [setTextRenderingMode(TextRenderingMode.FillAndOutline), setLineWidth(size * STROKED)] : []),
      setFontAndSize(key, size),
      moveText(rounded(left), rounded(this.height - baseline)),
      showText(this.fonts[weight].encodeText(text)),
      ...(isStroked ? [setTextRenderingMode(TextRenderingMode.Fill)] : []),
      endText(),
    );
  }

  /** Draws one rule between two points on one horizontal or vertical line. */
  rule(fromX: number, fromY: number, toX: number, toY: number, style: 'fill' | 'thin' | 'stroke'): void {
    const [x1, y1, x2, y2] = [rounded(fromX), rounded(this.height - fromY), rounded(toX), rounded(this.height - toY)];
    if (style === 'stroke') {
      this.current().pushOperators(setLineWidth(RULE_WIDTH), moveTo(x1, y1), lineTo(x2, y2), stroke());
      return;
    }
    const place = `${x1} ${y1} ${x2} ${y2}`;
    if (style === 'thin' && this.thinRules.has(place)) return;
    this.thinRules.add(place);
    const half = RULE_WIDTH / 2;
    this.current().pushOperators(
      rectangle(
        rounded(Math.min(x1, x2) - half),
        rounded(Math.min(y1, y2) - half),
        rounded(Math.abs(x2 - x1) + RULE_WIDTH),
        rounded(Math.abs(y2 - y1) + RULE_WIDTH),
      ),
      fill(),
    );
  }

  /** Strokes the outline of a cell. */
  box(left: number, top: number, right: number, bottom: number): void {
    this.current().pushOperators(
      setLineWidth(RULE_WIDTH),
      rectangle(rounded(left), rounded(this.height - bottom), rounded(right - left), rounded(bottom - top)),
      stroke(),
    );
  }

  /** The finished file. */
  async bytes(): Promise<Uint8Array> {
    return this.document.save({ useObjectStreams: true, updateFieldAppearances: false });
  }

  private current(): PDFPage {
    if (this.page === undefined) throw new Error('expected a page to draw on: call addPage first');
    return this.page;
  }
}
