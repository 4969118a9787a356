import { describe, expect, it } from 'vitest';
import { amend, beginTrail, replay } from '../../../src/normalize/text/edit.js';

describe('edits', () => {
  it('records what changed and nothing else', () => {
    const trail = amend(amend(beginTrail('1,2'), 'minus-sign', '1,2'), 'thousands-separators', '12');
    expect(trail).toEqual({ text: '12', edits: [{ rule: 'thousands-separators', from: '1,2', to: '12' }] });
  });

  it('replays a trail', () => {
    const trail = amend(amend(beginTrail(' （5）'), 'full-width-digits', ' (5)'), 'blanks-removed', '(5)');
    expect(replay(' （5）', trail.edits)).toBe('(5)');
    expect(replay('untouched', [])).toBe('untouched');
  });

  it.each([
    ['another printed text', '2', [{ rule: 'minus-sign', from: '1', to: '-1' }]],
    [
      'a gap between two edits',
      '1',
      [
        { rule: 'minus-sign', from: '1', to: '2' },
        { rule: 'minus-sign', from: '3', to: '4' },
      ],
    ],
    ['a rule that has no name', '1', [{ rule: 'guess', from: '1', to: '7' }]],
    ['a name of every object', '1', [{ rule: 'toString', from: '1', to: '7' }]],
  ])('does not replay %s', (_, printed, edits) => {
    expect(replay(printed, edits)).toBeNull();
  });
});
