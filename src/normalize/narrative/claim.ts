import type { Place } from '../../extract/place.js';
import type { ClassificationCode, Phase, Quantity } from '../printed.js';

/**
 * What a claim is about. The words that name each stand in seeds/narrative/subjects.json; `other` is an amount that no
 * subject explains: kept, never dropped.
 */
export const CLAIM_SUBJECTS = [
  'grand-total', // 收入支出总计, one amount for both sides
  'revenue-grand-total', // 收入总计
  'expenditure-grand-total', // 支出总计
  'revenue', // 本年收入合计
  'expenditure', // 本年支出合计
  'revenue-source', // a source of revenue, `row` tells which: 财政拨款收入, 事业收入 …
  'expenditure-use', // a use, `row` tells which: 基本支出, 项目支出, 上缴上级支出 …
  'expenditure-function', // a function in the expenditure of all funds, by `code`
  'opening', // 年初结转和结余
  'closing', // 年末结转和结余
  'fiscal-grand-total', // 财政拨款收入支出总计, one amount for both sides
  'fiscal-revenue-grand-total', // 财政拨款收入总计
  'fiscal-expenditure-grand-total', // 财政拨款支出总计
  'fiscal-expenditure', // 财政拨款支出
  'fiscal-function', // a function in fiscal expenditure, by `code`
  'general-budget-expenditure', // 一般公共预算财政拨款支出
  'general-budget-function', // a class, section or item of it, by `code`
  'government-funds-expenditure', // 政府性基金预算财政拨款支出
  'state-capital-expenditure', // 国有资本经营预算财政拨款支出
  'government-funds-function', // a class, section or item of 政府性基金支出, by `code`
  'state-capital-function', // of 国有资本经营预算支出, by `code`
  'basic-expenditure', // 基本支出 of 一般公共预算 (of 财政拨款 in Jiangsu)
  'personnel', // 人员经费
  'public', // 公用经费
  'three-public', // “三公”经费
  'abroad', // 因公出国（境）费
  'vehicle', // 公务用车购置及运行费
  'vehicle-purchase', // 公务用车购置费
  'vehicle-operation', // 公务用车运行维护费
  'reception', // 公务接待费
  'reception-domestic', // 国内接待费
  'reception-foreign', // 外事接待费, 国（境）外接待费
  'meetings', // 会议费
  'training', // 培训费
  'operating-funds', // 机关运行经费
  'procurement', // 政府采购支出
  'procurement-goods', // 货物
  'procurement-works', // 工程
  'procurement-services', // 服务
  'procurement-sme', // 授予中小企业合同金额
  'procurement-micro', // 授予小微企业合同金额
  'procurement-sme-goods', // 货物采购授予中小企业, likewise works and services
  'procurement-sme-works',
  'procurement-sme-services',
  'procurement-reserved-sme', // 面向中小企业预留
  'procurement-reserved-micro', // 面向小微企业预留
  'procurement-sme-won', // 中小企业中标或成交, in reserved projects
  'procurement-micro-won', // 小微企业中标或成交, in reserved projects
  'procurement-other-sme-won', // 中小企业中标或成交, in other projects
  'performance-funds', // 绩效自评、绩效目标涉及资金
  'other',
] as const;
export type ClaimSubject = (typeof CLAIM_SUBJECTS)[number];

/**
 * The numbers of a claim. `amount`: the stated amount. `change`: by how much more or less. `percent`: the same in percent. `completion`:
 * 完成预算的x%. `share`: 占x%. `base`: the amount compared with, where it is printed (2023年预算执行数为60.13万元).
 */
export const CLAIM_ROLES = ['amount', 'change', 'percent', 'completion', 'share', 'base'] as const;
export type ClaimRole = (typeof CLAIM_ROLES)[number];

/** increase 增加, decrease 减少, unchanged 持平. `new`: 净增加, the base is zero. */
export type Direction = 'increase' | 'decrease' | 'unchanged' | 'new' | 'gone';

/** What an amount, its change or its completion rate is compared with; the year before where `year` is `prior`. */
export interface Comparison {
  /** Year of the value compared with. */
  readonly year: 'current' | 'prior';
  /** Phase of the value compared with; `null` where the report does not say (与上年相比). */
  readonly phase: Phase | null;
}

/** 决算数小于预算数, 与全年预算数持平. */
export interface Relation {
  readonly to: Comparison;
  readonly is: 'greater' | 'less' | 'equal' | 'about-equal';
  /** As printed. */
  readonly printed: string;
  readonly places: readonly Place[];
}

/** A part of a change, as the prose states it beside the change: 人员经费减少401.85万元. */
export interface ChangePart {
  /** The words that name it, as printed. */
  readonly label: string;
  readonly direction: 'increase' | 'decrease' | 'unchanged';
  /** By how much; `null` where no amount is printed (公用经费持平, 有所减少). */
  readonly change: Quantity | null;
}

