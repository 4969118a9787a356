import type { GridCell, PageOcr } from '../extract/document.js';
import type { Place } from '../extract/place.js';
import type { Evaluation } from './evaluation/evaluation.js';
import type { Claim, Fact } from './narrative/claim.js';
import type { ClassificationCode, Edit, Figure, Phase } from './printed.js';

export type { Amount, ClassificationCode, CodeScheme, Edit, Figure, FigureStatus, Phase, Reading } from './printed.js';

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
  /** Corrections of the row's code and label as they were read from a picture; absent where there are none. */
  readonly edits?: readonly Edit[];
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

/**
 * What is probably behind a finding, so that findings of one kind can be counted over many reports. Each has its line in
 * docs/diagnoses.md.
 */
export const DIAGNOSES = [
  'wrong-base', // percent over the current value, not over the value of the year before
  'truncated', // percent cut off, not rounded
  'wrong-direction', // 增加 for a decrease, 大于 for a smaller amount
  'unit-slip', // off by 10^4: 元 printed as 万元 or the other way round
  'decimal-slip', // off by a power of ten
  'transposed', // two neighbouring digits changed places
  'digit-slip', // one digit differs, is lost or in excess
  'quoted-other-table', // the amount stands in another table, or another row
  'stale-year', // a year left over from an earlier report
  'template-residue', // an unfilled place of the form: XX, 增加（减少）
  'copied-text', // purpose, reason, goal or achievement copied from elsewhere
  'list-against-table', // items named in the prose that the table does not have, or the other way round
  'statement-missing',
  'blank-against-prose', // a blank statement under prose that states amounts, or the other way round
  'uniform-scores', // self-evaluation: all alike
  'unspent-not-carried', // budget less spending exceeds what was carried forward
  'two-versions', // one fact told in two ways
  'self-contradiction', // one sentence against another about the same amount
  'rounding', // a gap that rounding explains
  'misread', // rather a misreading than a fault of the report
] as const;
export type Diagnosis = (typeof DIAGNOSES)[number];

/** Something worth telling about a report: a violation, an unread thing, a missing statement. */
export interface Finding {
  /** Stable id `family/subject`; its page is docs/checks/<family>-<subject>.md. */
  readonly check: string;
  readonly severity: Severity;
  readonly message: string;
  readonly places: readonly Place[];
  /** Paths of the figures and quantities concerned (see `quantities.ts`): the numbers of a statement as `<statement>/<row>/<column key>`. */
  readonly figures: readonly string[];
  readonly diagnosis?: Diagnosis;
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

/** One number of a page: the page, its condition, and why it was not read, or not from its text layer. */
export interface PageRecord {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly condition: 'read' | 'blank' | 'needs-ocr';
  readonly reason: string | null;
  /** How the page was read from its picture; absent for a text layer. */
  readonly ocr?: PageOcr;
}

/** The report as normalized, before verification. */
export interface Report {
  readonly source: {
    readonly file: string;
    readonly sha256: string;
    readonly format: 'pdf' | 'text' | 'image';
    readonly pages: readonly PageRecord[];
  };
  readonly kind: ReportKind | null;
  readonly scope: ReportScope | null;
  readonly fiscalYear: number | null;
  readonly agency: Agency | null;
  readonly region: Region | null;
  readonly sections: readonly Section[];
  readonly statements: readonly Statement[];
  /** Amounts that the prose states, each with what it says of them. */
  readonly claims: readonly Claim[];
  /** What else the prose states: counts, duties, units, staff, terms. */
  readonly facts: readonly Fact[];
  /** Project self-evaluation tables 项目支出绩效自评表. */
  readonly evaluations: readonly Evaluation[];
  /** Findings of reading: unknown heading, statement missing, cell not readable. */
  readonly findings: readonly Finding[];
}
