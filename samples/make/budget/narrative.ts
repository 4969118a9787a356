import { plain, sum, withCommas } from '../money.js';
import type { Paragraph } from '../prose.js';
import { type BudgetFigures, inWan, nameOf } from './figures.js';

const text = (content: string): Paragraph => ({ kind: 'text', text: content });
/** Fen in 万元 as prose prints it. */
const wan = (fen: number): string => `${withCommas(inWan(fen))}万元`;

/** 预算编制说明: totals against last year and one sentence an item. */
export function explanation(figures: BudgetFigures): Paragraph[] {
  const { texts, year, fiscal, business, lastYearFiscal } = figures;
  // The difference of the printed numbers, as offices compute it: prose adds up in the unit it is printed in.
  const gap = inWan(lastYearFiscal) - inWan(fiscal);
  const verb = gap > 0 ? '减少' : '增加';
  const same = `与${year - 1}年预算持平`;
  const less = gap === 0 ? same : `比${year - 1}年预算${verb}${withCommas(Math.abs(gap))}万元`;
  const items = figures.items.map((item, index) => {
    const path = [3, 5, 7].map((length) => nameOf(item.code.slice(0, length))).join('-');
    return text(
      `${index + 1}. “${path}”科目${wan(item.basic + item.project)}，主要用于${texts.purposes[item.code] ?? nameOf(item.code)}。`,
    );
  });
  return [
    { kind: 'part', text: `${year}年单位预算编制说明` },
    text(
      `${year}年，${texts.body}收入预算${wan(fiscal + business)}，其中：财政拨款收入${wan(fiscal)}，${less}；事业收入${wan(business)}；事业单位经营收入0万元；其他收入0万元。`,
    ),
    text(
      `支出预算${wan(fiscal + business)}，其中：财政拨款支出预算${wan(fiscal)}，${less}。财政拨款支出预算中，一般公共预算拨款支出预算${wan(fiscal)}，${less}；政府性基金拨款支出预算0万元，${same}；国有资本经营预算拨款支出预算0万元，${same}。`,
    ),
    text(`财政拨款收入支出${verb}的主要原因是${texts.moved}。`),
    text('财政拨款支出主要内容如下：'),
    ...items,
  ];
}

/** 其他相关情况说明. */
export function otherMatters(figures: BudgetFigures): Paragraph[] {
  const { texts, year } = figures;
  const { abroad, purchase, reception, operation } = figures.threePublic;
  const same = `与${year - 1}年预算持平`;
  const projects = sum(figures.items.map((item) => item.project));
  return [
    { kind: 'part', text: '其他相关情况说明' },
    { kind: 'heading', text: `一、${year}年“三公”经费预算情况说明` },
    text(`${year}年“三公”经费预算数为${wan(abroad + reception + purchase + operation)}，${same}。其中：`),
    text(`（一）因公出国（境）费0万元，${same}。`),
    text(
      `（二）公务用车购置及运行费${wan(purchase + operation)}，${same}。其中：公务用车购置费0万元，${same}；公务用车运行费${wan(operation)}，${same}。`,
    ),
    text(`（三）公务接待费${wan(reception)}，${same}。`),
    { kind: 'heading', text: '二、机关运行经费预算' },
    text(`${year}年${texts.body}财政拨款的机关运行经费预算为${wan(figures.operating)}。`),
    { kind: 'heading', text: '三、政府采购预算情况' },
    text(
      `${year}年度本单位政府采购预算${plain(21_000)}万元，其中：政府采购货物预算${plain(1500)}万元、政府采购工程预算${plain(0)}万元、政府采购服务预算${plain(19_500)}万元。`,
    ),
    { kind: 'heading', text: '四、绩效目标设置情况' },
    text(`${year}年度，本单位编报绩效目标的项目共3个，涉及项目预算资金${wan(projects)}。`),
    { kind: 'heading', text: '五、国有资产占有使用情况' },
    text(
      `截至${year - 1}年12月31日，${texts.body}共有车辆1辆，其中：其他用车1辆；单价100万元（含）以上设备（不含车辆）1台（套）。`,
    ),
  ];
}
