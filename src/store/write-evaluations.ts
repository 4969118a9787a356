import type Database from 'better-sqlite3';
import type { Evaluation, EvaluationFund, Indicator, PrintedText } from '../normalize/evaluation/evaluation.js';
import type { Quantity } from '../normalize/printed.js';
import { evaluationPath } from '../normalize/quantities.js';
import { UnstorableReportError } from './store-error.js';
import { wholeNumber } from './whole-number.js';
import type { PlaceOwner, ReportOwner, WritePlaces } from './write-places.js';
import type { QuantityOwner, WriteQuantity } from './write-quantities.js';

/** An evaluation that is being written: its number in the report, its id in the database, the quantities stored so far. */
interface Owner {
  readonly ordinal: number;
  readonly id: number;
  readonly quantities: Map<string, number>;
}

/** Prepares the writing of self-evaluation tables. Runs inside the transaction of the report, after its statements. */
export function evaluationWriter(
  database: Database.Database,
  places: Readonly<Record<PlaceOwner, WritePlaces>>,
  writeQuantity: WriteQuantity,
): (
  report: ReportOwner,
  evaluations: readonly Evaluation[],
  statementIds: readonly number[],
  quantities: Map<string, number>,
) => void {
  const insert = database.prepare(
    'INSERT INTO evaluation (report_id, ordinal, title, fiscal_year, grade_word) VALUES (?, ?, ?, ?, ?)',
  );
  const insertPage = database.prepare(
    'INSERT INTO evaluation_page (evaluation_id, ordinal, report_id, page) VALUES (?, ?, ?, ?)',
  );
  const insertStatement = database.prepare(
    'INSERT INTO evaluation_statement (evaluation_id, ordinal, statement_id) VALUES (?, ?, ?)',
  );
  const insertProblem = database.prepare(
    'INSERT INTO evaluation_problem (evaluation_id, ordinal, kind, problem, suggestion) VALUES (?, ?, ?, ?, ?)',
  );
  const writeTexts = textWriter(database, places);
  const writeFund = fundWriter(database, places, writeQuantity);
  const writeIndicator = indicatorWriter(database, places, writeQuantity);

  return (report, evaluations, statementIds, quantities) => {
    for (const [ordinal, evaluation] of evaluations.entries()) {
      const { title, fiscalYear, grade, totalWeight, totalScore } = evaluation;
      const stored = insert.run(report.id, ordinal, title, fiscalYear, grade?.word ?? null);
      const owner = { ordinal, id: Number(stored.lastInsertRowid), quantities };
      places.evaluation(report, owner.id, evaluation.places);
      for (const [at, page] of evaluation.pages.entries()) insertPage.run(owner.id, at, report.id, page);
      for (const [at, statement] of evaluation.statements.entries()) {
        insertStatement.run(owner.id, at, statementId(report, ordinal, statement, statementIds));
      }
      writeTexts(report, owner, evaluation);
      for (const [at, fund] of evaluation.funds.entries()) writeFund(report, owner, at, fund);
      for (const [at, indicator] of evaluation.indicators.entries()) writeIndicator(report, owner, at, indicator);
      for (const [role, quantity] of [
        ['total-weight', totalWeight],
        ['total-score', totalScore],
      ] as const) {
        const context = { path: evaluationPath(ordinal, role), owner: 'evaluation', ownerId: owner.id, role } as const;
        if (quantity !== null) writeQuantity(report, context, quantity, quantities);
      }
      for (const [at, { kind, problem, suggestion, places: where }] of evaluation.problems.entries()) {
        const row = insertProblem.run(owner.id, at, kind, problem, suggestion);
        places.evaluation_problem(report, Number(row.lastInsertRowid), where);
      }
    }
  };
}

function statementId(report: ReportOwner, ordinal: number, statement: number, ids: readonly number[]): number {
  const id = ids[statement];
  if (id !== undefined) return id;
  const expected = `the index of one of ${ids.length} statements`;
  throw new UnstorableReportError(report.file, `evaluation ${ordinal}`, expected, String(statement));
}

