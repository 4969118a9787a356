/**
 * Least number of characters to change, insert or leave out on the way from one text to another; `limit + 1` as soon as it
 * exceeds `limit`.
 */
export function editDistance(from: string, to: string, limit: number): number {
  const [a, b] = [[...from], [...to]];
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let row = b.map((_, index) => index + 1);
  for (const [i, character] of a.entries()) {
    let [diagonal, left] = [i, i + 1];
    let least = left;
    const next: number[] = [];
    for (const [j, other] of b.entries()) {
      const above = row[j] ?? 0;
      const cost = Math.min(above + 1, left + 1, diagonal + (character === other ? 0 : 1));
      diagonal = above;
      left = cost;
      least = Math.min(least, cost);
      next.push(cost);
    }
    if (least > limit) return limit + 1;
    row = next;
  }
  return Math.min(row.at(-1) ?? a.length, limit + 1);
}
