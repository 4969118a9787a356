/**
 * The longest run of Chinese characters that every match of a pattern must contain, '' where there is none. Looking for a word costs nothing
 * against a pattern that has to be compiled: most of the patterns in seeds/narrative never meet a text that could match. Only what stands
 * outside groups, character classes and choices, and is not optional, is required.
 * @param source of a regular expression without flags that change letters
 */
export function requiredWord(source: string): string {
  if (isChoice(source)) return '';
  let longest = '';
  let run = '';
  const end = (): void => {
    if (run.length > longest.length) longest = run;
    run = '';
  };
  for (let at = 0; at < source.length; at++) {
    const character = source[at] ?? '';
    if (/\p{Script=Han}/u.test(character)) {
      run += character;
      continue;
    }
    // What a quantifier follows may be missing.
    if (/[?*{]/.test(character)) run = run.slice(0, -1);
    end();
    at = skipped(source, at);
  }
  end();
  return longest;
}

/** Index of the last character of the group, class, escape or quantifier that begins here. */
function skipped(source: string, at: number): number {
  const character = source[at];
  if (character === '\\') return at + 1;
  if (character === '{') return source.indexOf('}', at);
  if (character === '[') {
    let to = at + 1;
    while (to < source.length && source[to] !== ']') to += source[to] === '\\' ? 2 : 1;
    return to;
  }
  if (character !== '(') return at;
  let to = at + 1;
  while (to < source.length && source[to] !== ')') to = skipped(source, to) + 1;
  return to;
}

/** A choice outside all groups: nothing is required. */
function isChoice(source: string): boolean {
  for (let at = 0; at < source.length; at++) {
    if (source[at] === '|') return true;
    at = skipped(source, at);
  }
  return false;
}
