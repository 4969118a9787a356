import { changePartWords } from './change-part-seeds.js';
import { numbersIn } from './claim-numbers.js';
import { proseForm } from './prose-form.js';

/**
 * Whether a reason says that its list of amounts is not whole (…等), or has more amounts than were read as parts of the change:
 * then parts that do not add up say nothing.
 * @param parts number of amounts that were read as parts
 */
export function isOpenReason(reason: string, parts: number): boolean {
  const { text } = proseForm(reason);
  const amounts = numbersIn(text).filter(({ measure }) => measure === 'money');
  return changePartWords().openList.test(text) || amounts.length > parts;
}
