/**
 * The contract of `juesuan read FILE --json`: one JSON object for a report. Everything that reads juesuan's output
 * rests on this shape, so fields are added, never renamed. `juesuan schema` prints it as JSON Schema.
 */
import { z } from 'zod';
import type { GridCell } from './extract/document.js';
import type { Box, Place } from './extract/place.js';
import {
  type ClassificationCode,
  type Figure,
  type Finding,
  type Section,
  STATEMENT_KINDS,
  type Statement,
  type StatementRow,
} from './normalize/report.js';
import type { CheckResult, VerifiedReport } from './verify/check.js';

const fenSchema = z.int().describe('money in fen, 0.01 yuan');
const pageNumberSchema = z.int().min(1).describe('page, counted from 1');
const boxSchema = z
  .tuple([z.number(), z.number(), z.number(), z.number()])
  .nullable()
  .describe('[left, top, right, bottom] in points from the top left of the page as read; null in a plain-text dump');
const placeSchema = z.strictObject({ page: pageNumberSchema, box: boxSchema });
const panelSchema = z.enum(['revenue', 'expenditure']).nullable().describe('side of a two-sided form; null elsewhere');
const confidenceSchema = z
  .number()
  .min(0)
  .max(1)
  .nullable()
  .describe('lowest OCR confidence; null for text not from OCR');

const figureSchema = z.strictObject({
  printed: z.string().describe('the cell exactly as printed'),
  blank: z.boolean().describe('the cell is empty: not the same as zero'),
  reading: z.enum(['amount', 'blank', 'dash', 'unreadable']),
  amountFen: fenSchema.nullable(),
  stepFen: fenSchema.nullable().describe('worth in fen of one unit in the last printed place'),
  page: pageNumberSchema.nullable(),
  box: boxSchema,
  places: z.array(placeSchema).optional().describe('all places, when a page break cuts the cell'),
  confidence: confidenceSchema,
  status: z.enum(['verified', 'consistent', 'unverified', 'disputed', 'repaired']),
  edits: z.array(z.strictObject({ rule: z.string(), from: z.string(), to: z.string() })),
});

const codeSchema = z.strictObject({
  scheme: z.enum(['functional', 'department-economic', 'government-economic', 'revenue']),
  code: z.string(),
  printed: z.string(),
  match: z.enum(['known', 'other-name', 'unknown-code', 'unlikely']),
  catalogueName: z.string().nullable(),
});

const rowSchema = z.strictObject({
  panel: panelSchema,
  key: z.string(),
  label: z.string(),
  code: codeSchema.nullable(),
  places: z.array(placeSchema),
  figures: z.record(z.string(), figureSchema).describe('by column key, in printed order, blank cells included'),
});

const cellSchema = z.strictObject({
  row: z.int(),
  column: z.int(),
  rowSpan: z.int(),
  columnSpan: z.int(),
  text: z.string(),
  places: z.array(placeSchema),
  confidence: confidenceSchema,
});

const statementSchema = z.strictObject({
  kind: z.enum(STATEMENT_KINDS),
  title: z.string(),
  unit: z.string().nullable().describe('unit line as printed'),
  pages: z.array(pageNumberSchema),
  places: z.array(placeSchema),
  declaredEmpty: z.boolean().describe('the report says itself that the table has no data'),
  columns: z.array(
    z.strictObject({
      key: z.string(),
      header: z.string(),
      phase: z.enum(['approved', 'adjusted', 'executed']).nullable(),
      panel: panelSchema,
    }),
  ),
  rows: z.array(rowSchema),
  notes: z.array(z.string()),
  cells: z.array(cellSchema).optional().describe('the raw cells of an "other" statement'),
});

const sectionSchema = z.strictObject({
  id: z.int(),
  parent: z.int().nullable(),
  level: z.int(),
  number: z.string(),
  title: z.string(),
  page: pageNumberSchema,
  box: boxSchema,
  paragraphs: z.array(z.strictObject({ text: z.string(), places: z.array(placeSchema) })),
});

const checkSchema = z.strictObject({
  check: z.string(),
  subject: z.string(),
  outcome: z.enum(['exact', 'rounding', 'violation', 'not-applicable', 'unresolved']),
  leftFen: fenSchema.nullable(),
  rightFen: fenSchema.nullable(),
  gapFen: fenSchema.nullable().describe('left - right'),
  slackFen: z.number().min(0).nullable().describe('the largest gap that rounding explains, in fen; may be half a fen'),
  figures: z.array(z.string()).describe('paths <statement>/<row>/<column key>, indexes from 0'),
});

const findingSchema = z.strictObject({
  check: z.string(),
  severity: z.enum(['error', 'warning', 'note']),
  message: z.string(),
  places: z.array(placeSchema),
  figures: z.array(z.string()),
});

const notYetRead = z.array(z.record(z.string(), z.unknown()));

