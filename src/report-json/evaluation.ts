/** Self-evaluation tables in the JSON contract. The fields are those of src/normalize/evaluation/evaluation.ts. */
import { z } from 'zod';
import {
  type Evaluation,
  type EvaluationFund,
  FUND_COLUMNS,
  INDICATOR_COLUMNS,
  type Indicator,
  type PrintedText,
} from '../normalize/evaluation/evaluation.js';
import { pageNumberSchema, placesSchema, toPlace } from './parts.js';
import { decimal, quantitySchema, toNumbers, toQuantity } from './quantity.js';

const textSchema = z.strictObject({ text: z.string(), places: placesSchema });

const fundSchema = z.strictObject({
  key: z.string().describe('total, fiscal, carried, other, or row-N'),
  label: z.string(),
  numbers: z.partialRecord(z.enum(FUND_COLUMNS), quantitySchema).describe('blank cells and dashes included'),
  places: placesSchema,
});

const indicatorSchema = z.strictObject({
  level1: z.string(),
  level2: z.string(),
  level3: z.string(),
  target: z.strictObject({
    printed: z.string(),
    operator: z.enum(['=', '≥', '≤', '>', '<']).nullable(),
    value: z.string().nullable().describe('exact decimal number; null for words, or glued digits that nothing proves'),
    unit: z.string().nullable(),
    decoded: z.enum(['printed', 'proven', 'raw', 'words']),
    places: placesSchema,
  }),
  actual: z.string(),
  numbers: z.partialRecord(z.enum(INDICATOR_COLUMNS).exclude(['target']), quantitySchema),
  deviation: z.string(),
  places: placesSchema,
});

export const evaluationSchema = z.strictObject({
  title: z.string(),
  fiscalYear: z.int().nullable(),
  project: textSchema.nullable(),
  supervisor: textSchema.nullable(),
  implementer: textSchema.nullable(),
  overview: textSchema.nullable(),
  results: textSchema.nullable(),
  funds: z.array(fundSchema),
  goals: z.array(z.strictObject({ expected: textSchema, achieved: textSchema })),
  indicators: z.array(indicatorSchema),
  totalWeight: quantitySchema.nullable(),
  totalScore: quantitySchema.nullable(),
  grade: textSchema.extend({ word: z.enum(['优', '良', '中', '差']).nullable() }).nullable(),
  problems: z.array(
    z.strictObject({ kind: z.string(), problem: z.string(), suggestion: z.string(), places: placesSchema }),
  ),
  statements: z.array(z.int().min(0)).describe('indexes of the statements whose cells it was read from'),
  pages: z.array(pageNumberSchema),
  places: placesSchema,
});

function toText({ text, places }: PrintedText): z.infer<typeof textSchema> {
  return { text, places: places.map(toPlace) };
}

function toTextOrNull(from: PrintedText | null): z.infer<typeof textSchema> | null {
  return from === null ? null : toText(from);
}

function toFund({ key, label, numbers, places }: EvaluationFund): z.infer<typeof fundSchema> {
  return { key, label, numbers: toNumbers(numbers), places: places.map(toPlace) };
}

function toIndicator(from: Indicator): z.infer<typeof indicatorSchema> {
  const { printed, operator, value, unit, decoded, places } = from.target;
  return {
    level1: from.level1,
    level2: from.level2,
    level3: from.level3,
    target: {
      printed,
      operator,
      value: value === null ? null : decimal(value, 'count'),
      unit,
      decoded,
      places: places.map(toPlace),
    },
    actual: from.actual,
    numbers: toNumbers(from.numbers),
    deviation: from.deviation,
    places: from.places.map(toPlace),
  };
}

export function toEvaluation(from: Evaluation): z.infer<typeof evaluationSchema> {
  return {
    title: from.title,
    fiscalYear: from.fiscalYear,
    project: toTextOrNull(from.project),
    supervisor: toTextOrNull(from.supervisor),
    implementer: toTextOrNull(from.implementer),
    overview: toTextOrNull(from.overview),
    results: toTextOrNull(from.results),
    funds: from.funds.map(toFund),
    goals: from.goals.map(({ expected, achieved }) => ({ expected: toText(expected), achieved: toText(achieved) })),
    indicators: from.indicators.map(toIndicator),
    totalWeight: from.totalWeight === null ? null : toQuantity(from.totalWeight),
    totalScore: from.totalScore === null ? null : toQuantity(from.totalScore),
    grade: from.grade === null ? null : { ...toText(from.grade), word: from.grade.word },
    problems: from.problems.map(({ kind, problem, suggestion, places }) => ({
      kind,
      problem,
      suggestion,
      places: places.map(toPlace),
    })),
    statements: [...from.statements],
    pages: [...from.pages],
    places: from.places.map(toPlace),
  };
}
