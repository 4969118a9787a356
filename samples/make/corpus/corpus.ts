import { seeded } from '../random.js';
import { FAMILIES, type Family, inventAgency } from './agency.js';
import { agencyYears } from './chain.js';
import { type CorpusReport, drawCorpusReport } from './report.js';
import { Typeface } from './typeface.js';

/** How large a corpus, from which seed, and how many of a hundred reports carry one wrong cell. */
export interface CorpusSize {
  readonly reports: number;
  readonly seed: number;
  readonly planted: number;
}

/** First year and number of years that a body publishes. */
const YEARS: Readonly<Record<Family, readonly [first: number, count: number]>> = {
  national: [2022, 3],
  quanzhou: [2021, 4],
  'shanghai-final': [2021, 4],
  'shanghai-budget': [2022, 4],
};

/**
 * The reports of a corpus, one after the other: body after body in turns of the layouts, year after year, the national bodies with budget and
 * accounts. A larger corpus of the same seed begins with the smaller one.
 */
export function* corpusReports({ reports, seed, planted }: CorpusSize): Generator<CorpusReport> {
  const typeface = new Typeface();
  const taken = new Set<string>();
  let made = 0;
  for (let index = 0; made < reports; index++) {
    const family = FAMILIES[index % FAMILIES.length] ?? 'national';
    // Every body has its own sequence, so that a change to one leaves the others alone.
    const draw = seeded(seed * 1_000_003 + index);
    const agency = inventAgency(family, draw, taken);
    for (const year of agencyYears(agency, ...YEARS[family], draw)) {
      const kinds =
        family === 'national'
          ? (['budget', 'final_accounts'] as const)
          : ([family === 'shanghai-budget' ? 'budget' : 'final_accounts'] as const);
      for (const kind of kinds) {
        if (made === reports) return;
        const isPlanted = draw(1, 100) <= planted;
        made++;
        yield drawCorpusReport({ agency, year, kind, draw, isPlanted }, typeface);
      }
    }
  }
}
