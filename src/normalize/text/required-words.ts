/** What stands in every text that a pattern matches: a run of Chinese characters, or a choice of which one holds with all that it asks. */
type Demand = string | readonly (readonly Demand[])[];

/**
 * Tells of a text whether a pattern could match it at all, by the words that every match contains: 收入(预算|决算)?合计 needs 收入 and 合计.
 * Looking for a word costs nothing against a pattern that has to be compiled, and most of the patterns in seeds/narrative never meet a
 * text that could match. `false` is certain, `true` is not.
 * @param source of a regular expression without flags that change letters
 */
export function mayMatch(source: string): (text: string) => boolean {
  let demands: readonly Demand[] | undefined;
  return (text) => {
    demands ??= common(choice(source, 0).branches);
    return demands.every((demand) => isMet(demand, text));
  };
}

function isMet(demand: Demand, text: string): boolean {
  if (typeof demand === 'string') return text.includes(demand);
  return demand.some((branch) => branch.every((one) => isMet(one, text)));
}

/** What a choice asks: nothing when one of its branches asks nothing. */
function common(branches: readonly (readonly Demand[])[]): readonly Demand[] {
  const [only = []] = branches;
  if (branches.length === 1) return only;
  return branches.some((branch) => branch.length === 0) ? [] : [branches];
}

/** The branches of a choice that begins at `at`, and where it ends: at its closing bracket, or behind the source. */
function choice(
  source: string,
  at: number,
): { readonly branches: readonly (readonly Demand[])[]; readonly end: number } {
  const branches: Demand[][] = [];
  let branch: Demand[] = [];
  let run = '';
  const endRun = (): void => {
    if (run !== '') branch.push(run);
    run = '';
  };
  let end = at;
  for (; end < source.length && source[end] !== ')'; end++) {
    const character = source[end] ?? '';
    if (isHan(character) && !isOptional(source, end + 1)) {
      run += character;
      continue;
    }
    endRun();
    if (character === '|') {
      branches.push(branch);
      branch = [];
    } else if (character === '(') {
      const [head = ''] = GROUP_HEAD.exec(source.slice(end)) ?? [];
      const group = choice(source, end + head.length);
      end = group.end;
      if (!head.endsWith('!') && !isOptional(source, end + 1)) branch.push(...common(group.branches));
    } else {
      end = lastOf(source, end);
    }
  }
  endRun();
  return { branches: [...branches, branch], end };
}

/** What stands before the content of a group: nothing more, `?:`, a look around, a name. */
const GROUP_HEAD = /^\((?:\?(?::|<?[=!]|<[^>]*>))?/;

/** What a quantifier follows may be missing. */
function isOptional(source: string, at: number): boolean {
  return /[?*{]/.test(source[at] ?? '');
}

/** Index of the last character of the class, escape or quantifier that begins here. */
function lastOf(source: string, at: number): number {
  const character = source[at];
  if (character === '\\') return at + 1;
  if (character === '{') return source.indexOf('}', at);
  if (character !== '[') return at;
  let to = at + 1;
  while (to < source.length && source[to] !== ']') to += source[to] === '\\' ? 2 : 1;
  return to;
}

function isHan(character: string): boolean {
  return character >= '\u3400' && character <= '\u9FFF';
}
