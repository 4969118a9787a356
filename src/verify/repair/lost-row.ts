import type { Finding } from '../../normalize/report.js';
import { groupBy } from '../group-by.js';
import { evidenceOf, pathsOf, termsOf } from '../wording.js';
import type { Row } from './problem.js';

/** Finding: the parts of a sum are short in every column, as if a row had not been read. */
export const ROW_LOST = 'repair/row-lost';

const rowsOf = (paths: readonly string[]) => paths.map((path) => path.split('/').slice(0, 2).join('/')).join(' ');

/** The sums of the same rows, one for each column. */
function sumsDown(failing: readonly Row[]): readonly (readonly Row[])[] {
  const sums = failing.filter(({ evaluated, kind }) => kind === 'hard' && evaluated.identity.shape === 'sum');
  return groupBy(sums, ({ evaluated }) => {
    const { left, right } = evaluated.identity;
    return `${evaluated.check} ${rowsOf(pathsOf(left))} = ${rowsOf(pathsOf(right))}`;
  });
}

/** Whether the missing amounts look like a row themselves: none negative, and the largest made up of the others. */
function isRow(gaps: readonly number[]): boolean {
  if (gaps.length < 2 || gaps.some((gap) => gap <= 0)) return false;
  const largest = Math.max(...gaps);
  const rest = gaps.reduce((sum, gap) => sum + gap, 0) - largest;
  return rest === largest || gaps.every((gap) => gap === largest);
}

/** One warning for each sum whose parts are short by a row. No row is made up. */
export function lostRowFindings(failing: readonly Row[]): readonly Finding[] {
  return sumsDown(failing)
    .filter((sums) => isRow(sums.map(({ gap }) => gap)))
    .flatMap((sums): readonly Finding[] => {
      const [first] = sums;
      if (first === undefined) return [];
      const subjects = sums.map(({ evaluated }) => evaluated.identity.subject).join('；');
      return [
        {
          check: ROW_LOST,
          severity: 'warning',
          message: `${subjects}：各行相加在 ${sums.length} 列中都比合计少，少的数本身也像一行，可能有一行没有读出来。请对照原页；程序不会补造行。`,
          places: evidenceOf(first.evaluated.identity),
          figures: [...new Set(sums.flatMap(({ evaluated }) => pathsOf(termsOf(evaluated.identity))))],
          diagnosis: 'misread',
        },
      ];
    });
}
