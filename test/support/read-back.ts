import type { Place } from '../../src/extract/place.js';
import type { Store } from '../../src/store/store.js';

type Row = Readonly<Record<string, string | number | null>>;

/** Rows of a query as records. */
export function records(store: Store, sql: string, ...parameters: readonly (string | number)[]): readonly Row[] {
  const { columns, rows } = store.query(sql, parameters);
  return rows.map((row) => Object.fromEntries(columns.map((column, at) => [column, row[at] ?? null])));
}

/** The report as the tables hold it, put together again: must equal what was saved. */
export function readBack(store: Store, id: number): unknown {
  const [report] = records(store, 'SELECT * FROM report WHERE id = ?', id);
  return {
    source: {
      file: report?.file,
      sha256: report?.sha256,
      format: report?.format,
      pages: records(
        store,
        'SELECT number, width, height, condition, reason FROM page WHERE report_id = ? ORDER BY number',
        id,
      ),
    },
    kind: report?.kind,
    scope: report?.scope,
    fiscalYear: report?.fiscal_year,
    agency: report?.agency === null ? null : { name: report?.agency },
    region: report?.region_code === null ? null : { code: report?.region_code, name: report?.region_name },
    sections: records(store, 'SELECT * FROM section WHERE report_id = ? ORDER BY ordinal', id).map((section) => ({
      id: section.section_number,
      parent: section.parent_number,
      level: section.level,
      number: section.heading_number,
      title: section.title,
      place: place(section),
      paragraphs: owned(store, 'paragraph', 'section_id', section).map((paragraph) => ({
        text: paragraph.text,
        places: places(store, 'paragraph', paragraph),
      })),
    })),
    statements: records(store, 'SELECT * FROM statement WHERE report_id = ? ORDER BY ordinal', id).map((statement) =>
      statementBack(store, statement),
    ),
    claims: store.report(id).claims,
    facts: records(store, 'SELECT * FROM fact WHERE report_id = ? ORDER BY ordinal', id).map((fact) => ({
      kind: fact.kind,
      subject: fact.subject,
      label: fact.label,
      value: quantities(store, 'fact_id', fact).value ?? null,
      text: fact.text,
      date: fact.date,
      section: fact.section_number,
      places: places(store, 'fact', fact),
    })),
    evaluations: records(store, 'SELECT * FROM evaluation WHERE report_id = ? ORDER BY ordinal', id).map((evaluation) =>
      evaluationBack(store, evaluation),
    ),
    checks: store.checks(id).map(({ id: _, evidence: __, ...check }) => check),
    findings: store.findings(id).map(({ id: _, evidence: __, ...finding }) => finding),
  };
}

function statementBack(store: Store, statement: Row): unknown {
  return {
    kind: statement.kind,
    title: statement.title,
    unit: statement.unit,
    pages: owned(store, 'statement_page', 'statement_id', statement).map(({ page }) => page),
    places: places(store, 'statement', statement),
    declaredEmpty: statement.declared_empty === 1,
    columns: owned(store, 'statement_column', 'statement_id', statement).map((column) => ({
      key: column.column_key,
      header: column.header,
      phase: column.phase,
      panel: column.panel,
    })),
    rows: owned(store, 'statement_row', 'statement_id', statement).map((row) => ({
      panel: row.panel,
      key: row.row_key,
      label: row.label,
      code:
        row.code === null
          ? null
          : {
              scheme: row.code_scheme,
              code: row.code,
              printed: row.code_printed,
              match: row.code_match,
              catalogueName: row.catalogue_name,
            },
      figures: Object.fromEntries(
        records(
          store,
          `SELECT figure.*, statement_column.column_key AS key FROM figure JOIN statement_column ON statement_column.id = column_id
           WHERE row_id = ? ORDER BY figure.ordinal`,
          Number(row.id),
        ).map((figure) => [figure.key, figureBack(store, figure)]),
      ),
      places: places(store, 'statement_row', row),
    })),
    notes: owned(store, 'statement_note', 'statement_id', statement).map(({ text }) => text),
    cells: owned(store, 'raw_cell', 'statement_id', statement).map((cell) => ({
      row: cell.grid_row,
      column: cell.grid_column,
      rowSpan: cell.row_span,
      columnSpan: cell.column_span,
      text: cell.text,
      places: places(store, 'raw_cell', cell),
      confidence: cell.confidence,
    })),
  };
}

