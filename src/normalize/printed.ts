import type { OcrReading } from '../extract/document.js';
import type { Place } from '../extract/place.js';

/*
 * What a report prints as a value: amounts, figures, quantities, codes. The types that statements, prose and
 * self-evaluation tables share.
 */

/** One named change to a printed text, so that the way from the paper to the value can be replayed. */
export interface Edit {
  readonly rule: string;
  readonly from: string;
  readonly to: string;
}

/**
 * Money as an integer. `fen`: 0.01 yuan. `stepFen`: the worth of one unit in the last printed place
 * (10 000 for "2568.50" under 万元). 2^53 fen is 90 万亿元.
 */
export interface Amount {
  readonly fen: number;
  readonly stepFen: number;
}

/**
 * `verified`: in at least one identity that holds exactly and would not had this figure been read otherwise, in none that fails.
 * `consistent`: holds within rounding only. `unverified`: no identity could be evaluated.
 * `disputed`: in a failing identity. `repaired`: an OCR reading replaced by the only value that satisfies the identities.
 */
export type FigureStatus = 'verified' | 'consistent' | 'unverified' | 'disputed' | 'repaired';

/** How the printed text of a figure was understood. `unreadable` is never zero. */
export type Reading = 'amount' | 'blank' | 'dash' | 'unreadable';

/** The content of one value cell. */
export interface Figure {
  /** Exactly what the cell prints, blanks at the ends removed; '' for an empty cell. */
  readonly printed: string;
  readonly reading: Reading;
  readonly amount: Amount | null;
  readonly edits: readonly Edit[];
  readonly places: readonly Place[];
  readonly confidence: number | null;
  readonly status: FigureStatus;
  /** Of a figure read from an image: every reading, the one that `printed` repeats first. Absent in a text layer. */
  readonly readings?: readonly OcrReading[];
  /** Why the amount is not the one that was read: only with the status `repaired`. */
  readonly repair?: Repair;
}

/** The amount of a figure read from an image, replaced by the only one that satisfies the identities (`verify/repair`). */
export interface Repair {
  /** The amount as it was read; `null` where nothing was. */
  readonly read: Amount | null;
  /** Ids of the checks whose identities only the new amount satisfies. */
  readonly checks: readonly string[];
  /** Whether another reading of the same pixels gives the new amount, and which. */
  readonly reading: OcrReading | null;
}

/** 政府收支分类 schemes: 支出功能分类, 部门预算支出经济分类 (301…), 政府预算支出经济分类 (501…), 收入分类. */
export type CodeScheme = 'functional' | 'department-economic' | 'government-economic' | 'revenue';

/** A classification code. Its level follows from its length: 3 class 类, 5 section 款, 7 item 项 (economic: 3, 5). */
export interface ClassificationCode {
  readonly scheme: CodeScheme;
  readonly code: string;
  /** The cells as printed, when they are not the code itself ("301", "2" for 30102). */
  readonly printed: string;
  /** `known`: code and name agree with the catalogue. The others are kept and noted, never dropped. */
  readonly match: 'known' | 'other-name' | 'unknown-code' | 'unlikely';
  readonly catalogueName: string | null;
}

/** approved 年初预算, adjusted 全年预算, executed 决算. */
export type Phase = 'approved' | 'adjusted' | 'executed';

/** What a number outside the statements measures: money 金额, a percentage 百分比, a number of things or people 数量, marks 分. */
export type Measure = 'money' | 'percent' | 'count' | 'score';

/**
 * A number printed outside the statements: in the prose or in a self-evaluation table. `value` and `step` are integers: fen for
 * money, ten-thousandths of the unit for everything else (26.43 % is 264 300, 4 辆 is 40 000), so that nothing is floating point.
 * `step` is the worth of one unit in the last printed place. Both are `null` where nothing could be read: never zero.
 */
export interface Quantity {
  /** The digits as printed, without the unit. */
  readonly printed: string;
  /** The unit as printed ("万元", "%", "辆"), '' where none is printed. */
  readonly unit: string;
  readonly measure: Measure;
  readonly reading: Reading;
  readonly value: number | null;
  readonly step: number | null;
  readonly edits: readonly Edit[];
  readonly places: readonly Place[];
  readonly confidence: number | null;
  readonly status: FigureStatus;
}
