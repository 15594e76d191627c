import { promisify } from 'node:util';
import { crc32 } from 'node:zlib';
import { type Entry, fromBuffer, type ZipFile } from 'yauzl';
import { DocxRefusal } from './docx-refusal.ts';

export type ArchiveLimits = {
  entries: number;
  /** Most bytes of all entries together, unpacked. */
  bytes: number;
  /** Most bytes of a part that is read as XML. */
  xmlBytes: number;
  /** How many times its packed size a large entry may have: text packs to a twentieth. */
  ratio: number;
};

export const archiveLimits: ArchiveLimits = {
  entries: 3_000,
  bytes: 250 * 1024 ** 2,
  xmlBytes: 40 * 1024 ** 2,
  ratio: 150,
};

/** The parts of an Office file, by their path. */
export type Archive = {
  has: (name: string) => boolean;
  /** Unpacks a part. @throws {DocxRefusal} if it is damaged or larger than `most` */
  read: (name: string, most: number) => Promise<Buffer>;
};

const open = promisify<Buffer, object, ZipFile>(fromBuffer);

/** Small entries may pack to next to nothing. */
const smallEntry = 1024 ** 2;

/**
 * Opens a zip file and judges its directory before anything is unpacked: how many entries, how large,
 * how well packed, and whether one leads out of the file.
 * @throws {DocxRefusal}
 */
export async function openArchive(
  bytes: Buffer,
  limits: ArchiveLimits = archiveLimits,
): Promise<Archive> {
  refuseOtherFormats(bytes);
  const zip = await open(bytes, { lazyEntries: true, validateEntrySize: true }).catch(() => {
    throw new DocxRefusal('damaged');
  });
  const entries = await listEntries(zip, limits);
  return {
    has: (name) => entries.has(partKey(name)),
    read: async (name, most) => {
      const entry = entries.get(partKey(name));
      if (entry === undefined) throw new DocxRefusal('damaged');
      if (entry.uncompressedSize > most) throw new DocxRefusal('too_large');
      return unpack(zip, entry);
    },
  };
}

/** Names of parts are compared without their case, as the Open Packaging Conventions say. */
const partKey = (name: string) => name.replace(/^\//, '').toLowerCase();

/** The first bytes of encrypted Word files, and of all files before 2007. */
const compoundFile = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const encryptedPackage = Buffer.from('EncryptedPackage', 'utf16le');

function refuseOtherFormats(bytes: Buffer): void {
  if (bytes.subarray(0, 8).equals(compoundFile))
    throw new DocxRefusal(bytes.includes(encryptedPackage) ? 'encrypted' : 'old_word');
  if (bytes.subarray(0, 4).toString('latin1') !== 'PK\x03\x04') throw new DocxRefusal('not_word');
}

function listEntries(zip: ZipFile, limits: ArchiveLimits): Promise<Map<string, Entry>> {
  if (zip.entryCount > limits.entries) throw new DocxRefusal('too_large');
  return new Promise((resolve, reject) => {
    const entries = new Map<string, Entry>();
    let total = 0;
    const refuse = (refusal: DocxRefusal) => {
      reject(refusal);
      zip.close();
    };
    zip.on('entry', (entry: Entry) => {
      total += entry.uncompressedSize;
      const ratio = entry.uncompressedSize / Math.max(1, entry.compressedSize);
      if (entry.isEncrypted()) return refuse(new DocxRefusal('encrypted'));
      if (total > limits.bytes) return refuse(new DocxRefusal('too_large'));
      if (entry.uncompressedSize > smallEntry && ratio > limits.ratio)
        return refuse(new DocxRefusal('too_large'));
      // Two entries of one name: programs would not agree which of them is the document.
      if (entries.has(partKey(entry.fileName))) return refuse(new DocxRefusal('damaged'));
      entries.set(partKey(entry.fileName), entry);
      return zip.readEntry();
    });
    zip.on('end', () => resolve(entries));
    // Also for a name that leads out of the file, which no program of Office writes.
    zip.on('error', () => refuse(new DocxRefusal('damaged')));
    zip.readEntry();
  });
}

function unpack(zip: ZipFile, entry: Entry): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const damaged = () => reject(new DocxRefusal('damaged'));
    zip.openReadStream(entry, (error, stream) => {
      if (error !== null) return damaged();
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('error', damaged);
      stream.on('end', () => {
        const unpacked = Buffer.concat(chunks);
        if (crc32(unpacked) === entry.crc32) resolve(unpacked);
        else damaged();
      });
      return undefined;
    });
  });
}
