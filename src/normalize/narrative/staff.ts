import { z } from 'zod';
import { readSeedJson } from '../seeds.js';
import { countMatches, factPattern } from './fact-pattern.js';
import { clauseAround, type FactSource, type FoundFact, foundFact } from './fact-source.js';

const plain = z.string().transform((source) => new RegExp(source, 'u'));
const schema = z.object({
  relevant: plain,
  staff: z.array(factPattern),
  change: z.array(factPattern),
  decrease: plain,
  notStaff: plain,
  prefix: plain,
});
const words = (): z.output<typeof schema> => readSeedJson('narrative/facts-staff.json', schema);

/** 编制, 在职, 离退休 … of a description of the body; `subject` is the kind of staff as printed. */
export function readStaff(source: FactSource): readonly FoundFact[] {
  const { text } = source.form;
  const taken = new Set<number>();
  return words().staff.flatMap((pattern) =>
    countMatches(text, pattern).flatMap((match) => {
      const name = match.groups.name ?? '';
      if (taken.has(match.number[0])) return [];
      taken.add(match.number[0]);
      const from = text.indexOf(name, match.from);
      const label = [from, from + name.length] as const;
      return [foundFact(source, { kind: 'staff', subject: name, label, number: match.number, unit: match.unit })];
    }),
  );
}

/** Changes of staff, also inside a reason; `subject` is the direction, 'increase' or 'decrease'. Guests, travellers and pupils are no staff. `isDescription`: the paragraph
 * describes the body, where 退休2人 is a state. */
export function readStaffChange(source: FactSource, isDescription: boolean): readonly FoundFact[] {
  const { text } = source.form;
  if (!words().relevant.test(text)) return [];
  return words().change.flatMap((pattern) =>
    countMatches(text, pattern).flatMap((match) => {
      if (isDescription && match.groups.direction === '退休') return [];
      const [clause, end] = clauseAround(text, match.from, match.to);
      if (words().notStaff.test(text.slice(clause, end))) return [];
      const subject = words().decrease.test(match.groups.direction ?? '') ? 'decrease' : 'increase';
      const prefix = words().prefix.exec(text.slice(0, match.from))?.index ?? match.from;
      const label = [prefix, match.number[0]] as const;
      return [foundFact(source, { kind: 'staff-change', subject, label, number: match.number, unit: match.unit })];
    }),
  );
}
