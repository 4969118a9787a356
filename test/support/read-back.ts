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
