import type { Check } from '../check.js';
import { across } from './across.js';
import { balance } from './balance.js';
import { basicExpenditure } from './basic-expenditure.js';
import { codes } from './codes.js';
import { twoVersions } from './consistency/two-versions.js';
import { evaluation } from './evaluation/index.js';
import { hierarchy } from './hierarchy.js';
import { narrative } from './narrative/index.js';
import { revenueList } from './revenue-list.js';
import { betweenStatements } from './statements/index.js';
import { threePublic } from './three-public.js';
import { totals } from './totals.js';

/** Every check, in the order in which a report is read. A new family is one file and one line here. */
export const CHECKS: readonly Check[] = [
  ...totals,
  ...across,
  ...hierarchy,
  ...basicExpenditure,
  ...revenueList,
  ...threePublic,
  ...balance,
  ...betweenStatements,
  ...codes,
  ...narrative,
  ...evaluation,
  twoVersions,
];
