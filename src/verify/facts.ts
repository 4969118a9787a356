import type { Fact, FactKind } from '../normalize/narrative/claim.js';
import type { Report } from '../normalize/report.js';
import type { Term } from './check.js';
import { unquoted } from './claims.js';
import { quantityTerm } from './terms.js';

/** A fact with its index in the report, from which the path of its value is made. */
export interface FactAt {
  readonly index: number;
  readonly fact: Fact;
}

/** The facts of these kinds, in the order of the prose. */
export function factsOf(report: Report, ...kinds: readonly FactKind[]): readonly FactAt[] {
  return report.facts.map((fact, index) => ({ index, fact })).filter(({ fact }) => kinds.includes(fact.kind));
}

/** The value of a fact as a term; `null` where it has none or it could not be read. */
export function factTerm({ index, fact }: FactAt): Term | null {
  if (fact.value === null || fact.value.value === null) return null;
  return quantityTerm(`fact/${index}`, fact.label, fact.value);
}

/** “国有资产占用情况”，共有车辆: what a judgement about a fact is about. */
export function factSubject(report: Report, { fact }: FactAt): string {
  const section = report.sections.find(({ id }) => id === fact.section);
  const title = section === undefined || section.title === '' ? '文字说明' : `“${unquoted(section.title)}”`;
  return fact.label === '' ? title : `${title}，${unquoted(fact.label)}`;
}
