/** Claims and facts of the prose in the JSON contract. The fields are those of src/normalize/narrative/claim.ts. */
import { z } from 'zod';
import {
  CLAIM_ROLES,
  CLAIM_SUBJECTS,
  type Claim,
  type Comparison,
  FACT_KINDS,
  type Fact,
} from '../normalize/narrative/claim.js';
import { codeSchema, pathsSchema, phaseSchema, placesSchema, toCode, toPlace, yearSchema } from './parts.js';
import { quantitySchema, toNumbers, toQuantity } from './quantity.js';

const comparisonSchema = z.strictObject({ year: yearSchema, phase: phaseSchema });
const roleSchema = z.enum(CLAIM_ROLES);

export const claimSchema = z.strictObject({
  subject: z.enum(CLAIM_SUBJECTS),
  row: z
    .string()
    .nullable()
    .describe('member of a family (a source of revenue, a use); null where the subject says it all'),
  label: z.string().describe('the words that name the subject, as printed'),
  code: codeSchema.nullable(),
  phase: phaseSchema,
  year: yearSchema,
  numbers: z
    .partialRecord(roleSchema, quantitySchema)
    .describe(
      'amount; change and percent against the base; completion and share in percent; base: the amount compared with',
    ),
  direction: z.enum(['increase', 'decrease', 'unchanged', 'new', 'gone']).nullable(),
  bothSides: z.boolean(),
  against: comparisonSchema.nullable().describe('what change, percent and direction compare with'),
  completionOf: phaseSchema.describe('what completion is a percentage of'),
  relations: z.array(
    z.strictObject({
      to: comparisonSchema,
      is: z.enum(['greater', 'less', 'equal', 'about-equal']),
      printed: z.string(),
      places: placesSchema,
    }),
  ),
  shareOf: z
    .strictObject({ claim: z.int().min(0).nullable(), printed: z.string() })
    .nullable()
    .describe('what share is a share of: a claim by its index, or the words as printed'),
  partOf: z.int().min(0).nullable().describe('index of the claim that this one is a part of'),
  items: z.array(z.string()),
  reason: z.string().nullable(),
  parts: z
    .array(
      z.strictObject({
        label: z.string(),
        direction: z.enum(['increase', 'decrease', 'unchanged']),
        change: quantitySchema.nullable().describe('null where no amount is printed'),
      }),
    )
    .describe('the parts of change that the prose states beside it; they need not be complete'),
  purpose: z.string().nullable(),
  text: z.string().describe('the sentences as printed'),
  section: z.int(),
  paragraph: z.int(),
  places: placesSchema,
  figures: z.partialRecord(roleSchema, pathsSchema).describe('the cells that a number repeats'),
});

export const factSchema = z.strictObject({
  kind: z.enum(FACT_KINDS),
  subject: z.string().nullable(),
  label: z.string(),
  value: quantitySchema.nullable(),
  text: z.string(),
  date: z.string().nullable().describe('ISO date of a fact that holds at a day'),
  section: z.int(),
  places: placesSchema,
});

function toComparison({ year, phase }: Comparison): z.infer<typeof comparisonSchema> {
  return { year, phase };
}

function toFigures(figures: Claim['figures']): z.infer<typeof claimSchema>['figures'] {
  return Object.fromEntries(Object.entries(figures).map(([role, paths]) => [role, [...paths]]));
}

export function toClaim(from: Claim): z.infer<typeof claimSchema> {
  return {
    subject: from.subject,
    row: from.row,
    label: from.label,
    code: toCode(from.code),
    phase: from.phase,
    year: from.year,
    numbers: toNumbers(from.numbers),
    direction: from.direction,
    bothSides: from.bothSides,
    against: from.against === null ? null : toComparison(from.against),
    completionOf: from.completionOf,
    relations: from.relations.map(({ to, is, printed, places }) => ({
      to: toComparison(to),
      is,
      printed,
      places: places.map(toPlace),
    })),
    shareOf: from.shareOf === null ? null : { claim: from.shareOf.claim, printed: from.shareOf.printed },
    partOf: from.partOf,
    items: [...from.items],
    reason: from.reason,
    parts: from.parts.map(({ label, direction, change }) => ({
      label,
      direction,
      change: change === null ? null : toQuantity(change),
    })),
    purpose: from.purpose,
    text: from.text,
    section: from.section,
    paragraph: from.paragraph,
    places: from.places.map(toPlace),
    figures: toFigures(from.figures),
  };
}

export function toFact(from: Fact): z.infer<typeof factSchema> {
  const { kind, subject, label, text, date, section } = from;
  const value = from.value === null ? null : toQuantity(from.value);
  return { kind, subject, label, value, text, date, section, places: from.places.map(toPlace) };
}
