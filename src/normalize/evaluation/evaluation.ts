import type { Place } from '../../extract/place.js';
import type { Quantity } from '../printed.js';

/** A printed cell of words. */
export interface PrintedText {
  readonly text: string;
  readonly places: readonly Place[];
}

/** Columns of the funds block: 年初预算数, 全年预算数, 全年执行数, 分值, 执行率, 得分. */
export const FUND_COLUMNS = ['approved', 'adjusted', 'executed', 'weight', 'rate', 'score'] as const;
export type FundColumn = (typeof FUND_COLUMNS)[number];

/** A row of the funds block: 年度资金总额, 其中：当年财政拨款, 其他资金, 上年结转资金. */
export interface EvaluationFund {
  /** 'total', 'fiscal', 'carried', 'other', or 'row-N' for a label that no seed knows. */
  readonly key: string;
  readonly label: string;
  /** By column, in printed order, blank cells and dashes included. */
  readonly numbers: Readonly<Partial<Record<FundColumn, Quantity>>>;
  readonly places: readonly Place[];
}

export const INDICATOR_COLUMNS = ['target', 'actual', 'weight', 'score'] as const;
export type IndicatorColumn = (typeof INDICATOR_COLUMNS)[number];

/** The value an indicator should reach 年度指标值. */
export interface Target {
  /** As printed, operator and unit included: "≥100100", "=100季度". */
  readonly printed: string;
  readonly operator: '=' | '≥' | '≤' | '>' | '<' | null;
  /** Integer in ten-thousandths; `null` where it is words (按时完成), or glued digits that nothing proves. */
  readonly value: number | null;
  readonly unit: string | null;
  /**
   * `printed`: value and unit stand apart on the paper. `proven`: they are glued, and the score rule leaves one value
   * (score = weight × actual / target). `raw`: glued, not decided. `words`: no number.
   */
  readonly decoded: 'printed' | 'proven' | 'raw' | 'words';
  readonly places: readonly Place[];
}

/** One row of the indicators: 一级, 二级, 三级指标 with target, actual value, weight and score. */
export interface Indicator {
  readonly level1: string;
  readonly level2: string;
  readonly level3: string;
  readonly target: Target;
  /** 实际完成值 as printed. */
  readonly actual: string;
  /** actual (where it is a number), weight 分值, score 得分. */
  readonly numbers: Readonly<Partial<Record<Exclude<IndicatorColumn, 'target'>, Quantity>>>;
  /** 偏差原因分析及改进措施. */
  readonly deviation: string;
  readonly places: readonly Place[];
}

/** 年度总体目标: 预期目标 and 实际完成情况. */
export interface Goal {
  readonly expected: PrintedText;
  readonly achieved: PrintedText;
}

/** 问题类型, 存在问题, 改进建议. */
export interface EvaluationProblem {
  readonly kind: string;
  readonly problem: string;
  readonly suggestion: string;
  readonly places: readonly Place[];
}

/** A project self-evaluation table 项目支出绩效自评表, 专项资金绩效自评表. Money in fen, marks in ten-thousandths. */
export interface Evaluation {
  readonly title: string;
  /** The year that the table prints, e.g. （2023 年度）; `null` where none. */
  readonly fiscalYear: number | null;
  /** 专项名称, 项目名称. */
  readonly project: PrintedText | null;
  /** 主管部门. */
  readonly supervisor: PrintedText | null;
  /** 实施单位. */
  readonly implementer: PrintedText | null;
  /** 项目概况. */
  readonly overview: PrintedText | null;
  /** 主要成效. */
  readonly results: PrintedText | null;
  readonly funds: readonly EvaluationFund[];
  readonly goals: readonly Goal[];
  readonly indicators: readonly Indicator[];
  /** 总分值, where it is printed apart from the total score. */
  readonly totalWeight: Quantity | null;
  /** 评价总分, 自评总分. */
  readonly totalScore: Quantity | null;
  /** 评价等级 as printed ("优（S≧90）"), and its word. */
  readonly grade: (PrintedText & { readonly word: '优' | '良' | '中' | '差' | null }) | null;
  readonly problems: readonly EvaluationProblem[];
  /** Indexes of the statements (kind `other`) whose cells this was read from; empty in a text dump. */
  readonly statements: readonly number[];
  readonly pages: readonly number[];
  readonly places: readonly Place[];
}
