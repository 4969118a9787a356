import { EmptyFileError, TooLargeError, UnknownFormatError } from '../../errors.js';
import { MOST_DUMP_BYTES } from '../limits.js';

/** Control characters that no text dump contains: all below the blank except tab, line ends, form feed. */
const CONTROL = /[\u0000-\u0008\u000b\u000e-\u001f\u007f]/;

/** Characters that come out when bytes of another kind are read as GB 18030: private use and unassigned ones. */
const STRANGE = /[\p{Co}\p{Cn}\ufffd]/gu;

/** At most this share of strange characters is believed to be text of a report. */
const STRANGE_SHARE = 0.01;

function decodeStrictly(bytes: Uint8Array, encoding: 'utf-8' | 'gb18030'): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    // TypeError is how a fatal decoder says "not in this encoding"; everything else is a bug.
    if (error instanceof TypeError) return null;
    throw error;
  }
}

function strangeShare(text: string): number {
  return (text.match(STRANGE)?.length ?? 0) / Math.max(1, text.length);
}

/**
 * The text of a dump in UTF-8 (a byte order mark is dropped) or GB 18030, which Chinese Windows tools write.
 * Nothing is replaced: a file that is neither to the last byte is refused.
 *
 * @throws EmptyFileError no bytes, or nothing but white space
 * @throws TooLargeError far more text than a report has
 * @throws UnknownFormatError binary data, UTF-16, or another encoding
 */
export function decodeTextDump(bytes: Uint8Array, file: string): string {
  if (bytes.length === 0) throw new EmptyFileError(file);
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    throw new UnknownFormatError(file, 'text in UTF-16');
  }
  const text = decodeStrictly(bytes, 'utf-8') ?? decodeStrictly(bytes, 'gb18030');
  if (text === null) throw new UnknownFormatError(file, 'bytes that are neither UTF-8 nor GB 18030');
  if (CONTROL.test(text)) throw new UnknownFormatError(file, 'binary data');
  if (bytes.length > MOST_DUMP_BYTES)
    throw new TooLargeError(file, `${bytes.length} bytes of text, and at most ${MOST_DUMP_BYTES} are read`);
  if (strangeShare(text) > STRANGE_SHARE) throw new UnknownFormatError(file, 'text in an unknown encoding');
  if (text.trim() === '') throw new EmptyFileError(file);
  return text;
}
