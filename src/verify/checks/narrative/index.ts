import type { Check } from '../../check.js';
import { assetsDate } from '../assets/date.js';
import { assetsVehicles, assetsVehiclesKept } from '../assets/vehicles.js';
import { changeAmount } from '../change/amount.js';
import { changeDirection } from '../change/direction.js';
import { changeParts } from '../change/parts.js';
import { changePercent } from '../change/percent.js';
import { changeSum } from '../change/sum.js';
import { completionPercent } from '../completion/percent.js';
import { relationBudget, relationPrior } from '../completion/relation.js';
import { undisclosedBudget } from '../completion/undisclosed-budget.js';
import { counts } from '../counts/money.js';
import { procurementSme } from '../procurement/sme.js';
import { procurementTotal } from '../procurement/total.js';
import { sharesClosure, sharesPercent } from '../shares/percent.js';
import { narrativeAmount } from './amount.js';
import { narrativeCopiedText } from './copied-text.js';
import { narrativeEmptyStatement } from './empty-statement.js';
import { narrativeItems, narrativeSum } from './items.js';
import { narrativeList } from './list.js';
import { operatingFunds } from './operating-funds.js';
import { narrativeReason } from './reason.js';
import { threePublicProse } from './three-public-prose.js';
import { narrativeTwoAmounts } from './two-amounts.js';

/** The checks of the prose: against the tables, and of its numbers among themselves. */
export const narrative: readonly Check[] = [
  narrativeAmount,
  narrativeTwoAmounts,
  changePercent,
  changeDirection,
  changeAmount,
  changeSum,
  changeParts,
  sharesPercent,
  sharesClosure,
  completionPercent,
  undisclosedBudget,
  relationBudget,
  relationPrior,
  narrativeSum,
  narrativeItems,
  narrativeList,
  narrativeEmptyStatement,
  narrativeReason,
  narrativeCopiedText,
  ...threePublicProse,
  ...counts,
  procurementTotal,
  procurementSme,
  operatingFunds,
  assetsVehicles,
  assetsVehiclesKept,
  assetsDate,
];
