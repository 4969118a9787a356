import { z } from 'zod';
import type { PageMaterial } from '../assemble.js';
import type { Kept, Kind } from '../kept.js';
import type { FontWords } from './font-words.js';

/** Raised whenever pages without a single glyph are judged in another way (`readable.ts`). */
const SETTINGS = 1;

/** A page that prints no text of its own: nothing but its picture can tell what it says. Points, as a reader sees the page. */
export type PicturePage = z.infer<typeof picturePage>;

const picturePage = z.object({
  number: z.number().int().positive(),
  width: z.number().positive(),
  height: z.number().positive(),
  reason: z.string(),
});

/** The picture pages of a PDF by its hash: pdf.js decodes every picture to say so, which costs more than all else once readings are kept. */
export function picturePages(pdfjs: string): Kind<readonly PicturePage[]> {
  return { madeBy: ['picture-pages', SETTINGS, `pdfjs-dist@${pdfjs}`], schema: z.array(picturePage).readonly() };
}

/** The page as a picture page, if it is one. */
export function asPicturePage(material: PageMaterial, fonts: ReadonlyMap<string, FontWords>): PicturePage | null {
  const { number, width, height, condition, reason, runs } = material;
  const isPicture = condition === 'needs-ocr' && reason !== null && runs.length === 0 && fonts.size === 0;
  return isPicture ? { number, width, height, reason } : null;
}

/** Picture pages of one document: those of an earlier run, asked for when the first one of this run shows up, and what is new. */
export class KnownPictures {
  private earlier: ReadonlyMap<number, PicturePage> | null = null;
  private readonly all: PicturePage[] = [];
  private isNew = false;

  /** @param kept `null` where nothing is kept, or no picture will be read */
  constructor(
    private readonly sha256: string,
    private readonly kept: (() => Promise<Kept<readonly PicturePage[]> | null>) | null,
  ) {}

  /** What is known of a page before it is looked at. */
  known(number: number): PicturePage | null {
    const page = this.earlier?.get(number) ?? null;
    if (page !== null) this.all.push(page);
    return page;
  }

  /** Takes a page that was looked at. */
  async saw(page: PicturePage): Promise<void> {
    this.all.push(page);
    if (this.earlier === null) {
      const pages = (await (await this.kept?.())?.get(this.sha256)) ?? [];
      this.earlier = new Map(pages.map((one) => [one.number, one]));
    }
    this.isNew ||= !this.earlier.has(page.number);
  }

  /** Keeps what was new. */
  async keep(): Promise<void> {
    if (this.isNew) await (await this.kept?.())?.put(this.sha256, this.all);
  }
}
