/**
 * The contract of `juesuan read FILE --json`: one JSON object for a report. Everything that reads juesuan's output
 * rests on this shape, so fields are added, never renamed. `juesuan schema` prints it as JSON Schema.
 */
import { z } from 'zod';
import type { GridCell } from './extract/document.js';
import {
  DIAGNOSES,
  type Figure,
  type Finding,
  type PageRecord,
  type Section,
  STATEMENT_KINDS,
  type Statement,
  type StatementRow,
} from './normalize/report.js';
import { evaluationSchema, toEvaluation } from './report-json/evaluation.js';
import { claimSchema, factSchema, toClaim, toFact } from './report-json/narrative.js';
import {
  ocrReadingsSchema,
  pageOcrSchema,
  repairSchema,
  toOcrReadings,
  toPageOcr,
  toRepair,
} from './report-json/ocr.js';
import {
  boxSchema,
  codeSchema,
  confidenceSchema,
  editsSchema,
  fenSchema,
  measureSchema,
  pageNumberSchema,
  pathsSchema,
  phaseSchema,
  placesSchema,
  readingSchema,
  round,
  statusSchema,
  toCode,
  toEdits,
  toPlace,
  toValuePlaces,
} from './report-json/parts.js';
import type { CheckResult, VerifiedReport } from './verify/check.js';

const panelSchema = z.enum(['revenue', 'expenditure']).nullable().describe('side of a two-sided form; null elsewhere');

const figureSchema = z.strictObject({
  printed: z.string().describe('the cell exactly as printed'),
  blank: z.boolean().describe('the cell is empty: not the same as zero'),
  reading: readingSchema,
  amountFen: fenSchema.nullable(),
  stepFen: fenSchema.nullable().describe('worth in fen of one unit in the last printed place'),
  page: pageNumberSchema.nullable(),
  box: boxSchema,
  places: placesSchema.optional().describe('all places, when a page break cuts the cell'),
  confidence: confidenceSchema,
  status: statusSchema,
  edits: editsSchema,
  readings: ocrReadingsSchema.optional(),
  repair: repairSchema.optional(),
});

const rowSchema = z.strictObject({
  panel: panelSchema,
  key: z.string(),
  label: z.string(),
  code: codeSchema.nullable(),
  places: placesSchema,
  figures: z.record(z.string(), figureSchema).describe('by column key, in printed order, blank cells included'),
  edits: editsSchema.optional().describe('corrections of code and label as they were read from a picture'),
});

const cellSchema = z.strictObject({
  row: z.int(),
  column: z.int(),
  rowSpan: z.int(),
  columnSpan: z.int(),
  text: z.string(),
  places: placesSchema,
  confidence: confidenceSchema,
  readings: ocrReadingsSchema.optional(),
});

