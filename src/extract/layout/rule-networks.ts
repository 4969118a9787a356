import type { RuledLine } from '../document.js';

/** Rules that touch each other, directly or through others: the rules of one table. */
export interface RuleNetwork {
  readonly horizontal: readonly RuledLine[];
  readonly vertical: readonly RuledLine[];
}

/** Rules meet when they come this near, in points: some producers stop a rule short of the border it ends at. */
const TOUCH = 2.5;

/** Shorter rules, in points, are no side of a cell: hatching, charts and letters drawn as outlines have thousands of them. */
const SHORTEST_SIDE = 4;
/** More rules than this in one direction are a drawing; the most crowded table pages seen have some two hundred. */
const MOST_RULES = 2_000;

/** The networks of a page that can hold cells: at least two rules in each direction. Underlines and frames of nothing go. */
export function ruleNetworks(rules: readonly RuledLine[]): RuleNetwork[] {
  const sides = rules.filter((rule) => rule.to - rule.from >= SHORTEST_SIDE);
  const horizontal = sides.filter((rule) => rule.direction === 'horizontal');
  const vertical = sides.filter((rule) => rule.direction === 'vertical');
  if (horizontal.length > MOST_RULES || vertical.length > MOST_RULES) return [];
  const parent = new Map<RuledLine, RuledLine>(sides.map((rule) => [rule, rule]));
  const root = (rule: RuledLine): RuledLine => {
    let at = rule;
    for (let up = parent.get(at); up !== undefined && up !== at; up = parent.get(at)) {
      parent.set(at, parent.get(up) ?? up);
      at = up;
    }
    return at;
  };
  for (const h of horizontal)
    for (const v of vertical)
      if (v.at >= h.from - TOUCH && v.at <= h.to + TOUCH && h.at >= v.from - TOUCH && h.at <= v.to + TOUCH)
        parent.set(root(h), root(v));
  const networks = new Map<RuledLine, { horizontal: RuledLine[]; vertical: RuledLine[] }>();
  for (const rule of sides) {
    const key = root(rule);
    const network = networks.get(key) ?? { horizontal: [], vertical: [] };
    network[rule.direction].push(rule);
    networks.set(key, network);
  }
  return [...networks.values()].filter((network) => network.horizontal.length >= 2 && network.vertical.length >= 2);
}
