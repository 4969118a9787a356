import { z } from 'zod';
import { readSeedJson } from '../seeds.js';

/** A regular expression in a seed file, compiled once; a broken one is a fault of the seed, reported with its path. */
const pattern = z.string().transform((source, context) => {
  try {
    return new RegExp(source, 'u');
  } catch (error) {
    context.addIssue({ code: 'custom', message: `a regular expression (${String(error)})` });
    return z.NEVER;
  }
});

const formsSchema = z.object({
  forms: z.array(z.object({ level: z.number().int().min(1).max(6), pattern })),
  tableLabel: pattern,
});

const titlesSchema = z.object({
  parts: z.array(pattern),
  unnumbered: z.array(z.object({ pattern, level: z.number().int().min(1).max(6) })),
  runIn: z.array(z.string()),
  trailingStop: pattern,
  continuations: z.array(z.string()).transform((words) => new Set(words)),
  leadIn: pattern,
  sentenceStart: pattern,
});

const contentsSchema = z.object({
  titles: z.array(z.string()).transform((words) => new Set(words)),
  halves: z.tuple([z.string(), z.string()]),
  debris: z.array(pattern),
});

const rowsSchema = z.object({ labels: z.array(z.string()).transform((words) => new Set(words)) });

const identitySchema = z.object({
  agencyLabels: z.array(z.string()),
  moneyUnits: pattern,
  organisationEnds: z.array(z.string()),
  organisationSuffixes: z.array(z.string()),
  partyPrefixes: z.array(z.string()),
  documentWords: z.array(z.string()),
  departmentScope: z.array(z.string()),
  unitScope: z.array(z.string()),
  placeholders: pattern,
  proseBlanks: pattern,
});

/** Heading forms 第一部分, 一、 … with their level, and the label 公开01表 of a table. */
export const headingForms = (): z.output<typeof formsSchema> => readSeedJson('headings/forms.json', formsSchema);

/** Words and endings of section titles. */
export const titleWords = (): z.output<typeof titlesSchema> => readSeedJson('headings/titles.json', titlesSchema);

/** Words of contents lists 目录 and the debris that Word leaves in them. */
export const contentsWords = (): z.output<typeof contentsSchema> =>
  readSeedJson('headings/contents.json', contentsSchema);

/** Labels of table rows that carry an ordinal like a heading. */
export const rowLabels = (): ReadonlySet<string> => readSeedJson('headings/rows.json', rowsSchema).labels;

/** Words that say what a report is (决算, 预算), of which scope, and whose. */
export const identityWords = (): z.output<typeof identitySchema> =>
  readSeedJson('headings/identity.json', identitySchema);
