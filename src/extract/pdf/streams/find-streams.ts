/** A stream as it lies in the bytes of a PDF. */
export interface RawStream {
  /** Where its data begins. */
  readonly start: number;
  /** Bytes that its data has at most. */
  readonly length: number;
  /** What stands before it, back to the beginning of its object, escapes of names resolved; '' where that is not found. */
  readonly dictionary: string;
}

/** A dictionary that is longer is taken as unknown. */
const LONGEST_DICTIONARY = 64 * 1024;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/**
 * Every place of a PDF where a reader may find a stream: each `stream` at the end of which a line ends, wherever it stands. The structure
 * of the file is not followed, because a file that means harm lies about it.
 */
export function* streamsOf(file: Buffer): Generator<RawStream> {
  // Each end is looked for once: a file of nothing but beginnings would be gone through again for each of them.
  let end = 0;
  for (let at = file.indexOf('stream', 0, 'latin1'); at >= 0; at = file.indexOf('stream', at + 6, 'latin1')) {
    const start = dataStart(file, at);
    if (start === null) continue;
    if (end >= 0 && end < start) end = file.indexOf('endstream', start, 'latin1');
    const dictionary = dictionaryBefore(file, at);
    yield { start, length: longest(file, start, dictionary, end), dictionary };
  }
}

/** `null` for `endstream` and for a word in a text. */
function dataStart(file: Buffer, keyword: number): number | null {
  if (file.subarray(Math.max(0, keyword - 3), keyword).toString('latin1') === 'end') return null;
  let at = keyword + 6;
  while (file[at] === 0x20) at++;
  if (file[at] === CARRIAGE_RETURN) at++;
  else if (file[at] !== LINE_FEED) return null;
  return file[at] === LINE_FEED ? at + 1 : at;
}

function dictionaryBefore(file: Buffer, keyword: number): string {
  const from = Math.max(0, keyword - LONGEST_DICTIONARY);
  const object = file.subarray(from, keyword).lastIndexOf('obj', undefined, 'latin1');
  if (object < 0) return '';
  const text = file.toString('latin1', from + object + 3, keyword);
  return text.replace(/#([0-9a-fA-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/**
 * The length that the file says or shows, the larger one. Where the length stands in an object of its own and that does not follow the
 * stream, as it does in most files, the data may reach to the end of the file.
 * @param end where the next `endstream` stands; -1 where none does
 */
function longest(file: Buffer, start: number, dictionary: string, end: number): number {
  const rest = file.length - start;
  const shown = end < 0 ? rest : end - start;
  const said = /\/Length\s+(\d+)(\s+\d+\s+R)?/.exec(dictionary);
  if (said === null) return rest;
  if (said[2] === undefined) return Math.min(rest, Math.max(shown, Number(said[1])));
  const after = end < 0 ? '' : file.toString('latin1', end + 9, end + 80);
  const own = /^\s*endobj\s+(\d+)\s+\d+\s+obj\s+(\d+)\s+endobj/.exec(after);
  return own !== null && own[1] === said[1] ? Math.min(rest, Math.max(shown, Number(own[2]))) : rest;
}
