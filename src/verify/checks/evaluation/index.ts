import type { Check } from '../../check.js';
import { copiedTexts } from './copied.js';
import { coverage } from './coverage.js';
import { deviationTold } from './deviation.js';
import { executionScore } from './execution-score.js';
import { fundsSum } from './funds.js';
import { goalRepeated } from './goal.js';
import { gradeFits } from './grade.js';
import { levelWeightsAlike } from './level-weights.js';
import { executionRate } from './rate.js';
import { scoreRule } from './score-rule.js';
import { scoreSums } from './sums.js';
import { uniformScores } from './uniform.js';
import { yearsFit } from './year.js';

/** Self-evaluation tables 绩效自评表, in the order of the form: funds, marks, words, then all tables of a report together. */
export const evaluation: readonly Check[] = [
  fundsSum,
  executionRate,
  ...scoreSums,
  scoreRule,
  executionScore,
  gradeFits,
  levelWeightsAlike,
  deviationTold,
  goalRepeated,
  yearsFit,
  copiedTexts,
  uniformScores,
  ...coverage,
];
