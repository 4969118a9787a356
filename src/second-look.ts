import type { Extraction } from './extract/extraction.js';
import { sha256Of } from './extract/hash.js';
import type { KeptFolder } from './extract/kept.js';
import { packageVersion } from './extract/ocr/engines/installation.js';
import type { Place } from './extract/place.js';
import { normalize } from './normalize/normalize.js';
import type { Report } from './normalize/report.js';
import type { VerifiedReport } from './verify/check.js';
import { type KeptSolutions, solvedSchema } from './verify/repair/kept-solutions.js';
import { needsSecondReading } from './verify/repair/needs-second-reading.js';
import { repair } from './verify/repair/repair.js';
import { solverSettings } from './verify/repair/solver.js';
import { verify } from './verify/verify.js';

/** A report after the first reading. */
export interface FirstLook {
  readonly report: Report;
  readonly verified: VerifiedReport;
}

/**
 * What is done for a report with pages read from pictures: figures that its identities do not confirm are read again by the other
 * engine, and misreadings that only one correction explains are repaired (`verify/repair`).
 * @param kept where what was solved in earlier runs is kept; `null`: nowhere
 */
export async function secondLook(
  extraction: Extraction,
  { report, verified }: FirstLook,
  kept: KeptFolder | null,
): Promise<VerifiedReport> {
  const places = needsSecondReading(verified).flatMap((path) => placesOf(verified, path));
  const read = places.length === 0 ? report : normalize(await extraction.readAgain(places));
  const { report: repaired } = await repair(read, undefined, kept === null ? null : solutions(kept));
  return repaired === report ? verified : verify(repaired);
}

function solutions(kept: KeptFolder): KeptSolutions {
  const madeBy = ['solution', `highs@${packageVersion('highs')}`, solverSettings()];
  const { get, put } = kept.of({ madeBy, schema: solvedSchema });
  // A program may have half a megabyte.
  const keyOf = (program: string): string => sha256Of([new TextEncoder().encode(program)]);
  return { get: (program) => get(keyOf(program)), put: (program, solved) => put(keyOf(program), solved) };
}

/** Where the figure of a path `<statement>/<row>/<column key>` is printed. */
function placesOf({ statements }: Report, path: string): readonly Place[] {
  const [statement, row, ...column] = path.split('/');
  return statements[Number(statement)]?.rows[Number(row)]?.figures[column.join('/')]?.places ?? [];
}
