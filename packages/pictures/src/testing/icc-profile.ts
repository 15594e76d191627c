/** A signed number with 16 bits before the point and 16 after it. */
function fixed(number: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(Math.round(number * 65_536));
  return bytes;
}

function tag(type: string, ...parts: Buffer[]): Buffer {
  const bytes = Buffer.concat([Buffer.from(type, 'latin1'), Buffer.alloc(4), ...parts]);
  return Buffer.concat([bytes, Buffer.alloc(-bytes.length & 3)]);
}

function unsigned(...numbers: number[]): Buffer {
  const bytes = Buffer.alloc(numbers.length * 4);
  for (const [at, number] of numbers.entries()) bytes.writeUInt32BE(number, at * 4);
  return bytes;
}

const xyz = (x: number, y: number, z: number) => tag('XYZ ', fixed(x), fixed(y), fixed(z));

/** A text in one language, in UTF-16, as version 4 has it. */
const localised = (text: string) => {
  const words = Buffer.from(text, 'utf16le').swap16();
  return tag('mluc', unsigned(1, 12), Buffer.from('enUS'), unsigned(words.length, 28), words);
};

/** The curve of sRGB, which Display P3 shares. */
const curve = tag(
  'para',
  Buffer.from([0, 3, 0, 0]),
  ...[2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045].map(fixed),
);

/** A colour profile (ICC 4.2) with the primaries of Display P3, and a text planted in it. */
export function iccProfile(text: string): Buffer {
  const tags: [string, Buffer][] = [
    ['desc', localised(`${text} description`)],
    ['cprt', localised(`${text} copyright`)],
    ['dmnd', localised(`${text} manufacturer`)],
    ['wtpt', xyz(0.9642, 1, 0.8249)],
    ['rXYZ', xyz(0.51512, 0.2412, -0.00105)],
    ['gXYZ', xyz(0.29198, 0.69225, 0.04189)],
    ['bXYZ', xyz(0.1571, 0.06657, 0.78407)],
    ['rTRC', curve],
    ['gTRC', curve],
    ['bTRC', curve],
  ];
  let offset = 128 + 4 + tags.length * 12;
  const table = tags.map(([name, bytes]) => {
    const entry = Buffer.concat([Buffer.from(name), unsigned(offset, bytes.length)]);
    offset += bytes.length;
    return entry;
  });
  const head = Buffer.alloc(128);
  head.writeUInt32BE(offset, 0);
  head.writeUInt32BE(0x04200000, 8);
  head.write('mntrRGB XYZ ', 12, 'latin1');
  head.writeUInt16BE(2026, 24);
  head.writeUInt16BE(1, 26);
  head.writeUInt16BE(1, 28);
  head.write('acsp', 36, 'latin1');
  Buffer.concat([fixed(0.9642), fixed(1), fixed(0.8249)]).copy(head, 68);
  return Buffer.concat([head, unsigned(tags.length), ...table, ...tags.map(([, bytes]) => bytes)]);
}
