import fc from 'fast-check';
import type { Place } from '../../src/extract/place.js';
import { type Evaluation, FUND_COLUMNS, INDICATOR_COLUMNS } from '../../src/normalize/evaluation/evaluation.js';
import {
  CLAIM_ROLES,
  CLAIM_SUBJECTS,
  type Claim,
  type ClaimRole,
  FACT_KINDS,
  type Fact,
} from '../../src/normalize/narrative/claim.js';
import type { ClassificationCode, Quantity } from '../../src/normalize/printed.js';

/** What the arbitrary claims, facts and evaluations of a report are made of. */
export interface Stock {
  readonly text: fc.Arbitrary<string>;
  readonly integer: fc.Arbitrary<number>;
  readonly confidence: fc.Arbitrary<number | null>;
  readonly places: fc.Arbitrary<Place[]>;
  readonly anyPlaces: fc.Arbitrary<Place[]>;
  readonly code: fc.Arbitrary<ClassificationCode>;
}

const phase = fc.option(fc.constantFrom('approved' as const, 'adjusted' as const, 'executed' as const));
const year = fc.constantFrom('current' as const, 'prior' as const);
const against = fc.record({ year, phase });

/** Any number outside the statements. */
function anyQuantity({ text, integer, confidence, places }: Stock): fc.Arbitrary<Quantity> {
  return fc
    .record({
      printed: text,
      unit: text,
      measure: fc.constantFrom('money', 'percent', 'count', 'score'),
      number: fc.oneof(
        fc.record({
          reading: fc.constant('amount' as const),
          value: integer,
          step: fc.constantFrom(1, 100, 1_000_000),
        }),
        fc.record({
          reading: fc.constantFrom('blank' as const, 'dash' as const, 'unreadable' as const),
          value: fc.constant(null),
          step: fc.constant(null),
        }),
      ),
      edits: fc.array(fc.record({ rule: text, from: text, to: text }), { maxLength: 1 }),
      places,
      confidence,
      status: fc.constantFrom('verified', 'consistent', 'unverified', 'disputed', 'repaired'),
    })
    .map(({ number, ...rest }) => ({ ...rest, ...number }));
}

/** Values by some of the keys. */
function some<Key extends string, Value>(
  keys: readonly Key[],
  value: fc.Arbitrary<Value>,
): fc.Arbitrary<Partial<Record<Key, Value>>> {
  return fc
    .uniqueArray(fc.tuple(fc.constantFrom(...keys), value), { selector: ([key]) => key, maxLength: 3 })
    .map((entries) => Object.fromEntries(entries) as Partial<Record<Key, Value>>);
}

/** Any claims of a report with these sections and figures. No section, no claim: each stands in one. */
export function anyClaims(
  stock: Stock,
  sections: readonly { readonly id: number }[],
  figures: readonly string[],
): fc.Arbitrary<Claim[]> {
  const { text, places, anyPlaces, code } = stock;
  if (sections.length === 0) return fc.constant([]);
  const claim = fc.record({
    subject: fc.constantFrom(...CLAIM_SUBJECTS),
    row: fc.option(text),
    label: text,
    code: fc.option(code),
    phase,
    year,
    numbers: some<ClaimRole, Quantity>(CLAIM_ROLES, anyQuantity(stock)),
    direction: fc.option(fc.constantFrom('increase', 'decrease', 'unchanged', 'new', 'gone')),
    bothSides: fc.boolean(),
    against: fc.option(against),
    completionOf: phase,
    relations: fc.array(
      fc.record({
        to: against,
        is: fc.constantFrom('greater', 'less', 'equal', 'about-equal'),
        printed: text,
        places: anyPlaces,
      }),
      { maxLength: 2 },
    ),
    shareOf: fc.option(fc.record({ claim: fc.option(fc.nat(100)), printed: text })),
    partOf: fc.option(fc.nat(100)),
    items: fc.array(text, { maxLength: 3 }),
    reason: fc.option(text),
    parts: fc.array(
      fc.record({
        label: text,
        direction: fc.constantFrom('increase' as const, 'decrease' as const, 'unchanged' as const),
        change: fc.option(anyQuantity(stock)),
      }),
      { maxLength: 3 },
    ),
    purpose: fc.option(text),
    text,
    section: fc.constantFrom(...sections.map(({ id }) => id)),
    paragraph: fc.nat(20),
    places,
    figures:
      figures.length === 0
        ? fc.constant({})
        : some<ClaimRole, string[]>(CLAIM_ROLES, fc.array(fc.constantFrom(...figures), { minLength: 1, maxLength: 2 })),
  });
  return fc.array(claim, { maxLength: 3 }).map((claims) =>
    claims.map((one) => ({
      ...one,
      // Other claims are named by their index, so it must be that of one.
      partOf: one.partOf === null ? null : one.partOf % claims.length,
      shareOf:
        one.shareOf === null || one.shareOf.claim === null
          ? one.shareOf
          : { ...one.shareOf, claim: one.shareOf.claim % claims.length },
    })),
  );
}

