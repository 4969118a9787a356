import { countsInForm } from './counted.js';
import { type FactSource, type FoundFact, foundFact } from './fact-source.js';

/**
 * Countable activities of the work summary. `subject` is the noun in the form in which two are compared (see `sameCounted`), `label` the
 * phrase as printed: `countsIn(label)` gives the same count again, with whether it is a total.
 */
export function readActivities(source: FactSource): readonly FoundFact[] {
  return countsInForm(source.form.text).map(({ key, unit, number, phrase }) =>
    foundFact(source, { kind: 'activity', subject: key, label: phrase, number, unit }),
  );
}
