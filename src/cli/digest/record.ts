import { z } from 'zod';

/** A list that is not whole: how many there are, and the first of them. */
const listOf = <Item extends z.ZodType>(item: Item) => z.strictObject({ count: z.number(), listed: z.array(item) });

const finding = z.strictObject({
  check: z.string(),
  severity: z.enum(['error', 'warning', 'note']),
  diagnosis: z.string().nullable(),
  /** Chinese; every number with the page on which it is printed. */
  message: z.string(),
  pages: z.array(z.number()),
});

const report = z.strictObject({
  report: z.number(),
  file: z.string(),
  sha256: z.string(),
  /** The address it was fetched from. */
  url: z.string().nullable(),
  agency: z.string().nullable(),
  region: z.string().nullable(),
  fiscalYear: z.number().nullable(),
  kind: z.enum(['final-accounts', 'budget']).nullable(),
  scope: z.enum(['department', 'unit']).nullable(),
  pages: z.number(),
  pagesUnread: z.number(),
  figures: z.number(),
  verified: z.number(),
  consistent: z.number(),
  unverified: z.number(),
  disputed: z.number(),
  repaired: z.number(),
  errors: z.number(),
  warnings: z.number(),
});

const revision = report.extend({
  /** The report that it replaces, how many numbers both have alike, and what differs. */
  replaces: z.number(),
  unchanged: z.number(),
  changes: listOf(finding),
});

const failure = z.strictObject({
  run: z.number(),
  file: z.string(),
  sha256: z.string().nullable(),
  state: z.string(),
  errorClass: z.string().nullable(),
  reason: z.string().nullable(),
  remedy: z.string().nullable(),
  /** In how many runs the same bytes failed. */
  attempts: z.number(),
  /** `next-import` reads it again; `retry`: only `juesuan retry` does, or an import when the bytes or the program change. */
  readAgainBy: z.enum(['next-import', 'retry']),
});

/** Content that an earlier run, or one of these, failed on, and that imports pass over since. */
const quarantined = z.strictObject({
  /** The run that read it last, and when. */
  run: z.number(),
  since: z.string(),
  file: z.string(),
  sha256: z.string(),
  attempts: z.number(),
  errorClass: z.string(),
  reason: z.string(),
  remedy: z.string().nullable(),
  readAgainBy: z.literal('retry'),
});

const run = z.strictObject({
  run: z.number(),
  state: z.enum(['running', 'done', 'interrupted', 'broken-off']),
  startedAt: z.string(),
  endedAt: z.string(),
  seconds: z.number(),
  programVersion: z.string(),
  ocr: z.string(),
  documents: z.number(),
  skipped: z.number(),
});

/** What imports brought, for machines (`juesuan digest --json`). The order of the keys and lists is fixed; a change of the shape changes `format`. */
export const digestSchema = z.strictObject({
  format: z.literal(1),
  database: z.string(),
  since: z.string().nullable(),
  runs: z.array(run),
  totals: z.strictObject({
    documents: z.number(),
    skipped: z.number(),
    new: z.number(),
    revised: z.number(),
    readAgain: z.number(),
    failed: z.number(),
    errors: z.number(),
    warnings: z.number(),
    pages: z.number(),
    ocrPages: z.number(),
    /** Of the documents, added up; several are in work at the same time. */
    seconds: z.number(),
    engines: z.array(z.strictObject({ engine: z.string(), documents: z.number() })),
  }),
  new: listOf(report),
  revised: listOf(revision),
  contradictions: listOf(
    report
      .pick({ report: true, file: true, agency: true, fiscalYear: true, kind: true, scope: true })
      .extend({ findings: listOf(finding) }),
  ),
  failed: listOf(failure),
  /** Of all runs, not only of these: what stands in quarantine for this version of the program. */
  quarantine: listOf(quarantined),
  missedAddresses: listOf(
    z.strictObject({
      url: z.string(),
      state: z.enum(['waiting', 'failed']),
      error: z.string(),
      attempts: z.number(),
      nextAttemptAt: z.string().nullable(),
    }),
  ),
});

export type Digest = z.infer<typeof digestSchema>;
