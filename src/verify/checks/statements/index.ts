import type { Check } from '../../check.js';
import { basic } from './basic.js';
import { economicItems } from './economic-items.js';
import { expenditure } from './expenditure.js';
import { funds } from './funds.js';
import { generalBudgetOnly } from './general-budget-only.js';
import { nonFiscalMoney } from './non-fiscal.js';
import { parts } from './parts.js';
import { revenue } from './revenue.js';

/** Checks between statements (forms-and-identities 2.2), in its order. */
export const betweenStatements: readonly Check[] = [
  ...revenue,
  ...expenditure,
  ...funds,
  ...basic,
  ...parts,
  ...generalBudgetOnly,
  ...nonFiscalMoney,
  ...economicItems,
];