/** An amount that the prose states, with all that it says of that amount. Money in fen, see {@link Quantity}. */
export interface Claim {
  readonly subject: ClaimSubject;
  /** Row key of a member of a family ('general-budget', 'basic', 'project'); `null` where the subject says it all. */
  readonly row: string | null;
  /** The words that name the subject, as printed. */
  readonly label: string;
  /** Code of a function that the claim is about. */
  readonly code: ClassificationCode | null;
  /** Phase of the amount: approved 年初预算, adjusted 全年预算, executed 决算; in a budget the plan is `approved`. */
  readonly phase: Phase | null;
  /** Year of the amount: of the report, or of the year before. */
  readonly year: 'current' | 'prior';
  readonly numbers: Readonly<Partial<Record<ClaimRole, Quantity>>>;
  readonly direction: Direction | null;
  /** Whether `change` and `percent` hold for both sides (各增加). */
  readonly bothSides: boolean;
  /** What `change`, `percent` and `direction` compare with. */
  readonly against: Comparison | null;
  /** What `completion` is a percentage of. */
  readonly completionOf: Phase | null;
  readonly relations: readonly Relation[];
  /** What `share` is a share of: another claim of this report by its index, or the words as printed. */
  readonly shareOf: { readonly claim: number | null; readonly printed: string } | null;
  /** The claim whose amount this one is a part of (其中：), by index; the parts need not be complete. */
  readonly partOf: number | null;
  /** Items after 主要包括, in printed order. */
  readonly items: readonly string[];
  /** 主要原因, without the words that lead in; `null` where none is given. */
  readonly reason: string | null;
  /** The parts of `change` that the reason, or 其中 behind the change, states; they need not be complete. Empty where none has an amount. */
  readonly parts: readonly ChangePart[];
  /** 主要用于. */
  readonly purpose: string | null;
  /** The sentences that the claim was read from, as printed, wraps joined. */
  readonly text: string;
  /** Id of the section, and index of the paragraph in it. */
  readonly section: number;
  readonly paragraph: number;
  readonly places: readonly Place[];
  /** Paths of the cells that a number repeats: `<statement>/<row>/<column key>`. 收支总计 repeats two. */
  readonly figures: Readonly<Partial<Record<ClaimRole, readonly string[]>>>;
}

/** What a fact is about. */
export const FACT_KINDS = [
  'duty', // 主要职责, one for each item
  'internal-departments', // 内设机构: their number; without a value, `subject` is one of the list
  'member-agencies', // number of units in the consolidation; `subject` is their kind (事业单位), null for all
  'member-agency', // a unit of the list
  'staff', // 在职人数, 编制数; `subject` is the unit or the kind of staff
  'staff-change', // 较上年度新增4人; `subject` is 'increase' or 'decrease'
  'abroad-groups', // 因公出国（境）团组, own
  'abroad-joint-groups', // 参加其他单位团组
  'abroad-persons', // 人次
  'vehicles-bought', // 公务用车购置数
  'vehicles-kept', // 公务用车保有量
  'reception-batches', // 批次
  'reception-persons', // 人次
  'reception-foreign-batches',
  'reception-foreign-persons',
  'vehicles', // 共有车辆
  'vehicles-of-kind', // `subject`: 机要通信用车 …
  'vehicles-planned', // 预算安排购置车辆
  'vehicles-planned-of-kind',
  'large-equipment', // 单价100万元（含）以上设备, 50万元以上通用设备
  'large-equipment-planned',
  'assets-date', // 截至2023年12月31日
  'performance-projects', // number of projects; `subject` is the stage: 绩效目标 绩效跟踪 绩效自评 绩效评价
  'performance-graded', // projects with a grade, `subject`: 优 良 合格 不合格
  'performance-score', // 平均得分
  'performance-problems', // `subject` tells what became of them: 发现 已整改 正在整改 未整改
  'no-amounts', // 没有使用…安排的支出, 无…收支: the prose says that a statement is empty; `subject` is a StatementKind
  'glossary-term', // 名词解释: `subject` the term, `text` its definition
  'activity', // a countable activity of the work summary; `subject` is the noun for comparison, see counted.ts
] as const;
export type FactKind = (typeof FACT_KINDS)[number];

/** Something the prose states that is no amount of the accounts. */
export interface Fact {
  readonly kind: FactKind;
  readonly subject: string | null;
  /** The words that name it, as printed. */
  readonly label: string;
  readonly value: Quantity | null;
  /** A text that is the fact itself (a duty, a definition) or the clause that states it. */
  readonly text: string;
  /** ISO date of a fact that holds at a day (截至2023年12月31日). */
  readonly date: string | null;
  readonly section: number;
  readonly places: readonly Place[];
}
