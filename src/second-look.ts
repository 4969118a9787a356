import type { Extraction } from './extract/extraction.js';
import type { Place } from './extract/place.js';
import { normalize } from './normalize/normalize.js';
import type { Report } from './normalize/report.js';
import type { VerifiedReport } from './verify/check.js';
import { needsSecondReading } from './verify/repair/needs-second-reading.js';
import { repair } from './verify/repair/repair.js';
import { verify } from './verify/verify.js';

/**
 * What is done for a report with pages read from pictures: figures that its identities do not confirm are read again by the other
 * engine, and misreadings that only one correction explains are repaired (`verify/repair`).
 */
export async function secondLook(extraction: Extraction, first: VerifiedReport): Promise<VerifiedReport> {
  const places = needsSecondReading(first).flatMap((path) => placesOf(first, path));
  const report = places.length === 0 ? null : normalize(await extraction.readAgain(places));
  const { report: repaired } = await repair(report ?? normalize(extraction.document));
  return verify(repaired);
}

/** Where the figure of a path `<statement>/<row>/<column key>` is printed. */
function placesOf({ statements }: Report, path: string): readonly Place[] {
  const [statement, row, ...column] = path.split('/');
  return statements[Number(statement)]?.rows[Number(row)]?.figures[column.join('/')]?.places ?? [];
}
