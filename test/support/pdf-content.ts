/** One operation of a PDF content stream: its operands as written, and the operator. */
export interface Operation {
  readonly operands: readonly string[];
  readonly operator: string;
}

const TOKEN = /\s+|%[^\r\n]*|<<|>>|<[0-9A-Fa-f\s]*>|\/[^\s()<>[\]{}/%]*|[[\]]|[^\s()<>[\]{}/%]+/y;

/**
 * Cuts a decoded content stream (one character a byte) into operations. Arrays, dictionaries and strings stay whole.
 * Throws on inline images, which none of the reports used in tests have.
 */
export function parseContent(content: string): Operation[] {
  const operations: Operation[] = [];
  let operands: string[] = [];
  let nested: string[] = [];
  let depth = 0;
  for (const token of tokens(content)) {
    const opens = token === '[' || token === '<<';
    const closes = token === ']' || token === '>>';
    if (opens || depth > 0) {
      nested.push(token);
      depth += opens ? 1 : closes ? -1 : 0;
      if (depth === 0) {
        operands.push(nested.join(' '));
        nested = [];
      }
    } else if (/^[A-Za-z'"][A-Za-z0-9*'"]*$/.test(token) && !['true', 'false', 'null'].includes(token)) {
      if (token === 'BI') throw new Error('expected a content stream without inline images, found BI');
      operations.push({ operands, operator: token });
      operands = [];
    } else operands.push(token);
  }
  return operations;
}

/** Writes operations back as a content stream. */
export function writeContent(operations: readonly Operation[]): string {
  return operations.map(({ operands, operator }) => [...operands, operator].join(' ')).join('\n');
}

function* tokens(content: string): Generator<string> {
  let at = 0;
  while (at < content.length) {
    if (content[at] === '(') {
      const end = endOfString(content, at);
      yield content.slice(at, end);
      at = end;
      continue;
    }
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(content)?.[0];
    if (token === undefined)
      throw new Error(`expected a token at byte ${at} of the content stream, found "${content[at]}"`);
    at += token.length;
    if (!/^[\s%]/.test(token)) yield token;
  }
}

/** Index behind the closing bracket of a literal string; brackets nest, a backslash takes the next character along. */
function endOfString(content: string, start: number): number {
  let depth = 0;
  for (let at = start; at < content.length; at++) {
    if (content[at] === '\\') at++;
    else if (content[at] === '(') depth++;
    else if (content[at] === ')' && --depth === 0) return at + 1;
  }
  throw new Error(`expected the literal string at byte ${start} to end, found the end of the content stream`);
}
