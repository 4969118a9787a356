import fc from 'fast-check';
import type { OcrReading, PageOcr } from '../../src/extract/document.js';
import type { Place } from '../../src/extract/place.js';
import { quantitiesOf } from '../../src/normalize/quantities.js';
import {
  DIAGNOSES,
  type Figure,
  type Finding,
  type PageRecord,
  type Section,
  type Statement,
  type StatementRow,
} from '../../src/normalize/report.js';
import type { CheckResult, VerifiedReport } from '../../src/verify/check.js';
import { anyClaims, anyEvaluations, anyFacts, type Stock } from './narrative-arbitrary.js';
import { aColumn, aHash, aPage } from './report-factory.js';

const PAGES = 5;
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom('年初结转和结余', 'it\'s "quoted"', '%_\\', '本年支出合计 2,566.19'),
);
const confidence = fc.option(fc.double({ min: 0, max: 1, noNaN: true }).map((value) => value + 0));
const fen = fc.oneof(
  fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }),
  fc.maxSafeInteger(),
  fc.constantFrom(0, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER),
);
const point = fc.double({ min: -10, max: 2000, noNaN: true }).map((value) => value + 0);
const place: fc.Arbitrary<Place> = fc.record({
  page: fc.integer({ min: 1, max: PAGES }),
  box: fc.option(fc.record({ left: point, top: point, right: point, bottom: point })),
});
const places = fc.array(place, { minLength: 1, maxLength: 3 });
const anyPlaces = fc.array(place, { maxLength: 2 });
const edit = fc.record({ rule: text, from: text, to: text });
const score = fc.double({ min: 0, max: 1, noNaN: true }).map((value) => value + 0);
const ocrReading: fc.Arbitrary<OcrReading> = fc.record({
  engine: fc.constantFrom('pp-ocrv4', 'tesseract'),
  text,
  confidence: score,
});
/** Of what stands in a picture: several readings, or none; `null` of a text layer. */
const readings = fc.option(fc.array(ocrReading, { maxLength: 3 }));
const amount = fc.record({ fen, stepFen: fc.constantFrom(1, 100, 10_000, 1_000_000) });
const repair = fc.record({
  read: fc.option(amount),
  checks: fc.array(text, { maxLength: 3 }),
  reading: fc.option(ocrReading),
});

const figure: fc.Arbitrary<Figure> = fc
  .record({
    printed: text,
    value: fc.oneof(
      fc.record({
        reading: fc.constant('amount' as const),
        amount,
      }),
      fc.record({
        reading: fc.constantFrom('blank' as const, 'dash' as const, 'unreadable' as const),
        amount: fc.constant(null),
      }),
    ),
    edits: fc.array(edit, { maxLength: 2 }),
    places,
    confidence,
    status: fc.constantFrom('verified', 'consistent', 'unverified', 'disputed', 'repaired'),
    readings,
    repair: fc.option(repair),
  })
  .map(({ value, readings, repair, ...rest }) => ({
    ...rest,
    ...value,
    ...(readings === null ? {} : { readings }),
    ...(rest.status === 'repaired' && repair !== null ? { repair } : {}),
  }));

const KEYS = ['total', 'basic', 'project', 'amount'];
const panel = fc.option(fc.constantFrom('revenue' as const, 'expenditure' as const));
const code = fc.record({
  scheme: fc.constantFrom('functional', 'department-economic', 'government-economic', 'revenue'),
  code: fc.stringMatching(/^\d{3,7}$/),
  printed: text,
  match: fc.constantFrom('known', 'other-name', 'unknown-code', 'unlikely'),
  catalogueName: fc.option(text),
});
const row: fc.Arbitrary<StatementRow> = fc
  .record({
    panel,
    key: text,
    label: text,
    code: fc.option(code),
    figures: fc
      .uniqueArray(fc.tuple(fc.constantFrom(...KEYS), figure), { selector: ([key]) => key, maxLength: 4 })
      .map((entries) => Object.fromEntries(entries)),
    // A row of “三公” in its wide form has no label, hence no place of its own.
    places: anyPlaces,
    edits: fc.option(fc.array(edit, { maxLength: 2 })),
  })
  .map(({ edits, ...rest }) => ({ ...rest, ...(edits === null ? {} : { edits }) }));
const cell = fc
  .record({
    row: fc.nat(50),
    column: fc.nat(20),
    rowSpan: fc.integer({ min: 1, max: 4 }),
    columnSpan: fc.integer({ min: 1, max: 4 }),
    text,
    places: anyPlaces,
    confidence,
    readings,
  })
  .map(({ readings, ...rest }) => ({ ...rest, ...(readings === null ? {} : { readings }) }));
