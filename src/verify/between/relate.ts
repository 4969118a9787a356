import type { Report } from '../../normalize/report.js';
import type { Pair } from './pair.js';

/** Two reports that may not be compared, and why, in a sentence for people. */
export interface Unrelated {
  readonly kind: 'unrelated';
  readonly reason: string;
}

/** Names of a body differ in brackets and blanks only. （本级） is another body than the department with its units, and stays. */
function plainName(name: string): string {
  return name.normalize('NFKC').replace(/\s/g, '');
}

function unrelated(reason: string): Unrelated {
  return { kind: 'unrelated', reason };
}

/**
 * How two reports belong together, whichever comes first. Only reports of the same body, place and scope are compared: a department with its
 * units has other amounts than the unit that leads it.
 */
export function relate(one: Report, other: Report): Pair | Unrelated {
  const [a, b] = [one.agency?.name, other.agency?.name];
  if (a === undefined || b === undefined) return unrelated('有一份报告看不出是哪个单位的');
  if (plainName(a) !== plainName(b)) return unrelated(`单位不同：${a}，${b}`);
  if (one.region !== null && other.region !== null && one.region.code !== other.region.code)
    return unrelated(`地区不同：${one.region.name}，${other.region.name}`);
  if (one.scope !== null && other.scope !== null && one.scope !== other.scope)
    return unrelated('一份是部门口径，一份是单位口径');
  if (one.fiscalYear === null || other.fiscalYear === null || one.kind === null || other.kind === null)
    return unrelated('有一份报告看不出年度，或看不出是预算还是决算');
  const doubt = one.scope === null || other.scope === null ? '有一份报告看不出是部门口径还是单位口径' : null;
  if (one.kind === other.kind) {
    const [earlier, later] = one.fiscalYear <= other.fiscalYear ? [one, other] : [other, one];
    if ((later.fiscalYear ?? 0) - (earlier.fiscalYear ?? 0) !== 1) return unrelated('不是相邻的两个年度');
    return { kind: 'year-chain', earlier, later, doubt };
  }
  if (one.fiscalYear !== other.fiscalYear) return unrelated('预算和决算不是同一年度的');
  const [earlier, later] = one.kind === 'budget' ? [one, other] : [other, one];
  return { kind: 'budget-and-accounts', earlier, later, doubt };
}
