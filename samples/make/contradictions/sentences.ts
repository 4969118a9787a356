import { percent, plain } from '../money.js';
import type { Paragraph } from '../prose.js';

/** A heading 一、 or （一）. */
export const heading = (text: string): Paragraph => ({ kind: 'heading', text });
/** An indented paragraph. */
export const text = (content: string): Paragraph => ({ kind: 'text', text: content });

/** An amount in hundredths of 万元 as prose says it. */
export const wan = (hundredths: number): string => `${plain(hundredths)}万元`;

/** How an amount changed: 增加1.00万元，增长2.00%; `each` for two sides at once (各增加…). */
export function changed(now: number, before: number, each = ''): string {
  if (now === before) return '持平';
  const [verb, rate] = now > before ? ['增加', '增长'] : ['减少', '下降'];
  const gap = Math.abs(now - before);
  if (before === 0) return `${each}${verb}${wan(gap)}`;
  return `${each}${verb}${wan(gap)}，${each}${rate}${percent(gap, before)}`;
}

/** The clause that compares a final figure with its budget, and why. */
export function against(final: number, budget: number, less: string, more: string): string {
  if (final === budget) return '决算数与预算数持平';
  return final > budget ? `决算数大于预算数的主要原因是${more}` : `决算数小于预算数的主要原因是${less}`;
}
