import type { Check, Judgement } from '../../check.js';
import { integerOf } from '../../value.js';
import { decimalText } from '../../wording.js';
import {
  indicatorsOf,
  indicatorTerm,
  type LocatedEvaluation,
  pageText,
  projectEvaluationsOf,
  projectName,
} from './marks.js';
import { scoring } from './scoring.js';

/** Weight in ten-thousandths by first level 一级指标, in printed order; `null` where a weight was not read. */
function levelWeights(table: LocatedEvaluation): ReadonlyMap<string, number> | null {
  const weights = new Map<string, number>();
  for (const one of indicatorsOf(table)) {
    const weight = integerOf(indicatorTerm(table, one, 'weight').figure);
    const level = one.indicator.level1.replace(/\s|指标$/g, '');
    if (weight === null || level === '') return null;
    weights.set(level, (weights.get(level) ?? 0) + weight);
  }
  return weights.size === 0 ? null : weights;
}

function weightsText(weights: ReadonlyMap<string, number>): string {
  return [...weights].map(([level, weight]) => `${level} ${decimalText(weight)}`).join('，');
}

const keysOf = (weights: ReadonlyMap<string, number>) => [...weights.keys()].sort().join('|');

/** Levels whose share is far outside what is usual; nothing where a level is missing, whose share the others then have, or not known. */
function unusual(weights: ReadonlyMap<string, number>): readonly string[] {
  const known = scoring().levelWeights;
  const strange = [...weights.keys()].some((level) => !known.some(({ levels }) => levels.includes(level)));
  const missing = known.some(({ levels }) => !levels.some((level) => weights.has(level)));
  if (strange || missing) return [];
  return known.flatMap(({ levels, from, to }) => {
    const present = levels.filter((level) => weights.has(level));
    const sum = present.reduce((all, level) => all + (weights.get(level) ?? 0), 0);
    if (sum >= from * 10_000 && sum <= to * 10_000) return [];
    return [`${present.join('、')} ${decimalText(sum)} 分（通常 ${from} 到 ${to} 分）`];
  });
}

/** P9: the weights of the first level, compared within a report and with what is usual. */
export const levelWeightsAlike: Check = {
  id: 'evaluation/level-weights',
  zh: '一级指标分值在各项目间一致，并与通行权重（产出和成本约 50、效益约 30、满意度约 10）相近',
  en: 'weights of the first level are the same in all projects of a body, and near the usual ones',
  severity: 'note',
  notApplicable: 'Tables with different first levels are not compared; a body may set its own weights.',
  identities: () => [],
  judgements: (report): readonly Judgement[] => {
    const rows = projectEvaluationsOf(report).flatMap((table) => {
      const weights = levelWeights(table);
      return weights === null ? [] : [{ table, weights }];
    });
    if (rows.length === 0) return [];
    const differing = rows.filter(({ weights }) =>
      rows.some(
        (other) =>
          keysOf(other.weights) === keysOf(weights) &&
          [...weights].some(([key, value]) => other.weights.get(key) !== value),
      ),
    );
    const odd = rows.filter(({ weights }) => unusual(weights).length > 0);
    const holds = differing.length === 0 && odd.length === 0;
    const page = (table: LocatedEvaluation) => pageText(table.evaluation.places);
    const differ = differing.map(({ table, weights }) => `${projectName(table)}${weightsText(weights)}${page(table)}`);
    const far = odd.map(({ table, weights }) => `${projectName(table)}${unusual(weights).join('，')}${page(table)}`);
    const told = [
      ...(differ.length === 0 ? [] : [`指标相同而分值不同：${differ.join('；')}`]),
      ...(far.length === 0 ? [] : [`与通行权重相差很大：${far.join('；')}`]),
    ];
    return [
      {
        subject: '绩效自评表，一级指标分值',
        outcome: holds ? 'exact' : 'violation',
        measure: 'score',
        left: `${rows.length} 个项目`,
        right: holds ? '一致' : `${differing.length} 个不一致，${odd.length} 个偏离`,
        terms: [],
        about: [],
        diagnosis: null,
        message: holds ? '' : `${told.join('。')}。`,
        places: [...differing, ...odd].flatMap(({ table }) => table.evaluation.places),
      },
    ];
  },
};
