import { SaxesParser } from 'saxes';
import { DocxRefusal } from './docx-refusal.ts';

/** An element, with its name and its attributes' under the usual prefixes, whatever the file's are. */
export type XmlElement = {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: XmlNode[];
};
export type XmlNode = XmlElement | string;

/** Transitional and strict documents name the same things in other namespaces. */
const prefixes: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    w: [
      'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
      'http://purl.oclc.org/ooxml/wordprocessingml/main',
    ],
    r: [
      'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
      'http://purl.oclc.org/ooxml/officeDocument/relationships',
    ],
    a: [
      'http://schemas.openxmlformats.org/drawingml/2006/main',
      'http://purl.oclc.org/ooxml/drawingml/main',
    ],
    wp: [
      'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
      'http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing',
    ],
    pic: [
      'http://schemas.openxmlformats.org/drawingml/2006/picture',
      'http://purl.oclc.org/ooxml/drawingml/picture',
    ],
    m: [
      'http://schemas.openxmlformats.org/officeDocument/2006/math',
      'http://purl.oclc.org/ooxml/officeDocument/math',
    ],
    mc: ['http://schemas.openxmlformats.org/markup-compatibility/2006'],
    v: ['urn:schemas-microsoft-com:vml'],
    o: ['urn:schemas-microsoft-com:office:office'],
    w14: ['http://schemas.microsoft.com/office/word/2010/wordml'],
    w15: ['http://schemas.microsoft.com/office/word/2012/wordml'],
    wps: ['http://schemas.microsoft.com/office/word/2010/wordprocessingShape'],
    adec: ['http://schemas.microsoft.com/office/drawing/2017/decorative'],
    rels: ['http://schemas.openxmlformats.org/package/2006/relationships'],
    dc: ['http://purl.org/dc/elements/1.1/'],
    cp: ['http://schemas.openxmlformats.org/package/2006/metadata/core-properties'],
    xml: ['http://www.w3.org/XML/1998/namespace'],
  }).flatMap(([prefix, uris]) => uris.map((uri) => [uri, prefix])),
);

/** Deeper or larger than any document: what reads it would run out of stack or memory. */
const maxDepth = 400;
const maxNodes = 4_000_000;

/** Parses a part. @throws {DocxRefusal} if it is no XML, declares entities, or is out of bounds */
export function parseXml(bytes: Buffer): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, children: [] };
  const path = [root];
  let nodes = 0;
  const parser = new SaxesParser({ xmlns: true, position: false });
  const nameOf = ({ uri, local }: { uri: string; local: string }) =>
    uri === '' ? local : `${prefixes[uri] ?? '?'}:${local}`;
  parser.on('error', () => {
    throw new DocxRefusal('damaged');
  });
  parser.on('doctype', () => {
    throw new DocxRefusal('damaged');
  });
  parser.on('opentag', (tag) => {
    nodes += 1;
    if (nodes > maxNodes || path.length > maxDepth) throw new DocxRefusal('too_large');
    const element: XmlElement = {
      name: nameOf(tag),
      attributes: Object.fromEntries(
        Object.values(tag.attributes).map((each) => [nameOf(each), each.value]),
      ),
      children: [],
    };
    path.at(-1)?.children.push(element);
    path.push(element);
  });
  const addText = (text: string) => path.at(-1)?.children.push(text);
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    path.pop();
  });
  parser.write(decode(bytes)).close();
  const [first] = elementsIn(root);
  if (first === undefined) throw new DocxRefusal('damaged');
  return first;
}

/** Parts are UTF-8 or UTF-16, says the standard. */
function decode(bytes: Buffer): string {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe
      ? 'utf-16le'
      : first === 0xfe && second === 0xff
        ? 'utf-16be'
        : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new DocxRefusal('damaged');
  }
}

export const isElement = (node: XmlNode): node is XmlElement => typeof node !== 'string';

export const elementsIn = (element: XmlElement): XmlElement[] => element.children.filter(isElement);

/** The first child of a name. */
export const childOf = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element?.children.find((node): node is XmlElement => isElement(node) && node.name === name);

/** Every element of a name below, at any depth. */
export function* descendantsOf(element: XmlElement, name: string): Generator<XmlElement> {
  for (const child of elementsIn(element)) {
    if (child.name === name) yield child;
    yield* descendantsOf(child, name);
  }
}

export const textIn = (element: XmlElement): string =>
  element.children.map((node) => (isElement(node) ? textIn(node) : node)).join('');

/** `w:val` of a child. */
export const childValue = (element: XmlElement | undefined, name: string): string | null =>
  childOf(element, name)?.attributes['w:val'] ?? null;
