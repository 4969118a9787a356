import { z } from 'zod';
import { codeTable } from '../../../normalize/classify/code-table.js';
import { readSeedJson } from '../../../normalize/seeds.js';

const schema = z.object({
  endings: z.array(z.string().min(1)),
  openEnd: z.string().min(1),
  leadingWords: z.array(z.string().min(1)),
});

function words(): z.infer<typeof schema> {
  return readSeedJson('checks/lists.json', schema);
}

/**
 * The name of an economic class as lists and tables share it: without blanks, brackets and quotation marks, and without the endings that
 * prose adds or drops (其他交通费用, 其他交通费; 公务员医疗补助缴费, 公务员医疗补助). One character is always left.
 */
export function itemName(printed: string): string {
  let name = printed.replace(/[\s（）()“”"〔〕[\]、，,。；;：:]/gu, '');
  for (const lead of words().leadingWords) if (name.startsWith(lead)) name = name.slice(lead.length);
  for (const ending of words().endings)
    if (name.endsWith(ending) && name.length > ending.length + 1) return name.slice(0, -ending.length);
  return name;
}

/** Whether the words after a list leave it open: 办公费、水费等. */
export function isOpenAfter(rest: string): boolean {
  return new RegExp(words().openEnd, 'u').test(rest);
}

let names: ReadonlyMap<string, ReadonlySet<string>> | null = null;

/** The codes of the departmental economic classification that ever had this name. */
export function codesNamed(name: string): ReadonlySet<string> {
  if (names === null) {
    const found = new Map<string, Set<string>>();
    for (const row of codeTable('department-economic')) {
      const key = itemName(row.name);
      found.set(key, (found.get(key) ?? new Set()).add(row.code));
    }
    names = found;
  }
  return names.get(name) ?? new Set();
}