const statement: fc.Arbitrary<Statement> = fc.record({
  kind: fc.constantFrom('expenditure', 'appropriations', 'three-public', 'other'),
  title: text,
  unit: fc.option(text),
  pages: fc.uniqueArray(fc.integer({ min: 1, max: PAGES })),
  places: anyPlaces,
  declaredEmpty: fc.boolean(),
  // Both panels have every key, as in 财政拨款收入支出决算总表, and so has a table without panels.
  columns: fc.constant(
    [null, 'revenue' as const, 'expenditure' as const].flatMap((side) =>
      KEYS.map((key) => aColumn(key, { panel: side })),
    ),
  ),
  rows: fc.array(row, { maxLength: 4 }),
  notes: fc.array(text, { maxLength: 2 }),
  cells: fc.array(cell, { maxLength: 3 }),
});

/** Paths of all figures: what checks and findings may point at. */
function figurePaths(statements: readonly Statement[]): readonly string[] {
  return statements.flatMap(({ rows }, at) =>
    rows.flatMap(({ figures }, index) => Object.keys(figures).map((key) => `${at}/${index}/${key}`)),
  );
}

const paths = (known: readonly string[]) =>
  known.length === 0 ? fc.constant([]) : fc.array(fc.constantFrom(...known), { maxLength: 4 });

const check = (known: readonly string[]): fc.Arbitrary<CheckResult> =>
  fc.record({
    check: text,
    subject: text,
    outcome: fc.constantFrom('exact', 'rounding', 'violation', 'not-applicable', 'unresolved'),
    measure: fc.constantFrom('money', 'percent', 'count', 'score'),
    left: fc.option(text),
    right: fc.option(text),
    leftFen: fc.option(fen),
    rightFen: fc.option(fen),
    gapFen: fc.option(fen),
    slackFen: fc.option(fc.nat(1_000_000).map((halves) => halves / 2)),
    figures: paths(known),
  });

const finding = (known: readonly string[]): fc.Arbitrary<Finding> =>
  fc
    .record({
      check: text,
      severity: fc.constantFrom('error', 'warning', 'note'),
      message: text,
      places: anyPlaces,
      figures: paths(known),
      diagnosis: fc.option(fc.constantFrom(...DIAGNOSES)),
    })
    .map(({ diagnosis, ...rest }) => (diagnosis === null ? rest : { ...rest, diagnosis }));

/** Section `id` hangs below any one with a smaller number. */
const anySections: fc.Arbitrary<Section[]> = fc
  .array(
    fc.record({
      level: fc.integer({ min: 1, max: 6 }),
      number: text,
      title: text,
      place,
      paragraphs: fc.array(fc.record({ text, places: anyPlaces }), { maxLength: 3 }),
      above: fc.option(fc.nat(100)),
    }),
    { maxLength: 5 },
  )
  .map((items) =>
    items.map(({ above, ...section }, id) => ({
      id,
      parent: above === null || id === 0 ? null : above % id,
      ...section,
    })),
  );

const stock: Stock = { text, integer: fen, confidence, places, anyPlaces, code };

/** What checks and findings may point at, with what they may say of it. */
const body = fc
  .tuple(fc.array(statement, { maxLength: 3 }), anySections)
  .chain(([statements, sections]) =>
    fc.record({
      statements: fc.constant(statements),
      sections: fc.constant(sections),
      claims: anyClaims(stock, sections, figurePaths(statements)),
      facts: anyFacts(stock, sections),
      evaluations: anyEvaluations(stock, statements.length, PAGES),
    }),
  )
  .chain((parts) => {
    const known = [...figurePaths(parts.statements), ...quantitiesOf(parts).map(([path]) => path)];
    return fc.record({
      parts: fc.constant(parts),
      checks: fc.array(check(known), { maxLength: 3 }),
      findings: fc.array(finding(known), { maxLength: 3 }),
    });
  });

const pageOcr: fc.Arbitrary<PageOcr> = fc.record({
  engine: text,
  model: text,
  dpi: point,
  turn: fc.constantFrom(0, 1, 2, 3),
  skew: point,
  lowQuality: fc.boolean(),
});

/** The last page is unread; of the others any may have been read from its picture. */
const anyPages: fc.Arbitrary<PageRecord[]> = fc
  .array(fc.option(pageOcr), { minLength: PAGES - 1, maxLength: PAGES - 1 })
  .map((read) => [
    ...read.map((ocr, at) => aPage(at + 1, ocr === null ? {} : { ocr })),
    aPage(PAGES, { condition: 'needs-ocr', reason: 'no text layer' }),
  ]);

/** Any report that keeps the promises of its types. */
export const anyReport: fc.Arbitrary<VerifiedReport> = fc
  .record({
    source: fc.record({
      file: text,
      sha256: fc.nat(1000).map(aHash),
      format: fc.constantFrom('pdf', 'text', 'image'),
      pages: anyPages,
    }),
    kind: fc.option(fc.constantFrom('final-accounts', 'budget')),
    scope: fc.option(fc.constantFrom('department', 'unit')),
    fiscalYear: fc.option(fc.integer({ min: 2000, max: 2099 })),
    agency: fc.option(fc.record({ name: text })),
    region: fc.option(fc.record({ code: fc.stringMatching(/^\d{6}$/), name: text })),
    body,
  })
  .map(({ body: { parts, checks, findings }, ...identity }) => ({ ...identity, ...parts, checks, findings }));
