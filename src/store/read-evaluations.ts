import type Database from 'better-sqlite3';
import { z } from 'zod';
import type {
  Evaluation,
  EvaluationFund,
  EvaluationProblem,
  Indicator,
  PrintedText,
} from '../normalize/evaluation/evaluation.js';
import { readPlaces } from './read-places.js';
import type { QuantitiesOf } from './read-quantities.js';
import { byOwner, readRows } from './rows.js';

const evaluationSchema = z.object({
  id: z.number(),
  title: z.string(),
  fiscalYear: z.number().nullable(),
  word: z.enum(['优', '良', '中', '差']).nullable(),
});

/** The self-evaluation tables of a report in their order. A few questions, whatever their number. */
export function readEvaluations(
  database: Database.Database,
  reportId: number,
  quantities: QuantitiesOf,
): readonly Evaluation[] {
  const places = readPlaces(database, 'evaluation', reportId);
  const texts = readTexts(database, reportId);
  const funds = readFunds(database, reportId, quantities);
  const indicators = readIndicators(database, reportId, quantities);
  const problems = readProblems(database, reportId);
  const pages = readNumbers(database, 'page AS number FROM evaluation_page AS of_', reportId);
  const statements = readNumbers(
    database,
    'statement.ordinal AS number FROM evaluation_statement AS of_ JOIN statement ON statement.id = of_.statement_id',
    reportId,
  );
  const rows = readRows(
    database,
    evaluationSchema,
    `SELECT id, title, fiscal_year AS fiscalYear, grade_word AS word FROM evaluation WHERE report_id = ? ORDER BY ordinal`,
    reportId,
  );
  return rows.map(({ id, title, fiscalYear, word }) => {
    const words = texts.get(id) ?? [];
    const text = (field: string) => words.find((one) => one.field === field)?.printed ?? null;
    const all = (field: string) => words.flatMap((one) => (one.field === field ? [one.printed] : []));
    const achieved = all('goal-achieved');
    const grade = text('grade');
    const totals = quantities('evaluation', id);
    return {
      title,
      fiscalYear,
      project: text('project'),
      supervisor: text('supervisor'),
      implementer: text('implementer'),
      overview: text('overview'),
      results: text('results'),
      funds: funds.get(id) ?? [],
      goals: all('goal-expected').flatMap((expected, at) => {
        const reached = achieved[at];
        return reached === undefined ? [] : [{ expected, achieved: reached }];
      }),
      indicators: indicators.get(id) ?? [],
      totalWeight: totals['total-weight'] ?? null,
      totalScore: totals['total-score'] ?? null,
      grade: grade === null ? null : { ...grade, word },
      problems: problems.get(id) ?? [],
      statements: statements.get(id) ?? [],
      pages: pages.get(id) ?? [],
      places: places.get(id) ?? [],
    };
  });
}

/** Rows of a table that belongs to evaluations, in their order. `columns`: what to read, and FROM the table under the name `of_`. */
function readOwned<Row extends { readonly owner: number }>(
  database: Database.Database,
  schema: z.ZodType<Row>,
  columns: string,
  reportId: number,
): readonly Row[] {
  return readRows(
    database,
    schema,
    `SELECT of_.evaluation_id AS owner, ${columns}
     JOIN evaluation ON evaluation.id = of_.evaluation_id
     WHERE evaluation.report_id = ? ORDER BY of_.evaluation_id, of_.ordinal`,
    reportId,
  );
}

function readNumbers(
  database: Database.Database,
  columns: string,
  reportId: number,
): ReadonlyMap<number, readonly number[]> {
  const schema = z.object({ owner: z.number(), number: z.number() });
  return byOwner(readOwned(database, schema, columns, reportId), (row) => row.number);
}

function readTexts(
  database: Database.Database,
  reportId: number,
): ReadonlyMap<number, readonly { readonly field: string; readonly printed: PrintedText }[]> {
  const places = readPlaces(database, 'evaluation_text', reportId);
  const schema = z.object({ owner: z.number(), id: z.number(), field: z.string(), text: z.string() });
  const rows = readOwned(database, schema, 'of_.id, field, text FROM evaluation_text AS of_', reportId);
  return byOwner(rows, ({ id, field, text }) => ({ field, printed: { text, places: places.get(id) ?? [] } }));
}

function readFunds(
  database: Database.Database,
  reportId: number,
  quantities: QuantitiesOf,
): ReadonlyMap<number, readonly EvaluationFund[]> {
  const places = readPlaces(database, 'evaluation_fund', reportId);
  const schema = z.object({ owner: z.number(), id: z.number(), key: z.string(), label: z.string() });
  const rows = readOwned(database, schema, 'of_.id, fund_key AS "key", label FROM evaluation_fund AS of_', reportId);
  return byOwner(rows, ({ id, key, label }) => ({
    key,
    label,
    numbers: quantities('fund', id),
    places: places.get(id) ?? [],
  }));
}

const indicatorSchema = z.object({
  owner: z.number(),
  id: z.number(),
  level1: z.string(),
  level2: z.string(),
  level3: z.string(),
  actual: z.string(),
  deviation: z.string(),
  printed: z.string(),
  operator: z.enum(['=', '≥', '≤', '>', '<']).nullable(),
  value: z.number().nullable(),
  unit: z.string().nullable(),
  decoded: z.enum(['printed', 'proven', 'raw', 'words']),
});

function readIndicators(
  database: Database.Database,
  reportId: number,
  quantities: QuantitiesOf,
): ReadonlyMap<number, readonly Indicator[]> {
  const places = readPlaces(database, 'evaluation_indicator', reportId);
  const targetPlaces = readPlaces(database, 'evaluation_target', reportId);
  const rows = readOwned(
    database,
    indicatorSchema,
    `of_.id, level1, level2, level3, actual, deviation, printed, operator, value, unit, decoded
     FROM evaluation_indicator AS of_ JOIN evaluation_target AS target ON target.id = of_.id`,
    reportId,
  );
  return byOwner(
    rows,
    ({ id, level1, level2, level3, actual, deviation, printed, operator, value, unit, decoded }) => ({
      level1,
      level2,
      level3,
      target: { printed, operator, value, unit, decoded, places: targetPlaces.get(id) ?? [] },
      actual,
      numbers: quantities('indicator', id),
      deviation,
      places: places.get(id) ?? [],
    }),
  );
}

function readProblems(
  database: Database.Database,
  reportId: number,
): ReadonlyMap<number, readonly EvaluationProblem[]> {
  const places = readPlaces(database, 'evaluation_problem', reportId);
  const schema = z.object({
    owner: z.number(),
    id: z.number(),
    kind: z.string(),
    problem: z.string(),
    suggestion: z.string(),
  });
  const rows = readOwned(
    database,
    schema,
    'of_.id, kind, problem, suggestion FROM evaluation_problem AS of_',
    reportId,
  );
  return byOwner(rows, ({ id, kind, problem, suggestion }) => ({
    kind,
    problem,
    suggestion,
    places: places.get(id) ?? [],
  }));
}
