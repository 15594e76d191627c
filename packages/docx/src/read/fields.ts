import type { XmlElement } from '../archive/parse-xml.ts';
import type { Field, StoryReading } from './reading.ts';
import type { Link } from './word-blocks.ts';

/** A new link, noted as met. */
export function meetLink(reading: StoryReading, href: string | null): Link {
  const link: Link = { href, fate: inContents(reading) ? 'contents' : 'empty', words: '' };
  reading.met.links.push(link);
  return link;
}

/** The link of a `w:hyperlink`: to an address, to a place on a page of one, or within the file. */
export function hyperlinkOf({ attributes }: XmlElement, reading: StoryReading): Link {
  const relationship = reading.relationships.get(attributes['r:id'] ?? '');
  const anchor = attributes['w:anchor'] ?? attributes['w:docLocation'] ?? '';
  if (relationship === undefined) return meetLink(reading, null);
  return meetLink(reading, withAnchor(relationship.target, anchor));
}

const withAnchor = (target: string, anchor: string) =>
  anchor === '' || target.includes('#') ? target : `${target}#${anchor}`;

/** Begins, or goes on with, a field that `w:fldChar` marks. */
export function markField(element: XmlElement, reading: StoryReading): void {
  const { fields } = reading;
  switch (element.attributes['w:fldCharType']) {
    case 'begin':
      fields.push({ instruction: '', phase: 'instruction', link: null });
      return;
    case 'separate': {
      const field = fields.at(-1);
      if (field === undefined) return;
      field.phase = 'result';
      field.link = linkOfField(field, reading);
      return;
    }
    case 'end':
      fields.pop();
  }
}

/** The link of a field's result; null for a field of another kind. */
export function linkOfField({ instruction }: Pick<Field, 'instruction'>, reading: StoryReading) {
  if (/^\s*(?:REF|PAGEREF|NOTEREF)\b.*\\h\b/is.test(instruction)) return meetLink(reading, null);
  const [, rest] = instruction.match(/^\s*HYPERLINK\b(.*)$/is) ?? [];
  if (rest === undefined) return null;
  const parts = [...rest.matchAll(/(\\[a-z])?\s*(?:"((?:[^"\\]|\\.)*)"|([^\s"\\]\S*))?/gi)].map(
    ([, flag = '', quoted, bare]) => ({
      flag,
      value: quoted?.replace(/\\(.)/g, '$1') ?? bare ?? '',
    }),
  );
  const target = parts.find(({ flag, value }) => flag === '' && value !== '')?.value;
  const anchor = parts.find(({ flag }) => flag.toLowerCase() === '\\l')?.value ?? '';
  return meetLink(reading, target === undefined ? null : withAnchor(target, anchor));
}

/** The link that words are in, the innermost first. */
export const linkInFields = ({ fields }: StoryReading): Link | null =>
  fields.findLast(({ link }) => link !== null)?.link ?? null;

/** Whether words are instructions of a field and not text. */
export const inInstruction = ({ fields }: StoryReading): boolean =>
  fields.some(({ phase }) => phase === 'instruction');

/** Whether words are the table of contents, which the reading site makes by itself. */
export const inContents = ({ fields, inContents }: StoryReading): boolean =>
  inContents || fields.some(({ instruction }) => /^\s*(?:TOC|INDEX|TOA)\b/i.test(instruction));

/** Whether words are a citation that a reference manager put there. */
export const isCitation = (instruction: string): boolean =>
  /^\s*(?:ADDIN\s+(?:ZOTERO|CSL|EN\.|Mendeley)|CITATION\b)/i.test(instruction);