/** The JSON contract of a report. */
export const reportJsonSchema = z.strictObject({
  source: z.strictObject({
    file: z.string(),
    sha256: z.string(),
    format: z.enum(['pdf', 'text']),
    pages: z.int().describe('number of pages'),
    pageList: z.array(
      z.strictObject({
        number: pageNumberSchema,
        width: z.number().describe('points'),
        height: z.number().describe('points'),
        condition: z.enum(['read', 'blank', 'needs-ocr']),
        reason: z.string().nullable(),
      }),
    ),
  }),
  kind: z.enum(['final-accounts', 'budget']).nullable(),
  scope: z.enum(['department', 'unit']).nullable(),
  fiscalYear: z.int().nullable(),
  agency: z.strictObject({ name: z.string() }).nullable(),
  region: z.strictObject({ code: z.string(), name: z.string() }).nullable(),
  statements: z.array(statementSchema),
  sections: z.array(sectionSchema),
  claims: notYetRead.describe('numbers stated in the prose; empty in this version'),
  facts: notYetRead.describe('other facts of the prose; empty in this version'),
  evaluations: notYetRead.describe('project self-evaluation tables; empty in this version'),
  checks: z.array(checkSchema),
  findings: z.array(findingSchema),
});

/** A report as `juesuan read FILE --json` prints it. */
export type ReportJson = z.infer<typeof reportJsonSchema>;
type PlaceJson = z.infer<typeof placeSchema>;
type BoxJson = z.infer<typeof boxSchema>;

/** Two decimals of a point are far below what a page can show, and keep the output small. */
function round(points: number): number {
  return Math.round(points * 100) / 100;
}

function toBox(from: Box | null): BoxJson {
  return from === null ? null : [round(from.left), round(from.top), round(from.right), round(from.bottom)];
}

function toPlace(from: Place): PlaceJson {
  return { page: from.page, box: toBox(from.box) };
}

function toFigure(from: Figure): z.infer<typeof figureSchema> {
  const first = from.places[0];
  return {
    printed: from.printed,
    blank: from.reading === 'blank',
    reading: from.reading,
    amountFen: from.amount?.fen ?? null,
    stepFen: from.amount?.stepFen ?? null,
    page: first?.page ?? null,
    box: toBox(first?.box ?? null),
    ...(from.places.length > 1 ? { places: from.places.map(toPlace) } : {}),
    confidence: from.confidence,
    status: from.status,
    edits: from.edits.map(({ rule, from: before, to }) => ({ rule, from: before, to })),
  };
}

function toCode({ scheme, code, printed, match, catalogueName }: ClassificationCode): z.infer<typeof codeSchema> {
  return { scheme, code, printed, match, catalogueName };
}

function toRow(from: StatementRow): z.infer<typeof rowSchema> {
  return {
    panel: from.panel,
    key: from.key,
    label: from.label,
    code: from.code === null ? null : toCode(from.code),
    places: from.places.map(toPlace),
    figures: Object.fromEntries(Object.entries(from.figures).map(([key, value]) => [key, toFigure(value)])),
  };
}

function toCell(from: GridCell): z.infer<typeof cellSchema> {
  const { row, column, rowSpan, columnSpan, text, confidence } = from;
  return { row, column, rowSpan, columnSpan, text, places: from.places.map(toPlace), confidence };
}

function toStatement(from: Statement): z.infer<typeof statementSchema> {
  return {
    kind: from.kind,
    title: from.title,
    unit: from.unit,
    pages: [...from.pages],
    places: from.places.map(toPlace),
    declaredEmpty: from.declaredEmpty,
    columns: from.columns.map(({ key, header, phase, panel }) => ({ key, header, phase, panel })),
    rows: from.rows.map(toRow),
    notes: [...from.notes],
    ...(from.kind === 'other' ? { cells: from.cells.map(toCell) } : {}),
  };
}

function toSection(from: Section): z.infer<typeof sectionSchema> {
  const { id, parent, level, number, title } = from;
  const paragraphs = from.paragraphs.map(({ text, places }) => ({ text, places: places.map(toPlace) }));
  return { id, parent, level, number, title, ...toPlace(from.place), paragraphs };
}

function toCheck(from: CheckResult): z.infer<typeof checkSchema> {
  const { check, subject, outcome, leftFen, rightFen, gapFen, slackFen } = from;
  return { check, subject, outcome, leftFen, rightFen, gapFen, slackFen, figures: [...from.figures] };
}

function toFinding({ check, severity, message, places, figures }: Finding): z.infer<typeof findingSchema> {
  return { check, severity, message, places: places.map(toPlace), figures: [...figures] };
}

/** The report in the shape of the JSON contract: boxes as [l, t, r, b] rounded to 0.01 point, money in fen. Pure. */
export function toReportJson(report: VerifiedReport): ReportJson {
  const { file, sha256, format, pages } = report.source;
  return {
    source: {
      file,
      sha256,
      format,
      pages: pages.length,
      pageList: pages.map(({ number, width, height, condition, reason }) => ({
        number,
        width: round(width),
        height: round(height),
        condition,
        reason,
      })),
    },
    kind: report.kind,
    scope: report.scope,
    fiscalYear: report.fiscalYear,
    agency: report.agency === null ? null : { name: report.agency.name },
    region: report.region === null ? null : { code: report.region.code, name: report.region.name },
    statements: report.statements.map(toStatement),
    sections: report.sections.map(toSection),
    claims: [],
    facts: [],
    evaluations: [],
    checks: report.checks.map(toCheck),
    findings: report.findings.map(toFinding),
  };
}
