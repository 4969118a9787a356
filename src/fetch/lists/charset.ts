/** Declarations stand in the first bytes of a page. */
const HEAD = 2048;

/**
 * The text of a web page or feed. What it says of its own encoding is believed only if the bytes agree: pages that say UTF-8 and are
 * GBK, or the other way round, are usual. In the order: byte order mark, header, declaration in the page, UTF-8, GB 18030.
 */
export function decodePage(bytes: Uint8Array, contentType: string | undefined): string {
  const head = Buffer.from(bytes.subarray(0, HEAD)).toString('latin1');
  const declared = [
    byteOrderMark(bytes),
    /charset\s*=\s*["']?([\w-]+)/i.exec(contentType ?? '')?.[1],
    /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1],
    /^\s*<\?xml[^>]+encoding\s*=\s*["']([\w-]+)/i.exec(head)?.[1],
  ];
  for (const label of [...declared, 'utf-8', 'gb18030']) {
    const text = label === undefined ? null : strictly(bytes, label);
    if (text !== null) return text;
  }
  // Damaged in every encoding: addresses are ASCII, which most encodings share.
  return new TextDecoder('utf-8').decode(bytes);
}

function byteOrderMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

function strictly(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
