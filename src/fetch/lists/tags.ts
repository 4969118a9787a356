import { Parser, type ParserOptions } from 'htmlparser2';

/** What a reader of links is told of a page. */
export interface TagHandler {
  readonly opened: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly text?: (part: string) => void;
  readonly closed?: () => void;
}

/** The parser remembers all open elements, and each more costs time for all of them: a page of unclosed tags would take hours. */
const DEEPEST = 4096;
const CHUNK = 8192;

/** Tells the tags of a page in their order, in a time that grows with its length only. Nesting deeper than 4096 is forgotten. */
export function readTags(text: string, handler: TagHandler, options: ParserOptions = {}): void {
  let depth = 0;
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        depth += 1;
        handler.opened(name, attributes);
      },
      ontext: (part) => handler.text?.(part),
      onclosetag: () => {
        depth -= 1;
        handler.closed?.();
      },
    },
    options,
  );
  for (let from = 0; from < text.length; ) {
    const chunk = text.slice(from, from + CHUNK);
    // Up to a tag, so that none is lost where the parser forgets.
    const tag = chunk.lastIndexOf('<');
    const to = from + (tag > 0 ? tag : chunk.length);
    parser.write(text.slice(from, to));
    from = to;
    if (depth > DEEPEST) {
      parser.reset();
      depth = 0;
    }
  }
  parser.end();
}
