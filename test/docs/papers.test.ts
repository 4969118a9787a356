import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { STATEMENT_KINDS } from '../../src/normalize/report.js';

const read = (file: string): string => readFileSync(file, 'utf8');
const markdownIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name));
const matches = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map((match) => match[1] ?? '');

const packageJson = z
  .object({
    scripts: z.record(z.string(), z.string()),
    dependencies: z.record(z.string(), z.string()),
    optionalDependencies: z.record(z.string(), z.string()),
    devDependencies: z.record(z.string(), z.string()),
  })
  .parse(JSON.parse(read('package.json')));
const readme = read('README.md');
const chinese = read('README.zh-CN.md');
const papers = [...markdownIn('.'), ...markdownIn('docs'), ...markdownIn('docs/decisions'), 'bench/README.md'];

/** The commands in fenced blocks, their comments (which are translated) taken off. */
const commands = (text: string): string[] =>
  matches(text, /^```\w+\n([\s\S]*?)^```/gm)
    .flatMap((block) => block.split('\n'))
    .map((line) => line.replace(/\s+#.*/, '').trim())
    .filter((line) => line !== '');

/** The names in the first column of the table under a header line. */
function folderMap(text: string, header: string): string[] {
  const [, table = ''] = text.split(`${header}\n`);
  const [body = ''] = table.split('\n\n');
  return matches(body, /^\| (`.+?`) \|/gm).flatMap((cell) => matches(cell, /`([^`]+)`/g));
}

describe('the two READMEs', () => {
  it('show the same commands', () => {
    expect(commands(chinese)).toEqual(commands(readme));
    expect(commands(readme)).toContain('npm ci && npm run check');
  });

  it('map the same folders, and each is there', () => {
    const map = folderMap(readme, '| folder | what |');
    expect(folderMap(chinese, '| 目录 | 内容 |')).toEqual(map);
    expect(map).toContain('src/verify');
    expect(map.filter((path) => !existsSync(path))).toEqual([]);
  });
});

describe.each(papers)('%s', (file) => {
  const text = read(file);

  it('links to files that are there', () => {
    const targets = matches(text, /\]\((?!https?:)([^)#]+)/g);
    expect(targets.filter((target) => !existsSync(join(dirname(file), target)))).toEqual([]);
  });

  it('names npm scripts that are there', () => {
    const scripts = matches(text, /npm run (?:--silent )?([a-z-]+)/g);
    expect(scripts.filter((script) => !(script in packageJson.scripts))).toEqual([]);
  });
});

describe('docs/decisions', () => {
  const records = readdirSync('docs/decisions').filter((name) => /^\d{4}-/.test(name));

  it('lists every record', () => {
    expect(matches(read('docs/decisions/README.md'), /\]\((\d{4}-[^)]+)\)/g)).toEqual(records.sort());
  });

  it.each(records)('%s has question, choice, why and price on at most 50 lines', (name) => {
    const text = read(join('docs/decisions', name));
    expect(matches(text, /^## (.+)$/gm)).toEqual(['Question', 'Choice', 'Why', 'Price']);
    expect(text.split('\n').length).toBeLessThanOrEqual(51);
  });

  it('gives a reason for every package, and for no other', () => {
    const rows = matches(read('docs/decisions/dependencies.md'), /^\| (`.+?) \|/gm);
    const named = rows.flatMap((row) => matches(row, /`([^`]+)`/g));
    const { dependencies, optionalDependencies, devDependencies } = packageJson;
    const used = [...Object.keys(dependencies), ...Object.keys(optionalDependencies)].toSorted();
    expect(named).toEqual([...used, ...Object.keys(devDependencies)]);
  });
});

describe('docs/glossary.md', () => {
  it('explains every kind of statement', () => {
    const glossary = read('docs/glossary.md');
    expect(STATEMENT_KINDS.filter((kind) => !glossary.includes(`\`${kind}\``))).toEqual([]);
  });
});
