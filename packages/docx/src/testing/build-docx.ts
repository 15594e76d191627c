import { writeZip, type ZipEntry } from './write-zip.ts';

const namespaces = Object.entries({
  w: 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  r: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  a: 'http://schemas.openxmlformats.org/drawingml/2006/main',
  wp: 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
  pic: 'http://schemas.openxmlformats.org/drawingml/2006/picture',
  mc: 'http://schemas.openxmlformats.org/markup-compatibility/2006',
  wps: 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape',
  m: 'http://schemas.openxmlformats.org/officeDocument/2006/math',
  v: 'urn:schemas-microsoft-com:vml',
  o: 'urn:schemas-microsoft-com:office:office',
  w14: 'http://schemas.microsoft.com/office/word/2010/wordml',
  w15: 'http://schemas.microsoft.com/office/word/2012/wordml',
})
  .map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`)
  .join(' ');

const types = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The parts of a Word file: the inside of each, as XML. */
export type DocxParts = {
  body: string;
  styles?: string;
  numbering?: string;
  footnotes?: string;
  endnotes?: string;
  comments?: string;
  commentsExtended?: string;
  header?: string;
  /** Addresses of links, by the id that the text names. */
  links?: Record<string, string>;
  /** Pictures, by the id that the text names. */
  pictures?: Record<string, { name: string; bytes: Uint8Array }>;
  /** `docProps/core.xml`. */
  properties?: { title?: string; author?: string; lastAuthor?: string };
  /** Further entries of the file. */
  more?: ZipEntry[];
};

const xml = (inside: string) => `<?xml version="1.0" encoding="UTF-8"?>\n${inside}`;
const element = (name: string, inside: string) => xml(`<${name} ${namespaces}>${inside}</${name}>`);

/** A Word file. Tests build their own, so that its content is next to what is expected. */
export const buildDocx = (parts: DocxParts): Buffer => writeZip(docxEntries(parts));

/** The entries of a Word file, for what is to be changed before it is written. */
export function docxEntries(parts: DocxParts): ZipEntry[] {
  const named: [part: keyof DocxParts, root: string][] = [
    ['styles', 'w:styles'],
    ['numbering', 'w:numbering'],
    ['footnotes', 'w:footnotes'],
    ['endnotes', 'w:endnotes'],
    ['comments', 'w:comments'],
    ['commentsExtended', 'w15:commentsEx'],
    ['header', 'w:hdr'],
  ];
  const present = named.filter(([part]) => parts[part] !== undefined);
  const pictures = Object.entries(parts.pictures ?? {});
  const links = Object.entries(parts.links ?? {});
  const relationships = [
    ...present.map(([part]) => relationship(`part-${part}`, part, `${part}.xml`)),
    ...pictures.map(([id, { name }]) => relationship(id, 'image', `media/${name}`)),
    ...links.map(([id, address]) =>
      relationship(id, 'hyperlink', address).replace('/>', ' TargetMode="External"/>'),
    ),
  ].join('');
  const { title, author, lastAuthor } = parts.properties ?? {};
  const core = xml(
    `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${title ?? ''}</dc:title><dc:creator>${author ?? ''}</dc:creator><cp:lastModifiedBy>${lastAuthor ?? ''}</cp:lastModifiedBy></cp:coreProperties>`,
  );
  const top =
    relationship('main', 'officeDocument', 'word/document.xml') +
    relationship('core', 'metadata/core-properties', 'docProps/core.xml');
  return [
    {
      name: '[Content_Types].xml',
      content: xml(
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
      ),
    },
    { name: '_rels/.rels', content: relationshipsOf(top) },
    { name: 'docProps/core.xml', content: core },
    {
      name: 'word/document.xml',
      content: element('w:document', `<w:body>${parts.body}</w:body>`),
    },
    { name: 'word/_rels/document.xml.rels', content: relationshipsOf(relationships) },
    ...present.map(([part, root]) => ({
      name: `word/${part}.xml`,
      content: element(root, parts[part] as string),
    })),
    ...(['footnotes', 'endnotes'] as const)
      .filter((part) => parts[part] !== undefined)
      .map((part) => ({
        name: `word/_rels/${part}.xml.rels`,
        content: relationshipsOf(relationships),
      })),
    ...pictures.map(([, { name, bytes }]) => ({ name: `word/media/${name}`, content: bytes })),
    ...(parts.more ?? []),
  ];
}

const relationshipsOf = (inside: string) =>
  xml(
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`,
  );

const relationship = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="${types}/${type}" Target="${escapeXml(target)}"/>`;

const escapeXml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** A run of words, perhaps with properties. */
export const run = (words: string, properties = '') =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${escapeXml(words)}</w:t></w:r>`;

/** A paragraph of XML, perhaps with a style and further properties. */
export const paragraph = (inside: string, style = '', properties = '') =>
  `<w:p><w:pPr>${style === '' ? '' : `<w:pStyle w:val="${style}"/>`}${properties}</w:pPr>${inside}</w:p>`;

/** A style, which is called by its id in the text. */
export const style = (id: string, name: string, more = '', kind = 'paragraph') =>
  `<w:style w:type="${kind}" w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`;

/** Headings, quotes and the rest of what most files have. */
export const usualStyles = [
  style('Heading1', 'heading 1'),
  style('Heading2', 'heading 2'),
  style('Heading3', 'heading 3'),
  style('Title', 'Title'),
  style('Subtitle', 'Subtitle'),
  style('Quote', 'Quote'),
  style('Caption', 'caption'),
  style('Code', 'HTML Preformatted'),
].join('');

/** The definition of a list with the same format at every level. */
export const listDefinition = (id: string, format: string) =>
  `<w:abstractNum w:abstractNumId="${id}">${[0, 1, 2]
    .map(
      (level) =>
        `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/></w:lvl>`,
    )
    .join('')}</w:abstractNum>`;

/** A list over a definition. */
export const listOver = (id: string, definition: string, more = '') =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${definition}"/>${more}</w:num>`;

/** The properties that put a paragraph into a list. */
export const inList = (id: string, level = 0) =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr>`;

/** A picture in a run. */
export const picture = (id: string, alt: string) =>
  `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Picture" descr="${escapeXml(alt)}"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="${id}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;

/** A tracked change round runs: `ins`, `del`, `moveTo` or `moveFrom`. */
export const change = (
  kind: string,
  inside: string,
  { author = 'Ada Perrin', date = '2031-05-02T10:00:00Z' } = {},
) => `<w:${kind} w:id="1" w:author="${author}" w:date="${date}">${inside}</w:${kind}>`;

/** Deleted words. */
export const deleted = (words: string) =>
  `<w:r><w:delText xml:space="preserve">${escapeXml(words)}</w:delText></w:r>`;
