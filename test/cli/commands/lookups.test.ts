import { describe, expect, it } from 'vitest';
import { run } from '../fake-services.js';

describe('juesuan schema', () => {
  it.each([[[]], [['--json']]])('prints JSON Schema (%j)', async (options) => {
    const { exitCode, stdout } = await run(['schema', ...options]);
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ $schema: expect.any(String), type: 'object' });
  });
});

describe('juesuan stage', () => {
  it('prints the text of the stage', async () => {
    expect(await run(['stage', 'segment', 'demo.pdf'])).toEqual({
      exitCode: 0,
      stdout: 'segment of demo.pdf\n',
      stderr: '',
    });
  });

  it('prints an object with --json', async () => {
    const { stdout } = await run(['stage', 'extract', 'demo.pdf', '--json']);
    expect(JSON.parse(stdout)).toEqual({ stage: 'extract', file: 'demo.pdf', text: 'extract of demo.pdf' });
  });
});

describe('juesuan codes', () => {
  const hit = {
    scheme: 'functional',
    code: '208',
    name: '社会保障和就业支出',
    level: 'class',
    validFrom: 2007,
    validTo: null,
    firstSeen: 2018,
    lastSeen: 2024,
    evidence: 'documented',
  } as const;

  it('shows the entries, and hands all words on', async () => {
    const searched: string[] = [];
    const searchCodes = async (words: string) => {
      searched.push(words);
      return [hit];
    };
    const { exitCode, stdout } = await run(['codes', '社会', '保障'], { searchCodes });
    expect(exitCode).toBe(0);
    expect(searched).toEqual(['社会 保障']);
    expect(stdout.split('\n')[2]).toBe(
      'functional  208   class  社会保障和就业支出  from 2007  2018-2024      documented',
    );
  });

  it('prints the entries as JSON, an empty list for none', async () => {
    const found = await run(['codes', '208', '--json'], { searchCodes: async () => [hit] });
    expect(JSON.parse(found.stdout)).toEqual([hit]);
    expect(JSON.parse((await run(['codes', '999', '--json'])).stdout)).toEqual([]);
  });

  it('says on stderr that nothing matches', async () => {
    expect(await run(['codes', '999'])).toEqual({ exitCode: 0, stdout: '', stderr: expect.stringMatching(/"999"/) });
  });
});

describe('juesuan explain', () => {
  const explainCheck = async (id: string) => (id === 'a/b' ? '# a/b: title\n\nText.\n\n' : null);

  it('prints the page of a check', async () => {
    expect((await run(['explain', 'a/b'], { explainCheck })).stdout).toBe('# a/b: title\n\nText.\n');
    const { stdout } = await run(['explain', 'a/b', '--json'], { explainCheck });
    expect(JSON.parse(stdout)).toEqual({ id: 'a/b', page: '# a/b: title\n\nText.\n\n' });
  });

  it('refuses an id that no check has', async () => {
    const { exitCode, stderr } = await run(['explain', 'a/c'], { explainCheck });
    expect(exitCode).toBe(2);
    expect(stderr).toContain('there is no check "a/c"');
  });

  it('lists all without an id', async () => {
    const checkPages = async () => [{ id: 'a/b', summary: '收入 = 支出' }];
    expect((await run(['explain'], { checkPages })).stdout).toBe(
      'check  summary\n-----  -----------\na/b    收入 = 支出\n',
    );
    expect(JSON.parse((await run(['explain', '--json'], { checkPages })).stdout)).toEqual([
      { id: 'a/b', summary: '收入 = 支出' },
    ]);
  });
});
