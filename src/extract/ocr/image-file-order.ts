const CHINESE_DIGITS = '〇一二三四五六七八九';

/**
 * Picture files of one report in the order of their pages: numbers count as numbers (page2 before page10), also 第十页;
 * a name comes before the same name with something behind it (Scan, Scan (2), Scan (3)).
 */
export function orderImageFiles(names: readonly string[]): readonly string[] {
  return names
    .map((name) => ({ name, key: keyOf(name) }))
    .toSorted((a, b) => compareParts(a.key, b.key) || compare(a.name, b.name))
    .map(({ name }) => name);
}

type Part = string | bigint;

/** Folders and the stem of the file, each as its texts and numbers by turns. */
function keyOf(name: string): readonly (readonly Part[])[] {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\.[a-z0-9]{1,5}$/, '')
    .replace(/第([〇一二三四五六七八九十百]+)(?=[页張张面])/g, (_, numeral: string) => `第${numberOf(numeral)}`)
    .split(/[/\\]/)
    .map((segment) => segment.split(/(\d+)/).map((part, i) => (i % 2 === 1 ? BigInt(part) : part)));
}

/** 十二 is 12, 二十 is 20, 一百〇三 is 103, 一二 is 12. */
function numberOf(numeral: string): number {
  let sum = 0;
  let digits = 0;
  for (const character of numeral) {
    if (character === '百' || character === '十') {
      sum += (digits || 1) * (character === '百' ? 100 : 10);
      digits = 0;
    } else digits = digits * 10 + CHINESE_DIGITS.indexOf(character);
  }
  return sum + digits;
}

function compareParts(a: readonly (readonly Part[])[], b: readonly (readonly Part[])[]): number {
  for (const [i, segment] of a.entries()) {
    const other = b[i];
    if (!other) return 1;
    for (const [j, part] of segment.entries()) {
      const against = other[j];
      if (against === undefined) return 1;
      const difference = compare(part, against);
      if (difference !== 0) return difference;
    }
    if (segment.length < other.length) return -1;
  }
  return a.length - b.length;
}

/** Texts with texts and numbers with numbers: both stand at the same places of a key. */
function compare(a: Part, b: Part): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
