import type { FactKind } from '../../../normalize/narrative/claim.js';
import type { Report } from '../../../normalize/report.js';
import type { Check, Identity, Judgement } from '../../check.js';
import { type FactAt, factSubject, factsOf, factTerm } from '../../facts.js';
import { integerOf } from '../../value.js';
import { termText } from '../../wording.js';

/** The kinds that follow a total before the next one. */
function kindsAfter(report: Report, total: FactAt, of: FactKind): readonly FactAt[] {
  const later = factsOf(report, total.fact.kind, of).filter(({ index }) => index > total.index);
  const next = later.findIndex(({ fact }) => fact.kind === total.fact.kind);
  const kinds = next < 0 ? later : later.slice(0, next);
  return kinds.filter(({ fact }) => fact.section === total.fact.section);
}

function sums(report: Report, kind: FactKind, of: FactKind): readonly Identity[] {
  return factsOf(report, kind).flatMap((total) => {
    const left = factTerm(total);
    const right = kindsAfter(report, total, of).flatMap((at) => factTerm(at) ?? []);
    // One kind alone (其中：执法执勤用车2辆) is an excerpt, not a whole.
    if (left === null || right.length < 2) return [];
    return [{ subject: factSubject(report, total), shape: 'sum', left: [left], right, doubt: null }];
  });
}

/** Vehicles of all kinds (forms-and-identities 2.4). */
export const assetsVehicles: Check = {
  id: 'assets/vehicles',
  zh: '车辆总数 = 各类车辆之和',
  en: 'vehicles = sum over the kinds of vehicles, held and planned',
  severity: 'error',
  notApplicable: 'Only where at least two kinds are listed after the total.',
  identities: (report) => [
    ...sums(report, 'vehicles', 'vehicles-of-kind'),
    ...sums(report, 'vehicles-planned', 'vehicles-planned-of-kind'),
  ],
};

function kept(report: Report): readonly Judgement[] {
  const [own] = factsOf(report, 'vehicles-kept');
  const [all] = factsOf(report, 'vehicles');
  const [left, right] = [own && factTerm(own), all && factTerm(all)];
  const [a, b] = [integerOf(left?.figure ?? null), integerOf(right?.figure ?? null)];
  if (!own || !left || !right || a === null || b === null) return [];
  const holds = a <= b;
  return [
    {
      subject: factSubject(report, own),
      outcome: holds ? 'exact' : 'violation',
      measure: 'count',
      left: termText(left),
      right: termText(right),
      terms: [left, right],
      about: [],
      diagnosis: null,
      message: holds ? '' : `公务用车保有量大于车辆总数：${termText(left)}，${termText(right)}。`,
    },
  ];
}

/** Official vehicles are among the vehicles. */
export const assetsVehiclesKept: Check = {
  id: 'assets/vehicles-kept',
  zh: '公务用车保有量 ≤ 车辆总数',
  en: 'official vehicles kept are no more than the vehicles held',
  severity: 'note',
  notApplicable: 'The scopes may differ: vehicles of other units, or without a plate.',
  identities: () => [],
  judgements: kept,
};
