import type { GridCell } from '../extract/document.js';
import type { Place } from '../extract/place.js';

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

/** Names, not numbers: the number of a form changes with year and province. */
export const STATEMENT_KINDS = [
  'revenue-and-expenditure', // 收入支出决算总表
  'revenue', // 收入决算表
  'expenditure', // 支出决算表
  'appropriations', // 财政拨款收入支出决算总表
  'appropriations-expenditure', // 财政拨款支出预算表（功能科目）, Jiangsu
  'appropriations-basic-expenditure', // 财政拨款基本支出预算表（经济科目）, Jiangsu
  'general-budget-expenditure', // 一般公共预算财政拨款支出决算表
  'general-budget-basic-expenditure', // 一般公共预算财政拨款基本支出决算表
  'three-public', // “三公”经费支出决算表
  'government-funds', // 政府性基金预算财政拨款收入支出决算表
  'state-capital', // 国有资本经营预算财政拨款支出决算表
  'operating-funds', // 机关运行经费支出预算表
  'procurement', // 政府采购预算表
  'fiscal-accounts', // 财政专户管理资金收入支出决算表
  'other', // no template knows it: kept whole
] as const;
export type StatementKind = (typeof STATEMENT_KINDS)[number];

/** Two-sided forms print revenue 收入 on the left and expenditure 支出 on the right. */
export type Panel = 'revenue' | 'expenditure';

/** approved 年初预算, adjusted 全年预算, executed 决算. */
export type Phase = 'approved' | 'adjusted' | 'executed';

export interface StatementColumn {
  readonly key: string;
  /** Header cells from top to leaf as printed, joined by '/'; '' where the column has no header. */
  readonly header: string;
  readonly phase: Phase | null;
  readonly panel: Panel | null;
}

export interface StatementRow {
  readonly panel: Panel | null;
  /** A slug ('current-total'), a code ('2080505'), or 'row-N' where neither is known. Unique in panel and statement. */
  readonly key: string;
  readonly label: string;
  readonly code: ClassificationCode | null;
  /** By column key, in printed order, blank cells included. */
  readonly figures: Readonly<Record<string, Figure>>;
  readonly places: readonly Place[];
}

export interface Statement {
  readonly kind: StatementKind;
  readonly title: string;
  /** Unit line as printed (元, 万元 …); `null` where there is none. */
  readonly unit: string | null;
  readonly pages: readonly number[];
  readonly places: readonly Place[];
  /** The report itself says that the table has no data (本表无数据, 空表). */
  readonly declaredEmpty: boolean;
  readonly columns: readonly StatementColumn[];
  readonly rows: readonly StatementRow[];
  /** 注 and 说明 under the table, as printed. */
  readonly notes: readonly string[];
  /** The raw cells of an `other` statement; empty for the known kinds. */
  readonly cells: readonly GridCell[];
}

/** A heading with the prose below it. Path from the root: ['第三部分 …', '一、…']. */
export interface Section {
  readonly id: number;
  readonly parent: number | null;
  /** 1 part 第一部分, 2 一、, 3 （一）, 4 1., 5 (1), 6 第一条. */
  readonly level: number;
  readonly number: string;
  readonly title: string;
  readonly place: Place;
  /** Paragraphs, line wraps joined, page numbers removed. */
  readonly paragraphs: readonly Paragraph[];
}

export interface Paragraph {
  readonly text: string;
  readonly places: readonly Place[];
}

export type Severity = 'error' | 'warning' | 'note';

/** Something worth telling about a report: a violation, an unread thing, a missing statement. */
export interface Finding {
  /** Stable id `family/subject`; its page is docs/checks/<family>-<subject>.md. */
  readonly check: string;
  readonly severity: Severity;
  readonly message: string;
  readonly places: readonly Place[];
  /** Paths of the figures concerned: `<statement>/<row>/<column key>`, indexes from 0. */
  readonly figures: readonly string[];
}

export type ReportKind = 'final-accounts' | 'budget'; // 决算, 预算
export type ReportScope = 'department' | 'unit'; // 部门, 单位

export interface Agency {
  readonly name: string;
}

export interface Region {
  /** GB/T 2260 code of the division, 6 digits. */
  readonly code: string;
  readonly name: string;
}

/** One number of a page: the page, its condition, and why it could not be read. */
export interface PageRecord {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly condition: 'read' | 'blank' | 'needs-ocr';
  readonly reason: string | null;
}

/** The report as normalized, before verification. */
export interface Report {
  readonly source: {
    readonly file: string;
    readonly sha256: string;
    readonly format: 'pdf' | 'text';
    readonly pages: readonly PageRecord[];
  };
  readonly kind: ReportKind | null;
  readonly scope: ReportScope | null;
  readonly fiscalYear: number | null;
  readonly agency: Agency | null;
  readonly region: Region | null;
  readonly sections: readonly Section[];
  readonly statements: readonly Statement[];
  /** Findings of reading: unknown heading, statement missing, cell not readable. */
  readonly findings: readonly Finding[];
}
