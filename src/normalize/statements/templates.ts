import { z } from 'zod';
import { type CodeScheme, type Panel, type Phase, STATEMENT_KINDS } from '../report.js';
import { readSeedJson } from '../seeds.js';

/*
 * The forms as data: seeds/templates/*.json. A budget officer can review them; a new form, heading or label is a line there.
 * All patterns run on the label form of a text (half-width, without blanks and quotation marks).
 */

const pattern = z.string().transform((text, context) => {
  try {
    return new RegExp(text, 'u');
  } catch (error) {
    context.addIssue({ code: 'custom', message: `a regular expression: ${String(error)}` });
    return z.NEVER;
  }
});

/** `other` is the absence of a form. */
const kind = z.enum(STATEMENT_KINDS).exclude(['other']);
const scheme = z.enum(['functional', 'department-economic', 'government-economic', 'revenue'] satisfies CodeScheme[]);

/**
 * A key of a column or row: words of small letters joined by '-'. Never digits alone: JavaScript moves whole-number keys to the front
 * of an object, and the figures of a row stand in printed order.
 */
export const slug = z
  .string()
  .regex(/^[a-z]+(-[a-z0-9]+)*$/, "a key of small letters joined by '-', which no whole number is");

const panel = z.enum(['revenue', 'expenditure'] satisfies Panel[]);
/** A column key, in two-sided forms with its panel: revenue.amount. */
const signatureKey = z.string().refine((key) => slug.safeParse(key.replace(/^(revenue|expenditure)\./, '')).success, {
  message: 'a column key, in two-sided forms behind "revenue." or "expenditure."',
});

const statementsSeed = z.strictObject({
  titlePrefixes: z.array(pattern),
  titleSuffixes: z.array(pattern),
  kinds: z.array(
    z.strictObject({
      kind,
      name: z.string(),
      titles: z.array(pattern),
      /** The form prints revenue on the left and expenditure on the right. */
      sided: z.boolean(),
      codes: z.array(scheme),
      /** The form is recognised when all column keys of one of these lists are there. */
      signatures: z.array(z.array(signatureKey)),
      /** Column keys in printed order, for grids whose header cannot be read column by column (text dumps). */
      orders: z.partialRecord(z.union([panel, z.literal('')]), z.array(z.array(slug))),
    }),
  ),
});

const columnsSeed = z.strictObject({
  codeHeads: z.array(pattern),
  /** Codes of bodies (126001), not of the classification: they are read as part of the row's label. */
  agencyCodeHeads: z.array(pattern),
  lineNumberHeads: z.array(pattern),
  labelHeads: z.array(pattern),
  phaseHeads: z.record(z.enum(['approved', 'adjusted', 'executed'] satisfies Phase[]), z.array(pattern)),
  amountHeads: z.array(pattern),
  keys: z.array(
    z.strictObject({
      /** Empty: every form. */
      kinds: z.array(kind),
      path: pattern,
      key: slug,
      /** The rule holds only where another column's path matches this. */
      besides: pattern.optional(),
    }),
  ),
});

const rowsSeed = z.strictObject({
  headMarks: z.array(z.string()),
  /** 类 款 项 run together with the 合计 beside it. */
  headMarkPrefix: pattern,
  totals: z.array(z.string()),
  emptyMarks: z.array(pattern),
  sublevel: pattern,
  rows: z.array(
    z.strictObject({
      kinds: z.array(kind),
      panel: panel.nullable(),
      label: pattern,
      key: slug,
      /** The rule holds in two-sided forms only. */
      sided: z.boolean().optional(),
    }),
  ),
  emptyNotes: z.array(pattern),
});

export type StatementTemplate = z.infer<typeof statementsSeed>['kinds'][number];

export function statementTemplates(): z.infer<typeof statementsSeed> {
  return readSeedJson('templates/statements.json', statementsSeed);
}

export function columnTemplates(): z.infer<typeof columnsSeed> {
  return readSeedJson('templates/columns.json', columnsSeed);
}

export function rowTemplates(): z.infer<typeof rowsSeed> {
  return readSeedJson('templates/rows.json', rowsSeed);
}

/** Whether any of the patterns matches. */
export function matchesAny(patterns: readonly RegExp[], text: string): boolean {
  return patterns.some((one) => one.test(text));
}