const statementSchema = z.strictObject({
  kind: z.enum(STATEMENT_KINDS),
  title: z.string(),
  unit: z.string().nullable().describe('unit line as printed'),
  pages: z.array(pageNumberSchema),
  places: placesSchema,
  declaredEmpty: z.boolean().describe('the report says itself that the table has no data'),
  columns: z.array(
    z.strictObject({
      key: z.string(),
      header: z.string(),
      phase: phaseSchema,
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
  paragraphs: z.array(z.strictObject({ text: z.string(), places: placesSchema })),
});

const checkSchema = z.strictObject({
  check: z.string(),
  subject: z.string(),
  outcome: z.enum(['exact', 'rounding', 'violation', 'not-applicable', 'unresolved']),
  measure: measureSchema.describe('what was compared; the amounts in fen are null for everything but money'),
  left: z.string().nullable().describe('the left side for people, where it is no sum of money: "71.73 %"'),
  right: z.string().nullable(),
  leftFen: fenSchema.nullable(),
  rightFen: fenSchema.nullable(),
  gapFen: fenSchema.nullable().describe('left - right'),
  slackFen: z.number().min(0).nullable().describe('the largest gap that rounding explains, in fen; may be half a fen'),
  figures: pathsSchema,
});

const findingSchema = z.strictObject({
  check: z.string(),
  severity: z.enum(['error', 'warning', 'note']),
  message: z.string(),
  places: placesSchema,
  figures: pathsSchema,
  diagnosis: z.enum(DIAGNOSES).optional().describe('what is probably behind it'),
});

const pageSchema = z.strictObject({
  number: pageNumberSchema,
  width: z.number().describe('points'),
  height: z.number().describe('points'),
  condition: z.enum(['read', 'blank', 'needs-ocr']),
  reason: z.string().nullable().describe('why it was not read, or not from its text layer'),
  ocr: pageOcrSchema.optional(),
});

/** The JSON contract of a report. */
export const reportJsonSchema = z.strictObject({
  source: z.strictObject({
    file: z.string(),
    sha256: z.string(),
    format: z.enum(['pdf', 'text', 'image']),
    pages: z.int().describe('number of pages'),
    pageList: z.array(pageSchema),
  }),
  kind: z.enum(['final-accounts', 'budget']).nullable(),
  scope: z.enum(['department', 'unit']).nullable(),
  fiscalYear: z.int().nullable(),
  agency: z.strictObject({ name: z.string() }).nullable(),
  region: z.strictObject({ code: z.string(), name: z.string() }).nullable(),
  statements: z.array(statementSchema),
  sections: z.array(sectionSchema),
  claims: z.array(claimSchema).describe('amounts that the prose states'),
  facts: z.array(factSchema).describe('what else the prose states: counts, duties, units, staff, terms'),
  evaluations: z.array(evaluationSchema).describe('project self-evaluation tables'),
  checks: z.array(checkSchema),
  findings: z.array(findingSchema),
});

/** A report as `juesuan read FILE --json` prints it. */
export type ReportJson = z.infer<typeof reportJsonSchema>;

function toFigure(from: Figure): z.infer<typeof figureSchema> {
  return {
    printed: from.printed,
    blank: from.reading === 'blank',
    reading: from.reading,
    amountFen: from.amount?.fen ?? null,
    stepFen: from.amount?.stepFen ?? null,
    ...toValuePlaces(from.places),
    confidence: from.confidence,
    status: from.status,
    edits: toEdits(from.edits),
    ...(from.readings === undefined ? {} : { readings: toOcrReadings(from.readings) }),
    ...(from.repair === undefined ? {} : { repair: toRepair(from.repair) }),
  };
}

function toRow(from: StatementRow): z.infer<typeof rowSchema> {
  return {
    panel: from.panel,
    key: from.key,
    label: from.label,
    code: toCode(from.code),
    places: from.places.map(toPlace),
    figures: Object.fromEntries(Object.entries(from.figures).map(([key, value]) => [key, toFigure(value)])),
    ...(from.edits === undefined ? {} : { edits: toEdits(from.edits) }),
  };
}

function toCell(from: GridCell): z.infer<typeof cellSchema> {
  const { row, column, rowSpan, columnSpan, text, confidence, readings } = from;
  const cell = { row, column, rowSpan, columnSpan, text, places: from.places.map(toPlace), confidence };
  return readings === undefined ? cell : { ...cell, readings: toOcrReadings(readings) };
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
  const { check, subject, outcome, measure, left, right, leftFen, rightFen, gapFen, slackFen } = from;
  const sides = { left, right, leftFen, rightFen, gapFen, slackFen };
  return { check, subject, outcome, measure, ...sides, figures: [...from.figures] };
}

function toFinding(from: Finding): z.infer<typeof findingSchema> {
  const { check, severity, message, places, figures, diagnosis } = from;
  const found = { check, severity, message, places: places.map(toPlace), figures: [...figures] };
  return diagnosis === undefined ? found : { ...found, diagnosis };
}

function toPage({ number, width, height, condition, reason, ocr }: PageRecord): z.infer<typeof pageSchema> {
  const page = { number, width: round(width), height: round(height), condition, reason };
  return ocr === undefined ? page : { ...page, ocr: toPageOcr(ocr) };
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
      pageList: pages.map(toPage),
    },
    kind: report.kind,
    scope: report.scope,
    fiscalYear: report.fiscalYear,
    agency: report.agency === null ? null : { name: report.agency.name },
    region: report.region === null ? null : { code: report.region.code, name: report.region.name },
    statements: report.statements.map(toStatement),
    sections: report.sections.map(toSection),
    claims: report.claims.map(toClaim),
    facts: report.facts.map(toFact),
    evaluations: report.evaluations.map(toEvaluation),
    checks: report.checks.map(toCheck),
    findings: report.findings.map(toFinding),
  };
}
