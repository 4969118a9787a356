const TILDE = 0x7e;
const Z = 0x7a;
const END_OF_HEX = 0x3e;

/** The bytes of ASCII85 data (PDF 32000-1, 7.4.3); stops at what is none. A `z` is four zeros, so they are at most four times as many. */
export function fromAscii85(data: Uint8Array): Uint8Array {
  const out = new Uint8Array(data.length * 4 + 4);
  let length = 0;
  let value = 0;
  let digits = 0;
  const put = (count: number): void => {
    for (let byte = 0; byte < count; byte++) out[length++] = Math.floor(value / 256 ** (3 - byte)) & 0xff;
    value = 0;
    digits = 0;
  };
  for (const character of data) {
    if (character <= 0x20) continue;
    if (character === TILDE) break;
    if (character === Z && digits === 0) put(4);
    else if (character < 0x21 || character > 0x75) break;
    else {
      value = value * 85 + (character - 0x21);
      digits++;
      if (digits === 5) put(4);
    }
  }
  if (digits > 1) {
    const rest = digits - 1;
    for (; digits < 5; digits++) value = value * 85 + 84;
    put(rest);
  }
  return out.subarray(0, length);
}

/** The bytes of hexadecimal data (PDF 32000-1, 7.4.2); stops at what is none. */
export function fromAsciiHex(data: Uint8Array): Uint8Array {
  const end = data.indexOf(END_OF_HEX);
  const text = Buffer.from(data.subarray(0, end < 0 ? data.length : end)).toString('latin1');
  return new Uint8Array(Buffer.from(text.replace(/\s+/g, ''), 'hex'));
}
