import { z } from 'zod';
import { readSeedJson } from '../seeds.js';
import type { FactKind } from './claim.js';
import { dateBefore, daysIn } from './fact-date.js';
import { type CountMatch, countMatches, factPattern } from './fact-pattern.js';
import {
  clauseAround,
  type FactSource,
  type FoundFact,
  foundFact,
  printedSpan,
  sentenceBefore,
} from './fact-source.js';

const plain = z.string().transform((source) => new RegExp(source, 'u'));
const schema = z.object({
  relevant: plain,
  kinds: z.array(z.object({ kind: z.string(), pattern: plain })),
  total: plain,
  named: plain,
  unknownKind: plain,
  vehicle: factPattern,
  vehicleAfter: factPattern,
  notOwned: plain,
  bought: plain,
  planned: plain,
  equipment: factPattern,
});
const words = (): z.output<typeof schema> => readSeedJson('narrative/facts-assets.json', schema);

/**
 * 国有资产占用: the day, vehicles in all and by kind, equipment above a threshold, and what is planned of them. A fact carries the last
 * day that its paragraph names before it, a plan none.
 */
export function readAssets(source: FactSource): readonly FoundFact[] {
  const { text } = source.form;
  if (!words().relevant.test(text)) return [];
  const vehicles = [words().vehicle, words().vehicleAfter].flatMap((pattern) => countMatches(text, pattern));
  const found = [
    ...vehicles.flatMap((match) => vehicleFact(source, match)),
    ...countMatches(text, words().equipment).map((match) => equipmentFact(source, match)),
  ];
  const states = found.filter(({ fact }) => fact.kind === 'vehicles' || fact.kind === 'large-equipment');
  return states.length === 0 ? found : [...days(source, states), ...found];
}

/** The days at which the assets of the paragraph are told, each once. */
function days(source: FactSource, states: readonly FoundFact[]): readonly FoundFact[] {
  return daysIn(source.form.text)
    .filter(({ date }) => states.some(({ fact }) => fact.date === date))
    .map(({ date, from, to }) => foundFact(source, { kind: 'assets-date', label: [from, to], text: [from, to], date }));
}

function vehicleFact(source: FactSource, match: CountMatch): readonly FoundFact[] {
  const { text } = source.form;
  const name = match.groups.name ?? '';
  const before = `${sentenceBefore(text, match.from)}${text.slice(match.from, match.number[0])}`;
  const [clause] = clauseAround(text, match.from, match.to);
  const isPlanned = words().planned.test(before);
  const own = text.slice(clause, match.number[0]);
  const subject = kindOf(name);
  const labelFrom = text.indexOf(name, match.from);
  const end = labelFrom + name.length;
  const named = words().named.exec(name)?.[0] ?? name;
  const finding = {
    label: [end - named.length, end] as const,
    number: match.number,
    unit: match.unit,
    text: clauseOf(source, match),
    date: isPlanned ? null : dayAt(text, match.number[0]),
  };
  if (subject !== null) {
    const printed = end - subject.printed.length;
    const kind: FactKind = isPlanned ? 'vehicles-planned-of-kind' : 'vehicles-of-kind';
    return [foundFact(source, { ...finding, kind, subject: subject.kind, label: [printed, end] })];
  }
  if (!words().total.test(name)) return [];
  if (isPlanned) return [foundFact(source, { ...finding, kind: 'vehicles-planned' })];
  if (words().bought.test(own)) return [foundFact(source, { ...finding, kind: 'vehicles-bought' })];
  return words().notOwned.test(own) ? [] : [foundFact(source, { ...finding, kind: 'vehicles' })];
}

/** The kind of a vehicle: the name of the seed, or as printed where it ends in 用车 (业务指导用车); `null` for vehicles of all kinds. */
function kindOf(name: string): { readonly kind: string; readonly printed: string } | null {
  for (const { kind, pattern } of words().kinds) {
    const printed = pattern.exec(name)?.[0];
    if (printed !== undefined) return { kind, printed };
  }
  const unknown = words().unknownKind.exec(name)?.groups?.kind;
  return unknown === undefined ? null : { kind: unknown, printed: unknown };
}

function equipmentFact(source: FactSource, match: CountMatch): FoundFact {
  const { text } = source.form;
  const threshold: readonly [number, number] = [match.from, match.from + (match.groups.threshold ?? '').length];
  const isPlanned = words().planned.test(sentenceBefore(text, match.from));
  return foundFact(source, {
    kind: isPlanned ? 'large-equipment-planned' : 'large-equipment',
    subject: printedSpan(source, threshold),
    label: threshold,
    number: match.number,
    unit: match.unit,
    text: clauseOf(source, match),
    date: isPlanned ? null : dayAt(text, match.number[0]),
  });
}

/** The item of a list of kinds, without its neighbours (机要通信用车0辆、应急保障用车0辆). */
function clauseOf(source: FactSource, match: CountMatch): readonly [number, number] {
  const { text } = source.form;
  const [from] = clauseAround(text, match.number[0], match.to);
  const listed = text.lastIndexOf('、', match.number[0] - 1);
  return [Math.max(from, Math.min(listed + 1, match.from)), match.to];
}

/** The day of a sentence, or of the sentence before it in the paragraph (截至…共有车辆0辆。单价100万元以上设备2台). */
function dayAt(text: string, index: number): string | null {
  return dateBefore(text, index) ?? daysIn(text).findLast(({ from }) => from < index)?.date ?? null;
}
