/**
 * A font that has every character, each drawn as the same box: what the browser of the tests falls
 * back on, so that a letter which the journal's own faces lack is seen, whatever fonts a machine has.
 * Made here because such fonts are published with other licences or not as packages.
 * Tables as in the OpenType specification, version 1.9.
 */
export const LAST_RESORT = 'Test Last Resort';

const EM = 1000;
const ADVANCE = 600;

/** A TrueType file. */
export function makeLastResortFont(): Buffer {
  const tables: [string, Buffer][] = [
    ['OS/2', os2()],
    ['cmap', cmap()],
    ['glyf', Buffer.concat([box(), box()])],
    ['head', head()],
    ['hhea', hhea()],
    ['hmtx', u16(ADVANCE, 0, ADVANCE, 0)],
    ['loca', u16(0, box().length / 2, box().length)],
    ['maxp', Buffer.concat([u32(0x00010000), u16(2, 4, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0)])],
    ['name', names()],
    ['post', Buffer.concat([u32(0x00030000, 0), u16(0, 0), u32(0, 0, 0, 0, 0)])],
  ];
  const directory: Buffer[] = [
    u32(0x00010000),
    u16(tables.length, 128, 3, tables.length * 16 - 128),
  ];
  const bodies: Buffer[] = [];
  let offset = 12 + tables.length * 16;
  for (const [tag, body] of tables) {
    const padded = Buffer.concat([body, Buffer.alloc((4 - (body.length % 4)) % 4)]);
    directory.push(Buffer.from(tag, 'latin1'), u32(checksum(padded), offset, body.length));
    bodies.push(padded);
    offset += padded.length;
  }
  return Buffer.concat([...directory, ...bodies]);
}

const u16 = (...values: number[]): Buffer => {
  const buffer = Buffer.alloc(values.length * 2);
  for (const [index, value] of values.entries()) buffer.writeUInt16BE(value & 0xffff, index * 2);
  return buffer;
};
const u32 = (...values: number[]): Buffer => {
  const buffer = Buffer.alloc(values.length * 4);
  for (const [index, value] of values.entries()) buffer.writeUInt32BE(value >>> 0, index * 4);
  return buffer;
};

function checksum(table: Buffer): number {
  let sum = 0;
  for (let at = 0; at < table.length; at += 4) sum = (sum + table.readUInt32BE(at)) >>> 0;
  return sum;
}

/** One contour of four points, 100 to 500 wide and 0 to 700 high. */
function box(): Buffer {
  const outline = [u16(1, 100, 0, 500, 700, 3, 0), Buffer.from([1, 1, 1, 1])];
  return Buffer.concat([...outline, u16(100, 0, 400, 0, 0, 700, 0, -700)]);
}

/** Format 13: one group in which every character has the same glyph. */
function cmap(): Buffer {
  const group = [u16(13, 0), u32(28, 0, 1), u32(0x20, 0x10ffff, 1)];
  return Buffer.concat([u16(0, 1, 3, 10), u32(12), ...group]);
}

function head(): Buffer {
  const start = [u32(0x00010000, 0x00010000, 0, 0x5f0f3cf5), u16(0, EM), u32(0, 0, 0, 0)];
  return Buffer.concat([...start, u16(100, 0, 500, 700, 0, 8, 2, 0, 0)]);
}

const hhea = (): Buffer =>
  Buffer.concat([
    u32(0x00010000),
    u16(800, -200, 0, ADVANCE, 100, 100, 500, 1, 0, 0, 0, 0, 0, 0, 0, 2),
  ]);

function os2(): Buffer {
  const start = u16(1, ADVANCE, 400, 5, 0, 650, 600, 0, 75, 650, 600, 0, 350, 50, 300, 0);
  const ranges = [Buffer.alloc(10), u32(0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff)];
  const end = [
    Buffer.from('TEST'),
    u16(0x40, 0x20, 0xffff, 800, -200, 0, 800, 200),
    u32(0xffffffff, 0),
  ];
  return Buffer.concat([start, ...ranges, ...end]);
}

function names(): Buffer {
  const texts = [LAST_RESORT, 'Regular', LAST_RESORT, LAST_RESORT, '1.0', 'TestLastResort'];
  const encoded = texts.map((text) => Buffer.from(text, 'utf16le').swap16());
  let offset = 0;
  const records = encoded.map((text, index) => {
    const record = u16(3, 1, 0x409, index + 1, text.length, offset);
    offset += text.length;
    return record;
  });
  return Buffer.concat([u16(0, texts.length, 6 + texts.length * 12), ...records, ...encoded]);
}
