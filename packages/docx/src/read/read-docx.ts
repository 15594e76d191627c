import { openOfficeFile, type Part } from '../archive/office-parts.ts';
import { childOf, elementsIn, textIn, type XmlElement } from '../archive/parse-xml.ts';
import { readAuthor } from './changes.ts';
import { type FileComment, readComments } from './comments.ts';
import { readNumbering } from './numbering.ts';
import { hasContent, readBlocks } from './read-story.ts';
import type { Reading, StoryReading } from './reading.ts';
import { readStyles } from './styles.ts';
import type { NoteKind, WordBlock } from './word-blocks.ts';

/** A Word file as it was read, before anything is made of it. */
export type WordFile = {
  blocks: WordBlock[];
  comments: FileComment[];
  met: Reading['met'];
  /** How many notes the text refers to. */
  notes: Record<NoteKind, number>;
  /** Words at the head or foot of every page. */
  marginal: string[];
  /** The language of words that say none. */
  language: string | null;
  title: string | null;
  properties: { author: string | null; lastAuthor: string | null };
  /** The data of a picture. */
  readPicture: (path: string, most: number) => Promise<Buffer | null>;
};

/** Reads a file. @throws {DocxRefusal} if it cannot be read */
export async function readDocx(bytes: Buffer): Promise<WordFile> {
  const file = await openOfficeFile(bytes);
  const styles = readStyles((await file.find('styles'))?.root ?? null);
  const lists = readNumbering((await file.find('numbering'))?.root ?? null);
  const met: Reading['met'] = { links: [], changes: [], pictures: [], tables: 0 };
  const noteParts: Record<NoteKind, Part | null> = {
    footnotes: await file.find('footnotes'),
    endnotes: await file.find('endnotes'),
  };
  const notes = { footnotes: 0, endnotes: 0 };
  const reading: Reading = {
    styles,
    lists,
    met,
    note: (kind, id) => {
      notes[kind] += 1;
      const part = noteParts[kind];
      const found = part === null ? undefined : noteIn(part, id);
      if (part === null || found === undefined) return null;
      return readBlocks(found, story({ ...reading, note: () => null }, part));
    },
  };
  const body = childOf(file.document.root, 'w:body');
  const blocks = body === undefined ? [] : readBlocks(body, story(reading, file.document));
  const margins = [...(await file.findAll('header')), ...(await file.findAll('footer'))];
  const { properties, archive } = file;
  const propertyOf = (name: string) =>
    textIn(childOf(properties ?? undefined, name) ?? empty).trim();
  return {
    blocks,
    comments: readComments(await file.find('comments'), await file.find('commentsExtended')),
    met,
    notes,
    marginal: margins
      .map(({ root }) => root)
      .filter(hasContent)
      .map(marginalWords),
    language: styles.language,
    title: propertyOf('dc:title') || null,
    properties: {
      author: readAuthor(propertyOf('dc:creator')),
      lastAuthor: readAuthor(propertyOf('cp:lastModifiedBy')),
    },
    readPicture: async (path, most) => (archive.has(path) ? archive.read(path, most) : null),
  };
}

const empty: XmlElement = { name: '', attributes: {}, children: [] };

const story = (reading: Reading, { relationships }: Part): StoryReading => ({
  ...reading,
  relationships,
  fields: [],
  inContents: false,
});

const noteIn = ({ root }: Part, id: string): XmlElement | undefined =>
  elementsIn(root).find(({ attributes }) => attributes['w:id'] === id);

const marginalWords = (root: XmlElement): string => {
  const words = (element: XmlElement): string =>
    elementsIn(element)
      .map((child) => (child.name === 'w:t' ? textIn(child) : words(child)))
      .join(' ');
  return words(root).replace(/\s+/g, ' ').trim();
};
