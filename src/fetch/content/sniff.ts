import { FetchFault } from '../fault.js';

/** What kinds of documents are kept, by the ending of their file. */
export type DocumentType = 'pdf' | 'png' | 'jpg' | 'tif' | 'webp' | 'txt';

/** So many bytes from the beginning tell what a document is. A PDF may have its header anywhere in the first 1024. */
export const HEAD_LENGTH = 1024;

const PICTURES: readonly (readonly [DocumentType, RegExp])[] = [
  ['png', /^\x89PNG\r\n\x1a\n/],
  ['jpg', /^\xff\xd8\xff/],
  ['tif', /^(II\*\x00|MM\x00\*)/],
  ['webp', /^RIFF[\s\S]{4}WEBP/],
];

/** What servers send in the place of a report, named so that the user knows what to look for. */
const STRANGERS: readonly (readonly [RegExp, string])[] = [
  [/^PK\x03\x04/, 'a ZIP archive or an Office document'],
  [/^\xd0\xcf\x11\xe0/, 'an old Office document'],
  [/^Rar!/, 'a RAR archive'],
  [/^7z\xbc\xaf/, 'a 7z archive'],
  [/^\x1f\x8b/, 'a gzip archive'],
  [/^GIF8/, 'a GIF picture'],
  [/^\{\\rtf/, 'an RTF document'],
];

/** No PDF and no report in plain text begins so. */
const MARKUP = /^(\xef\xbb\xbf)?\s*<[!?a-z]/i;

/**
 * What the first bytes say a document is; names, endings and `Content-Type` say nothing here, they are often wrong.
 * @param allowText dumps of plain text are wanted too
 * @throws FetchFault (`type`) that says what was found instead
 */
export function documentType(head: Uint8Array, allowText: boolean): DocumentType {
  const start = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, HEAD_LENGTH)).toString('latin1');
  if (start.trim() === '') throw refused('nothing');
  if (MARKUP.test(start)) throw refused(`a web page${titleOf(head)}`);
  if (start.includes('%PDF-')) return 'pdf';
  const picture = PICTURES.find(([, pattern]) => pattern.test(start));
  if (picture !== undefined) return picture[0];
  const stranger = STRANGERS.find(([pattern]) => pattern.test(start));
  if (stranger !== undefined) throw refused(stranger[1]);
  if (start.includes('\0')) throw refused('bytes of an unknown kind');
  if (allowText) return 'txt';
  throw refused('plain text (--text allows it)');
}

function refused(found: string): FetchFault {
  return new FetchFault('type', `expected a PDF or a picture, found ${found}`);
}

/** The title of a page often says what went wrong: 404, 请登录. */
function titleOf(head: Uint8Array): string {
  const title = /<title[^>]*>([^<]{1,80})/i.exec(Buffer.from(head).toString('utf8'))?.[1]?.replace(/\s+/g, ' ').trim();
  return title === undefined || title === '' || title.includes('\uFFFD') ? '' : ` ("${title}")`;
}
