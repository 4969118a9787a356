import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { EXIT } from '../../src/cli/exit-code.js';
import { buildProgram } from '../../src/cli/program.js';
import { fakeServices } from '../cli/fake-services.js';

const page = readFileSync(new URL('../../docs/command-line.md', import.meta.url), 'utf8');
const commands = buildProgram(fakeServices().services, () => {}).commands.map((command) => ({
  name: command.name(),
  command,
}));

/** The text below a level-2 heading that begins with the words, up to the next heading. */
function section(beginning: string): string {
  const found = page
    .split(/^## /m)
    .find((part) => part === beginning || part.startsWith(`${beginning} `) || part.startsWith(`${beginning}\n`));
  return found ?? '';
}

/** The first cells of the rows of the tables in a text, that are code. */
function tableKeys(text: string): string[] {
  return [...text.matchAll(/^\| \[?`([^`]+)`/gm)].map((match) => match[1] ?? '');
}

describe('docs/command-line.md', () => {
  it('has the commands, in the order of the help page', () => {
    const headings = [...page.matchAll(/^## juesuan (\w+)/gm)].map((match) => match[1]);
    expect(headings).toEqual(commands.map(({ name }) => name));
    expect(tableKeys(page.slice(0, page.indexOf('## Exit codes'))).sort()).toEqual(
      commands.map(({ name }) => name).sort(),
    );
  });

  it.each(commands)('$name: has its options with their values, and no others', ({ name, command }) => {
    expect(tableKeys(section(`juesuan ${name}`)).sort()).toEqual(command.options.map((option) => option.flags).sort());
  });

  it.each(commands)('$name: names its arguments in the heading', ({ name, command }) => {
    const words = command.registeredArguments.map((argument) => {
      const word = argument.name().toUpperCase() + (argument.variadic ? '…' : '');
      return argument.required ? word : `[${word}]`;
    });
    expect(section(`juesuan ${name}`).split('\n')[0]).toBe(['juesuan', name, ...words].join(' '));
  });

  it.each(commands)('$name: names every choice of its options and arguments', ({ name, command }) => {
    const choices = [...command.options, ...command.registeredArguments].flatMap(({ argChoices }) => argChoices ?? []);
    const text = section(`juesuan ${name}`);
    expect(choices.filter((choice) => !text.includes(`\`${choice}\``))).toEqual([]);
  });

  it('has the exit codes, and no others', () => {
    expect(tableKeys(section('Exit codes'))).toEqual(Object.values(EXIT).map(String));
  });

  it('links to headings that exist', () => {
    const anchors = [...page.matchAll(/^## (.+)$/gm)].map((match) =>
      (match[1] ?? '')
        .toLowerCase()
        .replace(/[^\p{L}\p{N} -]/gu, '')
        .replaceAll(' ', '-'),
    );
    const links = [...page.matchAll(/\]\(#([^)]+)\)/g)].map((match) => match[1]);
    expect(links.filter((link) => !anchors.includes(link ?? ''))).toEqual([]);
  });
});
