import type { Evaluation } from '../../src/normalize/evaluation/evaluation.js';
import type { Claim, ClaimSubject, Fact, FactKind } from '../../src/normalize/narrative/claim.js';
import type { Measure, Quantity } from '../../src/normalize/printed.js';

const UNIT: Readonly<Record<Measure, string>> = { money: '万元', percent: '%', count: '个', score: '分' };

/**
 * A quantity as a report prints it: '2568.50' is money in 万元 unless another measure is said. Integers only: the decimals are shifted,
 * not multiplied.
 */
export function aQuantity(printed: string, measure: Measure = 'money', overrides: Partial<Quantity> = {}): Quantity {
  const [, sign = '', whole = '', decimals = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(printed) ?? [];
  const places = measure === 'money' ? 6 : 4;
  const value = Number(whole + decimals.padEnd(places, '0'));
  return {
    printed,
    unit: UNIT[measure],
    measure,
    reading: 'amount',
    value: sign === '-' ? -value : value,
    step: 10 ** (places - decimals.length),
    edits: [],
    places: [{ page: 2, box: { left: 100, top: 200, right: 140, bottom: 212 } }],
    confidence: null,
    status: 'unverified',
    ...overrides,
  };
}

/** A claim with nothing in it but its subject and what the overrides say. */
export function aClaim(subject: ClaimSubject, overrides: Partial<Claim> = {}): Claim {
  return {
    subject,
    row: null,
    label: subject,
    code: null,
    phase: 'executed',
    year: 'current',
    numbers: {},
    direction: null,
    bothSides: false,
    against: null,
    completionOf: null,
    relations: [],
    shareOf: null,
    partOf: null,
    items: [],
    reason: null,
    parts: [],
    purpose: null,
    text: '',
    section: 0,
    paragraph: 0,
    places: [{ page: 2, box: { left: 72, top: 190, right: 520, bottom: 214 } }],
    figures: {},
    ...overrides,
  };
}

/** A fact with nothing in it but its kind and what the overrides say. */
export function aFact(kind: FactKind, overrides: Partial<Fact> = {}): Fact {
  return {
    kind,
    subject: null,
    label: kind,
    value: null,
    text: '',
    date: null,
    section: 0,
    places: [{ page: 2, box: { left: 72, top: 190, right: 520, bottom: 214 } }],
    ...overrides,
  };
}

/** A self-evaluation table with nothing in it but what the overrides say. */
export function anEvaluation(overrides: Partial<Evaluation> = {}): Evaluation {
  return {
    title: '项目支出绩效自评表',
    fiscalYear: 2023,
    project: { text: '示例项目', places: [] },
    supervisor: null,
    implementer: null,
    overview: null,
    results: null,
    funds: [],
    goals: [],
    indicators: [],
    totalWeight: null,
    totalScore: null,
    grade: null,
    problems: [],
    statements: [],
    pages: [3],
    places: [{ page: 3, box: null }],
    ...overrides,
  };
}
