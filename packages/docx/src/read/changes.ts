import { cleanText } from '@viewpoints/domain/text/normalise';
import { childOf, type XmlElement } from '../archive/parse-xml.ts';
import type { Reading } from './reading.ts';
import type { Change } from './word-blocks.ts';

const kinds: Readonly<Record<string, Change['kind']>> = {
  'w:ins': 'insertion',
  'w:del': 'deletion',
  'w:moveTo': 'moved_here',
  'w:moveFrom': 'moved_away',
  'w:cellIns': 'insertion',
  'w:cellDel': 'deletion',
};

const formats = new Set([
  'w:rPrChange',
  'w:pPrChange',
  'w:tblPrChange',
  'w:trPrChange',
  'w:tcPrChange',
  'w:sectPrChange',
  'w:tblPrExChange',
  'w:tblGridChange',
  'w:numberingChange',
]);

/** The change that an element is, noted as met; null for any other element. */
export function readChange(element: XmlElement, { met }: Reading): Change | null {
  const kind = kinds[element.name] ?? (formats.has(element.name) ? 'formatting' : undefined);
  if (kind === undefined) return null;
  const { 'w:author': author = '', 'w:date': date = '' } = element.attributes;
  const change = { kind, author: readAuthor(author), at: readTime(date) };
  met.changes.push(change);
  return change;
}

/** The changes among the properties of something. */
export const changesIn = (properties: XmlElement | undefined, reading: Reading): Change[] =>
  (properties?.children ?? []).flatMap((child) =>
    typeof child === 'string' ? [] : (readChange(child, reading) ?? []),
  );

/** The changes of a paragraph: those of its end, and of how it looks. */
export function paragraphChanges(properties: XmlElement | undefined, reading: Reading) {
  return {
    end: changesIn(childOf(properties, 'w:rPr'), reading),
    format: [
      ...changesIn(properties, reading),
      ...changesIn(childOf(properties, 'w:numPr'), reading),
      ...changesIn(childOf(properties, 'w:sectPr'), reading),
    ],
  };
}

/** A name as it is stored; null for none. */
export const readAuthor = (name: string): string | null =>
  cleanText(name).trim().slice(0, 200).toWellFormed() || null;

/** A time as it is stored; null if the file has none, or an invalid one. */
export function readTime(text: string): string | null {
  const time = /^\d{4}-\d\d-\d\dT/.test(text)
    ? Date.parse(/Z|[+-]\d\d:?\d\d$/.test(text) ? text : `${text}Z`)
    : Number.NaN;
  return Number.isNaN(time) || time < Date.UTC(1) ? null : new Date(time).toISOString();
}
