import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Counted, countsIn, sameCounted } from '../../../src/normalize/narrative/counted.js';
import { factsOf, ofKind } from '../../support/facts-of.js';

const told = ({ value, unit, noun, total, approximate }: Counted): string =>
  `${approximate ? '约' : ''}${total ? '共' : ''}${value / 10_000}${unit} ${noun}`;

describe('countsIn', () => {
  it.each([
    [
      '承载了1个主站点、13 个区县网站、32 个市直单位网站，还有人大等共计 63 个网站',
      ['1个 主站点', '13个 区县网站', '32个 市直单位网站', '共63个 网站'],
    ],
    ['需要维护的后台发布账号共计 891 个(包括各部门)', ['共891个 后台发布账号']],
    [
      '共62个网站，维护网站群后台发布账号775个共26台服务器。',
      ['共62个 网站', '775个 网站群后台发布账号', '共26台 服务器'],
    ],
    [
      '对 7 个机房内的 20 套空调制冷系统、10 套 UPS 电源系统进行巡检',
      ['7个 机房', '20套 空调制冷系统', '10套 UPS电源系统'],
    ],
    ['保障召开国家、省、市三级视频会议 196 场次，续会 27 场。', ['196场次 市三级视频会议', '27场 续会']],
    ['新增接入单位22个', ['22个 接入单位']],
    ['共配置政务网络端口近110个', ['约110个 政务网络端口']],
    ['全年共完成 224 次资源缩、扩容工作', ['共224次 资源缩、扩容工作']],
    ['举办培训班三场，培训干部1.2万人次', ['3场 培训班', '12000万人次 培训干部']],
    ['走访企业１２家，解决问题 １，２０５ 件', ['12家 企业', '1205件 问题']],
    ['同时保障三套系统', ['3套 系统']],
    ['办结信访事项100余件。', ['约100件 办结信访事项']],
  ])('%s', (text, expected) => {
    const counted = countsIn(text);
    expect(counted.map(told)).toEqual(expected);
  });

  it.each([
    '2023年12月31日',
    '会议纪要〔2022〕62号',
    '实行7*24小时值班，7X24小时服务',
    'IPv6支持率在90%以上',
    '2014-2024全年运行',
    '支出1,205.33万元，每次3元',
    '每月完成1次平台巡检',
    '第3次会议、前10名企业',
    '召开了一次会议，是一项重要工作',
    '坚决做到“两个维护”，增强四个意识',
    '连续3个月，提升5个百分点',
    '3部门联合，10人民币',
    '排除故障数百次',
    '1.加强管理 2.提升服务',
    '存储空间648.52T',
  ])('no count: %s', (text) => {
    expect(countsIn(text).map(told)).toEqual([]);
  });

  it('finds the digits where they stand in the form', () => {
    fc.assert(
      fc.property(fc.nat({ max: 99_999 }), fc.constantFrom('个网站', '台服务器', '场会议'), (number, rest) => {
        const [found, ...more] = countsIn(`全市承载了${number}${rest}。`);
        expect(more).toEqual([]);
        expect(found).toMatchObject({
          value: number * 10_000,
          noun: rest.slice(1),
          number: [5, 5 + String(number).length],
        });
      }),
    );
  });
});

describe('sameCounted', () => {
  const one = (text: string): Counted => {
    const [found] = countsIn(text);
    if (found === undefined) throw new Error(`no count in ${text}`);
    return found;
  };

  it.each([
    ['32个市直单位网站', '34个市直主站', true],
    ['共计63个网站', '共62个网站', true],
    ['后台发布账号共计891个', '维护网站群后台发布账号775个', true],
    ['后台发布账号891个', '后台发布帐号775个', true],
    ['90个电信间', '共90间电信间', false], // a short noun, and only one is a total
    ['51个网站', '共62个网站', false],
    ['13个区县网站', '32个市直单位网站', false],
    ['近110个政务网络端口', '120个政务网络端口', false],
    ['3次平台应急演练', '2场平台应急演练', false],
    ['196场视频会议', '196个视频会议', true],
  ])('%s, %s: %s', (a, b, same) => {
    expect(sameCounted(one(a), one(b))).toBe(same);
    expect(sameCounted(one(b), one(a))).toBe(same);
  });
});

describe('activities', () => {
  it('come from the work summary only; the label counts again', () => {
    const facts = ofKind(
      factsOf([
        ['单位主要工作总结', '开展巡查。'],
        ['>加强国有资产管理', '需要维护的后台发布账号共计 891 个，服务200家企业。'],
        ['其他说明', '服务200家企业。'],
      ]),
      'activity',
    );
    expect(facts.map(({ subject, label, section, value }) => [subject, label, section, value?.value])).toEqual([
      ['后台发布账号', '后台发布账号共计891个', 1, 8_910_000],
      ['企业', '200家企业', 1, 2_000_000],
    ]);
    expect(facts.map(({ label }) => countsIn(label).map(told))).toEqual([['共891个 后台发布账号'], ['200家 企业']]);
  });
});
