import { z } from 'zod';
import { readSeedJson } from '../seeds.js';
import { identityWords } from '../segment/words.js';
import { factPattern } from './fact-pattern.js';

const plain = z.string().transform((source) => new RegExp(source, 'u'));
const every = z.string().transform((source) => new RegExp(source, 'dgu'));
const schema = z.object({
  departments: z.array(factPattern),
  members: z.array(factPattern),
  membersOfKind: z.array(factPattern),
  departmentList: plain,
  memberList: plain,
  memberHeading: plain,
  listFollows: plain,
  listInline: every,
  memberPrefix: plain,
  memberEnd: plain,
  departmentEnd: plain,
  nature: z.string().transform((source) => new RegExp(`^(?<name>.{3,}?)(?<nature>(?=.)${source})$`, 'u')),
  table: z.object({ name: plain, known: plain, staff: plain, nature: plain, number: plain }),
});

/** Words of 机构设置, 单位构成: seeds/narrative/facts-composition.json. */
export const compositionWords = (): z.output<typeof schema> => readSeedJson('narrative/facts-composition.json', schema);

/** Whether a name can be one of a body: 某市财政局（本级）, 某中心. */
export function isBodyName(name: string): boolean {
  const { organisationEnds, organisationSuffixes } = identityWords();
  const suffixes = organisationSuffixes.flatMap((suffix) => [suffix, suffix.replace(/^\((.*)\)$/, '$1')]);
  const suffix = suffixes.find((end) => name.endsWith(end) && name.length > end.length + 2);
  const bare = suffix === undefined ? name : name.slice(0, -suffix.length);
  return /^[\p{Script=Han}\d()·]{3,40}$/u.test(bare) && organisationEnds.some((end) => bare.endsWith(end));
}