/** Any facts of a report with these sections. */
export function anyFacts(stock: Stock, sections: readonly { readonly id: number }[]): fc.Arbitrary<Fact[]> {
  if (sections.length === 0) return fc.constant([]);
  const { text, places } = stock;
  return fc.array(
    fc.record({
      kind: fc.constantFrom(...FACT_KINDS),
      subject: fc.option(text),
      label: text,
      value: fc.option(anyQuantity(stock)),
      text,
      date: fc.option(fc.constantFrom('2023-12-31', '2024-02-29')),
      section: fc.constantFrom(...sections.map(({ id }) => id)),
      places,
    }),
    { maxLength: 3 },
  );
}

/** Any self-evaluation tables of a report with so many statements and pages. */
export function anyEvaluations(stock: Stock, statements: number, pages: number): fc.Arbitrary<Evaluation[]> {
  const { text, integer, anyPlaces } = stock;
  const printed = fc.record({ text, places: anyPlaces });
  const quantity = anyQuantity(stock);
  const indicator = fc.record({
    level1: text,
    level2: text,
    level3: text,
    target: fc.record({
      printed: text,
      operator: fc.option(fc.constantFrom('=', '≥', '≤', '>', '<')),
      value: fc.option(integer),
      unit: fc.option(text),
      decoded: fc.constantFrom('printed', 'proven', 'raw', 'words'),
      places: anyPlaces,
    }),
    actual: text,
    numbers: some(
      INDICATOR_COLUMNS.filter((column) => column !== 'target'),
      quantity,
    ),
    deviation: text,
    places: anyPlaces,
  });
  return fc.array(
    fc.record({
      title: text,
      fiscalYear: fc.option(fc.integer({ min: 2000, max: 2099 })),
      project: fc.option(printed),
      supervisor: fc.option(printed),
      implementer: fc.option(printed),
      overview: fc.option(printed),
      results: fc.option(printed),
      funds: fc.array(fc.record({ key: text, label: text, numbers: some(FUND_COLUMNS, quantity), places: anyPlaces }), {
        maxLength: 2,
      }),
      goals: fc.array(fc.record({ expected: printed, achieved: printed }), { maxLength: 2 }),
      indicators: fc.array(indicator, { maxLength: 2 }),
      totalWeight: fc.option(quantity),
      totalScore: fc.option(quantity),
      grade: fc.option(
        fc.record({ text, places: anyPlaces, word: fc.option(fc.constantFrom('优', '良', '中', '差')) }),
      ),
      problems: fc.array(fc.record({ kind: text, problem: text, suggestion: text, places: anyPlaces }), {
        maxLength: 2,
      }),
      statements: statements === 0 ? fc.constant([]) : fc.array(fc.nat(statements - 1), { maxLength: 2 }),
      pages: fc.uniqueArray(fc.integer({ min: 1, max: pages }), { maxLength: 2 }),
      places: anyPlaces,
    }),
    { maxLength: 2 },
  );
}
