import { describe, expect, it } from 'vitest';
import { claimLine, claimsOf, type ProseSetting } from '../../support/claim-lines.js';

interface Case extends ProseSetting {
  readonly name: string;
  readonly texts: readonly string[];
  /** One line a claim; parts and shares name a claim by its place in this list. */
  readonly claims: readonly string[];
}

const CASES: readonly Case[] = [
  {
    name: '“三公”: completion, relations, years',
    headings: ['财政拨款“三公”经费支出决算情况说明'],
    texts: [
      '“三公”经费财政拨款支出年初预算为9.00万元，支出决算为8.00万元，完成预算的88.89%，其中：因公出国（境）费决算为0.00万元，完成预算的0%；公务用车购置及运行维护费支出决算为7.00万元，完成预算的100%；公务接待费支出决算为1.00万元，完成预算的50%。2023年度“三公”经费支出决算数小于预算数的主要原因：压缩接待。',
      '2023年度“三公”经费财政拨款支出决算数与2022年度持平。其中：因公出国（境）费支出决算持平。',
    ],
    claims: [
      'three-public | ““三公”经费财政拨款支出” | approved | amount 9.00万元',
      'three-public | ““三公”经费财政拨款支出” | executed | amount 8.00万元 | completion 88.89% | unchanged | against prior | completion of approved | less current approved | equal prior | reason 压缩接待',
      'abroad | “因公出国（境）费” | executed | amount 0.00万元 | completion 0% | unchanged | against prior | equal prior | part of 1',
      'vehicle | “公务用车购置及运行维护费支出” | executed | amount 7.00万元 | completion 100% | part of 1',
      'reception | “公务接待费支出” | executed | amount 1.00万元 | completion 50% | part of 1',
    ],
  },
  {
    name: '“三公”: reception first, foreign guests in brackets',
    headings: ['财政拨款“三公”经费支出决算情况说明'],
    texts: [
      '2023年度“三公”经费支出8.00万元，完成全年预算的80%；较上年增加0.00万元，增长0.00%，与上年持平。具体情况如下：',
      '（一）公务接待费支出1.00万元，占12.5%。其中：',
      '国内接待费支出0.80万元（含外宾接待支出0.10万元）。国（境）外接待费支出0.20万元。',
      '（二）公务用车购置及运行费支出7.00万元，与全年预算数持平。其中：公务用车购置费0万元，与2022年预算一致0万元，主要原因是未购车；公务用车运行费7.00万元，本年数小于上年预算数0.50万元。',
    ],
    claims: [
      'three-public | ““三公”经费支出” | executed | amount 8.00万元 | completion 80% | change 0.00万元 | percent 0.00% | increase | against prior | completion of adjusted | equal prior',
      'reception | “公务接待费支出” | executed | amount 1.00万元 | share 12.5% | share of 0() | part of 0',
      'reception-domestic | “国内接待费支出” | executed | amount 0.80万元 | part of 1',
      'reception-foreign | “外宾接待支出” | executed | amount 0.10万元 | part of 1',
      'reception-foreign | “国（境）外接待费支出” | executed | amount 0.20万元 | part of 1',
      'vehicle | “公务用车购置及运行费支出” | executed | amount 7.00万元 | equal current adjusted | part of 0',
      'vehicle-purchase | “公务用车购置费” | executed | amount 0万元 | change 0万元 | unchanged | against prior approved | equal prior approved | part of 5 | reason 未购车',
      'vehicle-operation | “公务用车运行费” | executed | amount 7.00万元 | change 0.50万元 | decrease | against prior approved | less prior approved | part of 5',
    ],
  },
  {
    name: 'two comparisons of one amount, and a contradiction',
    headings: ['机关运行经费支出情况'],
    texts: [
      '机关运行经费支出30.00万元，比年初预算减少2.00万元，下降6.25%，比上年增加1.00万元，增长3.45%。',
      '机关运行经费支出30.00万元，比上年增加3万元，下降5%。',
    ],
    claims: [
      'operating-funds | “机关运行经费支出” | executed | amount 30.00万元 | change 2.00万元 | percent 6.25% | decrease | against current approved',
      'operating-funds | “机关运行经费支出” | executed | change 1.00万元 | percent 3.45% | increase | against prior',
      'operating-funds | “机关运行经费支出” | executed | amount 30.00万元 | change 3万元 | increase | against prior',
      'operating-funds | “机关运行经费支出” | executed | percent 5% | decrease | against prior',
    ],
  },
  {
    name: 'unfilled form, no comparison, lost 元',
    headings: ['机关运行经费支出情况'],
    texts: [
      '本单位机关运行经费支出0.00万,为事业单位。',
      '机关运行经费支出12．50万元，比上年增加(减少)0万元,增长(下降)0%。',
      '机关运行经费支出1.50万元，与上年相比无可比性。',
      '机关运行经费支出1.50万元，与上年相比无增减变化。',
      '机关运行经费支出XX万元，比上年增加（减少）XX万元。',
    ],
    claims: [
      'operating-funds | “机关运行经费支出” | executed | amount 0.00万',
      'operating-funds | “机关运行经费支出” | executed | amount 12．50万元 | change 0万元 | percent 0% | against prior',
      'operating-funds | “机关运行经费支出” | executed | amount 1.50万元',
      'operating-funds | “机关运行经费支出” | executed | amount 1.50万元 | unchanged | against prior | equal prior',
    ],
  },
  {
    name: 'units and blanks',
    headings: ['机关运行经费支出情况'],
    texts: [
      '机关运行经费支出7842977.60元，同比增长5%。',
      '机关运行经费支出0.35亿元。',
      ' 机 关 运 行 经 费 支 出 2 1 , 9 4 0 . 9 6 万 元 ， 比 上 年 增 加 1 . 5 万 元 。',
      '机关运行经费支出3 581.45万元。',
    ],
    claims: [
      'operating-funds | “机关运行经费支出” | executed | amount 7842977.60元 | percent 5% | increase | against prior',
      'operating-funds | “机关运行经费支出” | executed | amount 0.35亿元',
      'operating-funds | “机关运行经费支出” | executed | amount 21,940.96万元 | change 1.5万元 | increase | against prior',
      'operating-funds | “机关运行经费支出” | executed | amount 3 581.45万元?',
    ],
  },
  {
    name: 'procurement (national)',
    headings: ['政府采购支出情况'],
    texts: [
      '政府采购支出总额100.00万元，其中：政府采购货物支出50.00万元、政府采购工程支出20.00万元、政府采购服务支出30.00万元。授予中小企业合同金额80.00万元，占政府采购支出总额的80%，其中：授予小微企业合同金额60.00万元，占授予中小企业合同金额的75%；货物采购授予中小企业合同金额占货物支出金额的100.00%。',
    ],
    claims: [
      'procurement | “政府采购支出总额” | executed | amount 100.00万元',
      'procurement-goods | “政府采购货物支出” | executed | amount 50.00万元 | part of 0',
      'procurement-works | “政府采购工程支出” | executed | amount 20.00万元 | part of 0',
      'procurement-services | “政府采购服务支出” | executed | amount 30.00万元 | part of 0',
      'procurement-sme | “授予中小企业合同金额” | executed | amount 80.00万元 | share 80% | share of 0(政府采购支出总额) | part of 0',
      'procurement-micro | “授予小微企业合同金额” | executed | amount 60.00万元 | share 75% | share of 4(授予中小企业合同金额) | part of 4',
      'procurement-sme-goods | “货物采购授予中小企业合同金额” | executed | share 100.00% | share of 1(货物支出金额)',
    ],
  },
  {
    name: 'procurement (Shanghai), list of three',
    headings: ['政府采购支出情况'],
    texts: [
      '示例局2023年度政府采购金额（以合同签订为准）为60.00万元，其中：货物、工程、服务采购金额分别为10.00万元、20.00万元、30.00万元。',
      '2023年度本部门面向中小企业预留政府采购项目预算金额9.00万元，面向小微企业预留政府采购项目预算金额4.00万元。在面向中小企业预留的政府采购项目中，由中小企业供应商中标或成交的，采购金额8.00万元；在面向小微企业预留政府采购项目中，由小微企业供应商中标或成交的，采购金额3.00万元；在其他政府采购项目中，由中小企业供应商中标或成交的，采购金额2.00万元。',
    ],
    claims: [
      'procurement | “政府采购金额（以合同签订为准）” | executed | amount 60.00万元',
      'procurement-goods | “货物” | executed | amount 10.00万元 | part of 0',
      'procurement-works | “工程” | executed | amount 20.00万元 | part of 0',
      'procurement-services | “服务采购金额” | executed | amount 30.00万元 | part of 0',
      'procurement-reserved-sme | “面向中小企业预留政府采购项目预算金额” | approved | amount 9.00万元',
      'procurement-reserved-micro | “面向小微企业预留政府采购项目预算金额” | approved | amount 4.00万元',
      'procurement-sme-won | “中小企业预留的政府采购项目中，由中小企业供应商中标或成交的，采购金额” | executed | amount 8.00万元',
      'procurement-micro-won | “小微企业预留政府采购项目中，由小微企业供应商中标或成交的，采购金额” | executed | amount 3.00万元',
      'procurement-other-sme-won | “其他政府采购项目中，由中小企业供应商中标或成交的，采购金额” | executed | amount 2.00万元',
    ],
  },
  {
    name: 'evaluated funds, thresholds, document numbers',
    headings: ['预算绩效情况说明'],
    texts: [
      '组织对5个项目开展自评，涉及财政拨款资金共计120.50万元，其中：设备费100.00万元，会务费20.50万元。',
      '单价100万元（含）以上设备0台，根据〔2023〕62号文安排单位价值50万元以上设备3台。',
    ],
    claims: [
      'performance-funds | “涉及财政拨款资金共计” | no phase | amount 120.50万元',
      'other | “设备费” | no phase | amount 100.00万元 | part of 0',
      'other | “会务费” | no phase | amount 20.50万元 | part of 0',
    ],
  },
  {
    name: 'personnel and operating funds with their lists',
    headings: ['一般公共预算财政拨款基本支出决算情况说明'],
    texts: [
      '一般公共预算财政拨款基本支出30.00万元，其中：人员经费20.00万元，主要包括：基本工资、津贴补贴、其他工资福利支出；公用经费10.00万元，主要包括：办公费、维修（护）费等支出。',
    ],
    claims: [
      'basic-expenditure | “一般公共预算财政拨款基本支出” | executed | amount 30.00万元',
      'personnel | “人员经费” | executed | amount 20.00万元 | part of 0 | items 基本工资、津贴补贴、其他工资福利支出',
      'public | “公用经费” | executed | amount 10.00万元 | part of 0 | items 办公费、维修（护）费',
    ],
  },
  {
    name: 'no subject: kept as it is',
    headings: ['年度工作情况'],
    texts: ['全年争取上级资金3.50亿元，为企业减负1200万元。'],
    claims: [
      'other | “全年争取上级资金” | no phase | amount 3.50亿元',
      'other | “为企业减负” | no phase | amount 1200万元',
    ],
  },
  {
    name: 'terms and duties state no amounts',
    headings: ['名词解释'],
    texts: ['一、三公经费：指100万元以内的经费5万元。'],
    claims: [],
  },
];

describe('claims: expenses of all kinds', () => {
  it.each(CASES)('$name', ({ texts, claims, ...setting }) => {
    expect(claimsOf(texts, setting).map(claimLine)).toEqual(claims);
  });
});
