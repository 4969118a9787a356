import type { Evaluation, EvaluationFund, Indicator, Target } from '../../src/normalize/evaluation/evaluation.js';
import type { Quantity } from '../../src/normalize/printed.js';
import { anEvaluation, aQuantity } from './narrative-factory.js';

/** A blank or dash cell. */
function aGap(printed: '' | '—' = ''): Quantity {
  const reading = printed === '' ? 'blank' : 'dash';
  return aQuantity('0', 'score', { printed, reading, value: null, step: null });
}

function cell(printed: string, measure: 'money' | 'score' | 'percent' | 'count', page: number): Quantity {
  if (printed === '' || printed === '—') return aGap(printed);
  return aQuantity(printed, measure, { places: [{ page, box: null }] });
}

/** A row of the funds: key, 年初预算数, 全年预算数, 全年执行数, 分值, 执行率, 得分. */
export type FundSpec = readonly [key: string, ...values: string[]];

function aFund([key, ...values]: FundSpec, page = 3): EvaluationFund {
  const [approved = '', adjusted = '', executed = '', weight = '—', rate = '', score = ''] = values;
  const labels: Readonly<Record<string, string>> = {
    total: '年度资金总额',
    fiscal: '其中：当年财政拨款',
    other: '其他资金',
    carried: '上年结转资金',
  };
  return {
    key,
    label: labels[key] ?? key,
    numbers: {
      approved: cell(approved, 'money', page),
      adjusted: cell(adjusted, 'money', page),
      executed: cell(executed, 'money', page),
      weight: cell(weight, 'score', page),
      rate: cell(rate, 'percent', page),
      score: cell(score, 'score', page),
    },
    places: [{ page, box: null }],
  };
}

/** A target: '=100季度' with a value in ten-thousandths and a unit, or words. */
export function aTarget(printed: string, overrides: Partial<Target> = {}): Target {
  const match = /^([=≥≤><])?(\d+)(\D*)$/.exec(printed);
  const operator = (match?.[1] ?? null) as Target['operator'];
  const base = { printed, places: [] };
  if (match === null) return { ...base, operator: null, value: null, unit: null, decoded: 'words', ...overrides };
  const unit = match[3] === '' ? null : (match[3] ?? null);
  return { ...base, operator, value: Number(match[2]) * 10_000, unit, decoded: 'printed', ...overrides };
}

/** An indicator: 二级, 三级, 年度指标值, 实际完成值, 分值, 得分, 偏差原因. */
export type IndicatorSpec = readonly [
  level2: string,
  level3: string,
  target: string | Target,
  actual: string,
  weight: string,
  score: string,
  deviation?: string,
];

const LEVEL1: readonly (readonly [RegExp, string])[] = [
  [/成本/, '成本指标'],
  [/效益/, '效益指标'],
  [/满意/, '满意度指标'],
  [/./, '产出指标'],
];

function anIndicator(spec: IndicatorSpec, page = 3): Indicator {
  const [level2, level3, target, actual, weight, score, deviation = '无'] = spec;
  const number = /^(\d+(?:\.\d+)?)(\D*)$/.exec(actual);
  return {
    level1: LEVEL1.find(([pattern]) => pattern.test(level2))?.[1] ?? '',
    level2,
    level3,
    target: typeof target === 'string' ? aTarget(target) : target,
    actual,
    numbers: {
      ...(number === null ? {} : { actual: { ...cell(number[1] ?? '', 'count', page), unit: number[2] ?? '' } }),
      weight: cell(weight, 'score', page),
      score: cell(score, 'score', page),
    },
    deviation,
    places: [{ page, box: null }],
  };
}

/** A table as the tests write it. */
export interface ProjectSpec {
  readonly project: string;
  readonly page?: number;
  readonly funds?: readonly FundSpec[];
  readonly indicators?: readonly IndicatorSpec[];
  readonly total?: string;
  readonly grade?: string;
  readonly goal?: readonly [expected: string, achieved: string];
  readonly problems?: readonly (readonly [problem: string, suggestion: string])[];
}

export function aProject(spec: ProjectSpec, overrides: Partial<Evaluation> = {}): Evaluation {
  const { project, page = 3, funds = [], indicators = [], total, grade, goal, problems = [] } = spec;
  const at = (text: string) => ({ text, places: [{ page, box: null }] });
  const word = (['优', '良', '中', '差'] as const).find((one) => grade?.startsWith(one)) ?? null;
  return anEvaluation({
    project: at(project),
    funds: funds.map((fund) => aFund(fund, page)),
    indicators: indicators.map((indicator) => anIndicator(indicator, page)),
    totalScore: total === undefined ? null : cell(total, 'score', page),
    grade: grade === undefined ? null : { ...at(grade), word },
    goals: goal === undefined ? [] : [{ expected: at(goal[0]), achieved: at(goal[1]) }],
    problems: problems.map(([problem, suggestion]) => ({
      kind: '项目管理问题',
      problem,
      suggestion,
      places: [{ page, box: null }],
    })),
    pages: [page],
    places: [{ page, box: null }],
    ...overrides,
  });
}