function textWriter(
  database: Database.Database,
  places: Readonly<Record<PlaceOwner, WritePlaces>>,
): (report: ReportOwner, owner: Owner, evaluation: Evaluation) => void {
  const insert = database.prepare(
    'INSERT INTO evaluation_text (evaluation_id, field, ordinal, text) VALUES (?, ?, ?, ?)',
  );
  return (report, { id }, { project, supervisor, implementer, overview, results, grade, goals }) => {
    const write = (field: string, ordinal: number, printed: PrintedText | null): void => {
      if (printed === null) return;
      const stored = insert.run(id, field, ordinal, printed.text);
      places.evaluation_text(report, Number(stored.lastInsertRowid), printed.places);
    };
    const head = Object.entries({ project, supervisor, implementer, overview, results, grade });
    for (const [field, printed] of head) write(field, 0, printed);
    for (const [at, { expected, achieved }] of goals.entries()) {
      write('goal-expected', at, expected);
      write('goal-achieved', at, achieved);
    }
  };
}

/** Writes the numbers of a row under `evaluation/<ordinal>/<block>/<row>/<column>`. */
function rowNumbers(
  writeQuantity: WriteQuantity,
  block: 'funds' | 'indicators',
  kind: QuantityOwner,
): (report: ReportOwner, owner: Owner, row: { readonly at: number; readonly id: number }, numbers: object) => void {
  return (report, { ordinal, quantities }, { at, id }, numbers) => {
    for (const [role, quantity] of Object.entries(numbers) as [string, Quantity][]) {
      const path = evaluationPath(ordinal, block, at, role);
      writeQuantity(report, { path, owner: kind, ownerId: id, role }, quantity, quantities);
    }
  };
}

function fundWriter(
  database: Database.Database,
  places: Readonly<Record<PlaceOwner, WritePlaces>>,
  writeQuantity: WriteQuantity,
): (report: ReportOwner, owner: Owner, at: number, fund: EvaluationFund) => void {
  const insert = database.prepare(
    'INSERT INTO evaluation_fund (evaluation_id, ordinal, fund_key, label) VALUES (?, ?, ?, ?)',
  );
  const writeNumbers = rowNumbers(writeQuantity, 'funds', 'fund');
  return (report, owner, at, fund) => {
    const stored = insert.run(owner.id, at, fund.key, fund.label);
    const id = Number(stored.lastInsertRowid);
    places.evaluation_fund(report, id, fund.places);
    writeNumbers(report, owner, { at, id }, fund.numbers);
  };
}

function indicatorWriter(
  database: Database.Database,
  places: Readonly<Record<PlaceOwner, WritePlaces>>,
  writeQuantity: WriteQuantity,
): (report: ReportOwner, owner: Owner, at: number, indicator: Indicator) => void {
  const insert = database.prepare(
    `INSERT INTO evaluation_indicator (evaluation_id, ordinal, level1, level2, level3, actual, deviation)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  const insertTarget = database.prepare(
    'INSERT INTO evaluation_target (id, printed, operator, value, unit, decoded) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const writeNumbers = rowNumbers(writeQuantity, 'indicators', 'indicator');
  return (report, owner, at, { level1, level2, level3, target, actual, numbers, deviation, places: where }) => {
    const stored = insert.run(owner.id, at, level1, level2, level3, actual, deviation);
    const id = Number(stored.lastInsertRowid);
    places.evaluation_indicator(report, id, where);
    const named = `target of indicator ${owner.ordinal}/${at} ("${target.printed}")`;
    const value = wholeNumber(report, named, target.value, 'ten-thousandths');
    insertTarget.run(id, target.printed, target.operator, value, target.unit, target.decoded);
    places.evaluation_target(report, id, target.places);
    writeNumbers(report, owner, { at, id }, numbers);
  };
}