function figureBack(store: Store, figure: Row): unknown {
  return {
    printed: figure.printed,
    reading: figure.reading,
    amount: figure.amount_fen === null ? null : { fen: figure.amount_fen, stepFen: figure.step_fen },
    edits: JSON.parse(String(figure.edits)),
    places: places(store, 'figure', figure),
    confidence: figure.confidence,
    status: figure.status,
  };
}

function evaluationBack(store: Store, evaluation: Row): unknown {
  const texts = owned(store, 'evaluation_text', 'evaluation_id', evaluation);
  const words = (field: string, ordinal = 0) => {
    const found = texts.find((row) => row.field === field && row.ordinal === ordinal);
    return found === undefined ? null : { text: found.text, places: places(store, 'evaluation_text', found) };
  };
  const grade = words('grade');
  const { 'total-weight': totalWeight = null, 'total-score': totalScore = null } = quantities(
    store,
    'evaluation_id',
    evaluation,
  );
  return {
    title: evaluation.title,
    fiscalYear: evaluation.fiscal_year,
    project: words('project'),
    supervisor: words('supervisor'),
    implementer: words('implementer'),
    overview: words('overview'),
    results: words('results'),
    funds: owned(store, 'evaluation_fund', 'evaluation_id', evaluation).map((fund) => ({
      key: fund.fund_key,
      label: fund.label,
      numbers: quantities(store, 'fund_id', fund),
      places: places(store, 'evaluation_fund', fund),
    })),
    goals: texts
      .filter((row) => row.field === 'goal-expected')
      .map((row) => ({
        expected: words('goal-expected', Number(row.ordinal)),
        achieved: words('goal-achieved', Number(row.ordinal)),
      })),
    indicators: owned(store, 'evaluation_indicator', 'evaluation_id', evaluation).map((indicator) => ({
      level1: indicator.level1,
      level2: indicator.level2,
      level3: indicator.level3,
      target: targetBack(store, indicator),
      actual: indicator.actual,
      numbers: quantities(store, 'indicator_id', indicator),
      deviation: indicator.deviation,
      places: places(store, 'evaluation_indicator', indicator),
    })),
    totalWeight,
    totalScore,
    grade: grade === null ? null : { ...grade, word: evaluation.grade_word },
    problems: owned(store, 'evaluation_problem', 'evaluation_id', evaluation).map((problem) => ({
      kind: problem.kind,
      problem: problem.problem,
      suggestion: problem.suggestion,
      places: places(store, 'evaluation_problem', problem),
    })),
    statements: records(
      store,
      `SELECT statement.ordinal FROM evaluation_statement JOIN statement ON statement.id = statement_id
       WHERE evaluation_id = ? ORDER BY evaluation_statement.ordinal`,
      Number(evaluation.id),
    ).map(({ ordinal }) => ordinal),
    pages: owned(store, 'evaluation_page', 'evaluation_id', evaluation).map(({ page }) => page),
    places: places(store, 'evaluation', evaluation),
  };
}

function targetBack(store: Store, indicator: Row): unknown {
  const [target = {}] = records(store, 'SELECT * FROM evaluation_target WHERE id = ?', Number(indicator.id));
  const { printed, operator, value, unit, decoded } = target;
  return { printed, operator, value, unit, decoded, places: places(store, 'evaluation_target', target) };
}

/** The quantities of a record by their role. */
function quantities(store: Store, key: string, owner: Row): Readonly<Record<string, unknown>> {
  const rows = records(store, `SELECT * FROM quantity WHERE ${key} = ? ORDER BY id`, Number(owner.id));
  return Object.fromEntries(
    rows.map((row) => [
      row.role,
      {
        printed: row.printed,
        unit: row.unit,
        measure: row.measure,
        reading: row.reading,
        value: row.value,
        step: row.step,
        edits: JSON.parse(String(row.edits)),
        places: places(store, 'quantity', row),
        confidence: row.confidence,
        status: row.status,
      },
    ]),
  );
}

function owned(store: Store, table: string, key: string, owner: Row): readonly Row[] {
  return records(store, `SELECT * FROM ${table} WHERE ${key} = ? ORDER BY ordinal`, Number(owner.id));
}

function places(store: Store, owner: string, row: Row): readonly Place[] {
  return owned(store, `${owner}_place`, `${owner}_id`, row).map(place);
}

function place(row: Row): Place {
  const [left, top, right, bottom] = [row.box_left, row.box_top, row.box_right, row.box_bottom].map((at) => at ?? null);
  const box =
    left === null ? null : { left: Number(left), top: Number(top), right: Number(right), bottom: Number(bottom) };
  return { page: Number(row.page), box };
}
