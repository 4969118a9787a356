import { describe, expect, it } from 'vitest';
import { countsIn } from '../../../../src/normalize/narrative/counted.js';
import { twoVersions } from '../../../../src/verify/checks/consistency/two-versions.js';
import { verify } from '../../../../src/verify/verify.js';
import { aProject, type ProjectSpec } from '../../../support/evaluation-factory.js';
import { aFact, aQuantity } from '../../../support/narrative-factory.js';
import { QUANZHOU_EVALUATIONS } from '../../../support/quanzhou-evaluations.js';
import { aReport } from '../../../support/report-factory.js';

/** The counts of sections of prose as facts, as the reader gives them. */
const factsOf = (...sections: readonly string[]) =>
  sections.flatMap((text, section) =>
    countsIn(text).map(({ key, unit, number, phrase }) =>
      aFact('activity', {
        subject: key,
        label: text.slice(...phrase),
        text,
        value: aQuantity(text.slice(...number), 'count', { unit }),
        section,
      }),
    ),
  );

const QUANZHOU =
  '泉州市政府门户网站群上承载了1个主站点、13个区县网站、32个市直单位网站,还有人大、政协等共计63个网站,需要维护的后台发布账号共计891个(包括市政府、部门、各区县及下属部门乡镇)';

const table = (text: string, as: 'indicator' | 'goal' | 'plan' = 'indicator') =>
  aProject({
    project: '示例项目',
    ...(as === 'indicator' ? { indicators: [['数量指标', text, '=100', '100', '10', '10']] } : {}),
    ...(as === 'goal' ? { goal: ['保障运行', text] } : {}),
    ...(as === 'plan' ? { goal: [text, '保障运行'] } : {}),
  } satisfies ProjectSpec);

describe('consistency/two-versions', () => {
  it('F2: websites and accounts of Quanzhou, as one finding', () => {
    const report = aReport({ facts: factsOf(QUANZHOU), evaluations: QUANZHOU_EVALUATIONS });
    const { findings, checks, facts } = verify(report, [twoVersions]);
    expect(checks.map(({ outcome }) => outcome)).toEqual(['exact', 'violation']);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ severity: 'warning', diagnosis: 'two-versions' });
    for (const number of ['32', '34', '63', '62', '891', '775']) expect(findings[0]?.message).toContain(number);
    expect(facts.find(({ label }) => label.includes('区县网站'))?.value?.status).toBe('verified');
    expect(facts.find(({ label }) => label.includes('891'))?.value?.status).toBe('disputed');
  });

  it.each<[string, readonly string[], ReturnType<typeof table>]>([
    ['the same numbers', [QUANZHOU], table('13个区县网站、32个市直网站、共63个网站')],
    ['no count in common', ['新建3个社区食堂、共有12个文化广场'], table('改造5个社区食堂、共有14个文化广场')],
    ['a plan', [QUANZHOU], table('13个区县网站、34个市直网站、共62个网站', 'plan')],
    [
      'two numbers for one thing in the prose',
      ['13个区县网站、32个市直网站、35个市直网站'],
      table('13个区县网站、34个市直网站'),
    ],
    ['counts of two sections', ['有13个区县网站', '有32个市直网站'], table('13个区县网站、34个市直网站')],
    ['about so many', ['13个区县网站、近40个市直网站'], table('13个区县网站、34个市直网站')],
  ])('finds nothing: %s', (_, sections, evaluation) => {
    const report = aReport({ facts: factsOf(...sections), evaluations: [evaluation] });
    expect(verify(report, [twoVersions]).findings).toEqual([]);
  });

  it('reads achievements as well', () => {
    const report = aReport({ facts: factsOf(QUANZHOU), evaluations: [table('13个区县网站、34个市直网站', 'goal')] });
    expect(verify(report, [twoVersions]).findings).toHaveLength(1);
  });
});
