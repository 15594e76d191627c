import { posix } from 'node:path';
import { DocxRefusal } from './docx-refusal.ts';
import { type Archive, archiveLimits, openArchive } from './open-archive.ts';
import { elementsIn, parseXml, type XmlElement } from './parse-xml.ts';

export type Relationship = {
  /** The last word of its type: "styles", "image", "hyperlink". */
  type: string;
  /** A path in the file, or an address where it is external. */
  target: string;
  external: boolean;
};
export type Relationships = ReadonlyMap<string, Relationship>;

/** A part with what it refers to. */
export type Part = { root: XmlElement; relationships: Relationships };

/** An Office file: its main document and the parts that belong to it. */
export type OfficeFile = {
  document: Part;
  /** The part of a type that the document names; null for none. */
  find: (type: string) => Promise<Part | null>;
  findAll: (type: string) => Promise<Part[]>;
  /** The file's properties. */
  properties: XmlElement | null;
  archive: Archive;
};

/** @throws {DocxRefusal} if the file is no Word document that can be read */
export async function openOfficeFile(bytes: Buffer): Promise<OfficeFile> {
  const archive = await openArchive(bytes);
  const top = await relationshipsOf(archive, '');
  const ofType = (of: Relationships, type: string) =>
    [...of.values()].filter((each) => each.type === type && !each.external);
  const [main] = ofType(top, 'officeDocument');
  if (main === undefined || !archive.has(main.target)) throw new DocxRefusal('not_word');
  const document = await readPart(archive, main.target);
  if (document.root.name !== 'w:document') throw new DocxRefusal('not_word');
  const findAll = async (type: string) => {
    const parts: Part[] = [];
    for (const { target } of ofType(document.relationships, type))
      if (archive.has(target)) parts.push(await readPart(archive, target));
    return parts;
  };
  const [core] = ofType(top, 'core-properties');
  return {
    document,
    findAll,
    find: async (type) => (await findAll(type))[0] ?? null,
    properties:
      core !== undefined && archive.has(core.target)
        ? (await readPart(archive, core.target)).root
        : null,
    archive,
  };
}

async function readPart(archive: Archive, path: string): Promise<Part> {
  const root = parseXml(await archive.read(path, archiveLimits.xmlBytes));
  return { root, relationships: await relationshipsOf(archive, path) };
}

async function relationshipsOf(archive: Archive, path: string): Promise<Relationships> {
  const folder = posix.dirname(path);
  const file = posix.join(folder, '_rels', `${posix.basename(path)}.rels`);
  const found = new Map<string, Relationship>();
  if (!archive.has(file)) return found;
  for (const { attributes } of elementsIn(
    parseXml(await archive.read(file, archiveLimits.xmlBytes)),
  )) {
    const { Id = '', Type = '', Target = '', TargetMode } = attributes;
    const external = TargetMode === 'External';
    const target = external ? Target : posix.join('/', folder, Target).slice(1);
    const absolute = Target.startsWith('/') ? posix.normalize(Target).slice(1) : target;
    found.set(Id, {
      type: Type.split('/').at(-1) ?? '',
      target: external ? Target : absolute,
      external,
    });
  }
  return found;
}
