import type { Statement } from '../../src/normalize/report.js';
import { verify } from '../../src/verify/verify.js';
import { report } from './statement-factory.js';

/** The outcomes of one check on a report of these statements, in order: ['exact', 'violation']. */
export function outcomesOf(check: string, ...statements: readonly Statement[]): readonly string[] {
  return verify(report(...statements))
    .checks.filter((result) => result.check === check)
    .map((result) => result.outcome);
}
