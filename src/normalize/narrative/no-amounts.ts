import { z } from 'zod';
import { STATEMENT_KINDS } from '../report.js';
import { readSeedJson } from '../seeds.js';
import { clauseAround, type FactSource, type FoundFact, foundFact, sentenceBefore } from './fact-source.js';
import { factWords } from './fact-topics.js';

const schema = z
  .object({
    subjects: z.array(z.object({ subject: z.enum(STATEMENT_KINDS), pattern: z.string() })),
    denied: z.string(),
    empty: z.string(),
    prior: z.string(),
    current: z.string(),
  })
  .transform(({ subjects, denied, empty, prior, current }) => ({
    any: new RegExp(subjects.map(({ pattern }) => pattern).join('|'), 'u'),
    prior: new RegExp(prior, 'u'),
    current: new RegExp(current, 'u'),
    subjects: subjects.map(({ subject, pattern }) => ({
      subject,
      patterns: [denied, empty].map((form) => new RegExp(form.replaceAll('<项>', `(?:${pattern})`), 'gu')),
    })),
  }));
const words = (): z.output<typeof schema> => readSeedJson('narrative/facts-no-amounts.json', schema);

/**
 * Where the prose says that a statement is empty; `subject` is its kind. Not what a form tells the writer to say where there is nothing
 * (无…的部门，作下述说明：), nor what was so in the year before.
 */
export function readNoAmounts(source: FactSource, before: FactSource | null): readonly FoundFact[] {
  const { text } = source.form;
  if (!words().any.test(text)) return [];
  if (before !== null && factWords().conditional.test(before.form.text)) return [];
  const seen = new Set<string>();
  return words().subjects.flatMap(({ subject, patterns }) =>
    patterns
      .flatMap((pattern) => [...text.matchAll(pattern)])
      .flatMap((match) => {
        const [from, to] = clauseAround(text, match.index, match.index + match[0].length);
        const said = `${sentenceBefore(text, match.index)}${match[0]}`;
        const isPrior = words().prior.test(said) && !words().current.test(said);
        if (isPrior || seen.has(`${subject} ${from}`)) return [];
        seen.add(`${subject} ${from}`);
        const label = [match.index, match.index + match[0].length] as const;
        return [foundFact(source, { kind: 'no-amounts', subject, label, text: [from, to] })];
      }),
  );
}
