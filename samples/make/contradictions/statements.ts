import type { StatementPlan } from '../statement.js';
import {
  expenditureStatement,
  generalBudgetStatement,
  governmentFundsStatement,
  revenueStatement,
  stateCapitalStatement,
} from './by-function.js';
import { basicExpenditureStatement } from './detail.js';
import type { Account } from './figures.js';
import { appropriationsStatement, summaryStatement } from './summaries.js';

/** The nine statements of the national form; the last, the three public expenses, has two shapes and is given. */
export function nationalStatements(account: Account, threePublic: StatementPlan): StatementPlan[] {
  return [
    summaryStatement(account),
    revenueStatement(account),
    expenditureStatement(account),
    appropriationsStatement(account),
    generalBudgetStatement(account),
    basicExpenditureStatement(account),
    governmentFundsStatement(account),
    stateCapitalStatement(account),
    threePublic,
  ];
}
