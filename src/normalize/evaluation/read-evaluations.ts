import type { Block } from '../../extract/document.js';
import type { Finding, Statement } from '../report.js';
import type { Evaluation } from './evaluation.js';

/** The self-evaluation tables of a report: out of grids where they are ruled, out of lines in a text dump. Pure. */
export function readEvaluations(
  _blocks: readonly Block[],
  _statements: readonly Statement[],
): { readonly evaluations: readonly Evaluation[]; readonly findings: readonly Finding[] } {
  return { evaluations: [], findings: [] };
}
