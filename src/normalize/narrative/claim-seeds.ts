import { z } from 'zod';
import type { Phase } from '../printed.js';
import { readSeedJson } from '../seeds.js';
import { slug } from '../statements/templates.js';
import { mayMatch } from '../text/required-words.js';
import { CLAIM_SUBJECTS, type Direction, type Relation } from './claim.js';

/*
 * The words of the prose as data: seeds/narrative/*.json. All patterns run on the form of a text (half width, no blanks, no
 * quotation marks). They are compiled once, when the first report is read.
 */

/** Kinds of headings that decide what an amount below them is about. `none`: a heading that says nothing of it. */
export const SCOPES = [
  'excluded',
  'three-public',
  'operating-funds',
  'procurement',
  'assets',
  'performance',
  'government-funds',
  'state-capital',
  'basic',
  'fiscal-basic',
  'fiscal',
  'general-budget',
  'carry-over',
  'overall',
  'revenue',
  'expenditure',
  'none',
] as const;
export type Scope = (typeof SCOPES)[number];

const pattern = z.string().transform((text, context) => {
  try {
    return new RegExp(text, 'u');
  } catch (error) {
    context.addIssue({ code: 'custom', message: `a regular expression: ${String(error)}` });
    return z.NEVER;
  }
});
const subject = z.enum(CLAIM_SUBJECTS);
const scope = z.enum(SCOPES);

const subjectsSeed = z
  .strictObject({
    origin: z.string(),
    tail: z.string(),
    subjects: z.array(
      z.strictObject({
        subject,
        row: slug.nullable().default(null),
        label: z.string().min(1),
        scopes: z.array(scope).nullable().default(null),
        bare: z.boolean().default(false),
        joined: z.boolean().default(false),
      }),
    ),
    parts: z.partialRecord(subject, z.array(subject)),
  })
  .transform(({ tail, subjects, parts }) => ({
    parts,
    subjects: subjects.map((line) => ({
      ...line,
      /** Whether a text has the words without which the pattern cannot match, and need not be tried. */
      mayMatch: mayMatch(line.label),
      label: new RegExp(`(?<name>${line.label})(?:${tail})$`, 'u'),
    })),
    tail: new RegExp(`(?:${tail})$`, 'u'),
  }));

const scopesSeed = z.strictObject({
  origin: z.string(),
  headings: z.array(z.strictObject({ scope, heading: pattern })),
  lines: z.array(z.strictObject({ scope, line: pattern, from: z.array(scope) })),
  functions: z.partialRecord(scope, subject),
});

const phase = z.enum(['approved', 'adjusted', 'executed'] satisfies Phase[]);
const direction = z.enum(['increase', 'decrease', 'unchanged', 'new', 'gone'] satisfies Direction[]);
const relation = z.enum(['greater', 'less', 'equal', 'about-equal'] satisfies Relation['is'][]);

const wordsSeed = z
  .strictObject({
    origin: z.string(),
    directions: z.array(z.strictObject({ direction: direction.nullable(), word: z.string() })),
    directionTail: z.string(),
    same: z.string(),
    aboutSame: pattern,
    relations: z.array(z.strictObject({ is: relation, word: z.string() })),
    compared: z.string(),
    prior: pattern,
    phases: z.array(z.strictObject({ phase, word: pattern })),
    fundNames: z.string(),
    completed: pattern,
    share: pattern,
    both: pattern,
    openers: pattern,
    among: pattern,
    reason: pattern,
    purpose: pattern,
    /** A clause without an amount that may name what the next one speaks of. */
    topic: pattern,
    /** A paragraph without an amount that may speak of one before it. */
    worthReading: pattern,
    items: pattern,
    goesOn: pattern,
    noise: pattern,
    otherNames: pattern,
    bodyEnd: pattern,
    generic: pattern,
    threshold: z.strictObject({ before: pattern, after: pattern }),
    listEnd: pattern,
    /** A note of the “三公” table, without blanks: its 预算数 is the budget after adjustments. */
    fullYearNote: pattern,
  })
  .transform((words) => ({
    ...words,
    directions: words.directions.map((line) => ({
      direction: line.direction,
      word: new RegExp(`(?:${line.word})${words.directionTail}$`, 'u'),
    })),
    /** 与上年预算数持平, 比2024年预算持平, 收入支出总计持平. */
    same: new RegExp(`(?:${words.same})`, 'u'),
    /** 决算数小于预算数, 本年数小于上年预算数, 大于上年决算数. */
    relations: words.relations.map((line) => ({
      is: line.is,
      word: new RegExp(
        `(?:${line.word})(?<what>(?:年初|全年|调整后?|上年度?|20\\d\\d年度?)?的?(?:预算|决算|执行)(?:数|金额)?|上年(?:数)?|年初数)`,
        'u',
      ),
    })),
    compared: new RegExp(words.compared, 'u'),
    fundNames: new RegExp(words.fundNames, 'gu'),
  }));

/** Subjects of amounts in order, and which of them are parts of which. */
export function subjectWords() {
  return readSeedJson('narrative/subjects.json', subjectsSeed);
}

/** What headings say of the amounts below them. */
export function scopeWords() {
  return readSeedJson('narrative/claims-scopes.json', scopesSeed);
}

/** Words that compare, explain and list. */
export function claimWords() {
  return readSeedJson('narrative/claims-words.json', wordsSeed);
}
