import type { Range } from './chance.js';

/** How a 1-bit copier sees a page. */
export interface Copier {
  /** Grey value under which a point becomes black; the lower, the thinner and the more broken the strokes. */
  readonly threshold: Range;
  /** Unevenness of the toner (standard deviation in grey values) in spots of about a millimetre: breaks strokes here and not there. */
  readonly toner: Range;
  /** Specks of dirt per square inch. */
  readonly specks: Range;
}

/** What may happen to a page on the scanner. Every page draws its own values from these ranges. */
export interface Condition {
  /** Degrees out of the straight, to either side. */
  readonly skew: Range;
  /** Share of the pages that lie a quarter, half or three quarters of a turn round. */
  readonly turned: number;
  /** Share of the pages with printed amounts that bear a red stamp over one of them. */
  readonly stamped: number;
  /** Standard deviation of the blur, in pixels of 200 dpi. */
  readonly blur: Range;
  /** Grey value of ink and of paper in the lightest corner; 0 black, 255 white. */
  readonly ink: Range;
  readonly paper: Range;
  /** How much darker (grey values) the corner opposite the lightest one is. */
  readonly shade: Range;
  /** Standard deviation of the noise, in grey values. */
  readonly noise: Range;
  /** Quality of the JPEG, 1 to 100. */
  readonly quality: Range;
  /** Black and white only (CCITT Group 4), or `null` for grey and colour (JPEG). */
  readonly copier: Copier | null;
}

/**
 * `scan`: an office scanner; `stamp`: the same with a stamp on every page of amounts; `copy`: a hard photocopy;
 * `light`: a clean scan in a small file; `text`: black and white as scanners offer it for pages of text, clean.
 */
export type ConditionName = 'scan' | 'stamp' | 'copy' | 'light' | 'text';

const between = (from: number, to: number): Range => ({ from, to });

const SCAN: Condition = {
  skew: between(0.3, 1.2),
  turned: 0.1,
  stamped: 0,
  blur: between(0.6, 0.9),
  ink: between(45, 65),
  paper: between(232, 242),
  shade: between(25, 38),
  noise: between(8, 12),
  quality: between(55, 65),
  copier: null,
};

const LIGHT: Condition = {
  ...SCAN,
  skew: between(0.2, 0.8),
  turned: 0,
  blur: between(0.5, 0.7),
  ink: between(20, 40),
  paper: between(244, 250),
  shade: between(4, 10),
  noise: between(1, 2),
  quality: between(30, 34),
};

/** The conditions by name. `scan`, `stamp` and `copy` look like the pictures that OCR settings were measured on. */
export const CONDITIONS: Readonly<Record<ConditionName, Condition>> = {
  scan: SCAN,
  stamp: { ...SCAN, stamped: 1 },
  copy: {
    ...SCAN,
    ink: between(0, 20),
    paper: between(245, 255),
    shade: between(0, 5),
    noise: between(12, 15),
    copier: { threshold: between(148, 165), toner: between(20, 28), specks: between(2, 5) },
  },
  light: LIGHT,
  text: { ...LIGHT, copier: { threshold: between(150, 165), toner: between(0, 2), specks: between(0, 0.2) } },
};
