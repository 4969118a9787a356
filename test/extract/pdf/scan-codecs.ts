import sharp from 'sharp';
import type { GreyImage } from '../../../src/extract/ocr/image.js';
import type { MadeImage } from './image-pages.js';

const ONE_BIT = '/ColorSpace /DeviceGray /BitsPerComponent 1';

/** Black and white as a fax sends it (CCITT group 4). */
export async function fax(image: GreyImage): Promise<MadeImage> {
  const parameters = `/K -1 /Columns ${image.width} /Rows ${image.height}`;
  return {
    entries: `/Width ${image.width} /Height ${image.height} ${ONE_BIT} /Filter /CCITTFaxDecode /DecodeParms << ${parameters} >>`,
    bytes: await groupFour(image),
  };
}

/** Black and white as JBIG2: a page of one generic region, coded like a fax (ITU-T T.88, 7.2 and 7.4.6). */
export async function jbig2(image: GreyImage): Promise<MadeImage> {
  const { width, height } = image;
  const page = Buffer.alloc(19);
  page.writeUInt32BE(width, 0);
  page.writeUInt32BE(height, 4);
  const region = Buffer.alloc(18);
  region.writeUInt32BE(width, 0);
  region.writeUInt32BE(height, 4);
  region.writeUInt8(1, 17);
  const bytes = Buffer.concat([segment(0, 48, page), segment(1, 38, Buffer.concat([region, await groupFour(image)]))]);
  return { entries: `/Width ${width} /Height ${height} ${ONE_BIT} /Filter /JBIG2Decode`, bytes };
}

function segment(number: number, type: number, data: Buffer): Buffer {
  const header = Buffer.alloc(11);
  header.writeUInt32BE(number, 0);
  header.writeUInt8(type, 4);
  header.writeUInt8(1, 6);
  header.writeUInt32BE(data.length, 7);
  return Buffer.concat([header, data]);
}

/** The one strip of a TIFF that libtiff codes. There 0 is black, for a fax it is white: the picture is inverted before. */
async function groupFour({ width, height, data }: GreyImage): Promise<Buffer> {
  const inverted = data.map((value) => 255 - value);
  const tiff = await sharp(inverted, { raw: { width, height, channels: 1 } })
    .toColourspace('b-w')
    .tiff({ compression: 'ccittfax4', bitdepth: 1 })
    .toBuffer();
  const entries = tiff.readUInt32LE(4);
  const value = (tag: number): number => {
    for (let at = entries + 2; ; at += 12) if (tiff.readUInt16LE(at) === tag) return tiff.readUInt32LE(at + 8);
  };
  return tiff.subarray(value(273), value(273) + value(279));
}

/**
 * 2052 by 8 pixels as lossless JPEG 2000 (made once with OpenJPEG): black from 0 to 100, from 1000 to 1010, at 2051, and in row 3
 * from 1500. Wider than 2048, where pdf.js would halve it.
 */
export const WIDE_JPX: MadeImage = {
  entries: '/Width 2052 /Height 8 /ColorSpace /DeviceGray /Filter /JPXDecode',
  bytes: Buffer.from(
    [
      '/0//UQApAAAAAAgEAAAACAAAAAAAAAAAAAAIBAAAAAgAAAAAAAAAAAABBwEB/1IADAAAAAEAAgQEAAH/XAAKQEBISFBISFD/ZAAlAAFDcmVhdG',
      'VkIGJ5IE9wZW5KUEVHIHZlcnNpb24gMi41LjT/kAAKAAAAAAH3AAH/k/3/QP77QbvtBv4Fv32g38CbftLf2lvv9oGACJEXwH6X/2axA649wQAA',
      'GEhLom8AAGEhJbYQGEg6SaKEhKLRYDCQalOGKhKVBoDCQdE9wkJTPOAYSDonuEhLAdkFf9zfAdkFf9zfoAID5nOE9YHv7/8U60JCXbATP5aS7X',
      'UgGgBnncAGABRXAAA4AOZq4G//FvALAdkFf9zfnNCBhBoD3/twog/DY7gbBfwD1IVAQBgQVIl0fCO3GaiqyF10YqcB2QV6T2IAAAAAAAAAAAAA',
      'AAAAApQRLMdngbIwyVAAAAAAAAAAAAAAwkJf/38B2QV6T2IAAAAAAAAAAAAAAAAAApQRLMdngbIwyVAAAAAAAAAAAAAAwkJf/38DJ0/8/2AOv8',
      'AnT+oFef6gPaP+0L/2g37Qb3+oD2g/6gZ7/OCAb/6B3tcVr6AH0gllNdJzEJ2J/Pi6CEvfn5ZwfARNfb7nykoLRALKbn8LRALKbn8KU8+dtnmf',
      'K98Lv/539oIV/wBup/qBX/9gCbU/+AZ/8Ab+AN/wBv4A3/9gB7Uf/AFf/2AGnl8CQ6CrBnkt2amJRQGSv7+Z6uAqpxcpcb+a3oQY1VWeqkNZtc',
      '0MeGb/fW4MeGb/fW4MeGb/fW4MeGb/fW4Mcs+Z/mT/fxawj//Z',
    ].join(''),
    'base64',
  ),
};

/** The picture in {@link WIDE_JPX}. */
export const WIDE: GreyImage = {
  width: 2052,
  height: 8,
  data: Uint8Array.from({ length: 2052 * 8 }, (_, i) => {
    const [x, y] = [i % 2052, Math.floor(i / 2052)];
    return x < 100 || (x >= 1000 && x < 1010) || x === 2051 || (y === 3 && x >= 1500) ? 0 : 255;
  }),
};
