import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  type PDFPage,
  PDFRawStream,
  PDFRef,
  PDFStream,
  PDFString,
} from '@cantoo/pdf-lib';
import { rewriteContent } from './content-stream.ts';
import { stripJpeg, stripJpx } from './strip-picture.ts';

const name = PDFName.of;

/** Half the width of a wide page in points: farther out than any program draws. */
const WIDE = 1e8;

/** Keys that a page needs to be drawn; all others describe it. */
const pageKeys = new Set(
  'Type MediaBox CropBox Rotate UserUnit Resources Contents Group Parent'.split(' '),
);
/** Optional keys of an object: texts, actions, files, authors. */
const keysApart =
  'Metadata PieceInfo LastModified AA A AF StructParent StructParents OPI Alternates Thumb OC Ref Measure PtData Annots'
    .split(' ')
    .map((key) => name(key));
/** Strings that a program needs to draw the page, and no person wrote. */
const stringKeys = new Set('Registry Ordering CharSet FontFamily'.split(' '));

/**
 * The pages of a PDF as they are drawn, in a new file. Nothing is copied but what a page needs to be
 * drawn: no information, no XMP, no attached files, scripts, forms, comments, layers, outlines or
 * structure, and no bytes of an earlier state of the file. Links to other sites are rebuilt.
 *
 * `wide` is the same file with pages large enough for all that is drawn: words outside a page are in its
 * bytes, but a program that reads visible text leaves them out.
 */
export async function rewritePdf(
  source: PDFDocument,
): Promise<{ bytes: Uint8Array; wide: Uint8Array }> {
  const cleaned = new Set<PDFObject>();
  const links = source.getPages().map((page) => webLinks(page));
  for (const page of source.getPages()) cleanPage(source, page, cleaned);
  const made = await PDFDocument.create({ updateMetadata: false });
  const pages = await made.copyPages(source, source.getPageIndices());
  for (const [index, page] of pages.entries()) {
    made.addPage(page);
    for (const { rect, uri } of links[index] ?? []) addLink(made, page, rect, uri);
  }
  const save = () => made.save({ useObjectStreams: false, updateFieldAppearances: false });
  const bytes = await save();
  for (const page of pages) {
    page.setMediaBox(-WIDE, -WIDE, 2 * WIDE, 2 * WIDE);
    page.setCropBox(-WIDE, -WIDE, 2 * WIDE, 2 * WIDE);
  }
  return { bytes, wide: await save() };
}

function cleanPage(source: PDFDocument, { node }: PDFPage, cleaned: Set<PDFObject>): void {
  // Inherited attributes come first, since only what the page itself has is copied.
  for (const key of ['Resources', 'MediaBox', 'CropBox', 'Rotate'].map((each) => name(each))) {
    const inherited = node.getInheritableAttribute(key);
    if (inherited !== undefined) node.set(key, inherited);
  }
  for (const key of node.keys()) if (!pageKeys.has(key.decodeText())) node.delete(key);
  cleanContents(source, node);
  const walk = (object: PDFObject | undefined) => cleanObject(source, object, cleaned);
  for (const [key, value] of node.entries())
    if (key !== name('Parent') && key !== name('Contents')) walk(value);
}

function cleanContents(source: PDFDocument, node: PDFDict): void {
  const contents = node.lookup(name('Contents'));
  const streams = contents instanceof PDFArray ? contents.asArray() : [contents];
  // Together, since a string may not be cut but anything else may be, between two of them.
  const bytes = streams
    .map((each) => (each instanceof PDFRef ? source.context.lookup(each) : each))
    .flatMap((stream) => (stream instanceof PDFStream ? [decoded(stream), Buffer.from('\n')] : []));
  const content = source.context.flateStream(rewriteContent(Buffer.concat(bytes)));
  node.set(name('Contents'), source.context.register(content));
}

/** The content of a stream without its compression. */
export const decoded = (stream: PDFStream): Uint8Array =>
  stream instanceof PDFRawStream
    ? decodePDFRawStream(stream).decode()
    : (stream as unknown as { getUnencodedContents(): Uint8Array }).getUnencodedContents();

/** Cleans an object and all that it leads to, each once. */
function cleanObject(
  source: PDFDocument,
  first: PDFObject | undefined,
  cleaned: Set<PDFObject>,
): void {
  const ahead = [first];
  while (ahead.length > 0) {
    const given = ahead.pop();
    const object = given instanceof PDFRef ? source.context.lookup(given) : given;
    if (object === undefined || cleaned.has(object)) continue;
    cleaned.add(object);
    if (object instanceof PDFArray) {
      cleanArray(source, object);
      ahead.push(...object.asArray());
    } else if (object instanceof PDFDict) {
      cleanDict(object);
      ahead.push(...object.values());
    } else if (object instanceof PDFStream) {
      cleanDict(object.dict);
      ahead.push(...object.dict.values());
      if (object instanceof PDFRawStream && given instanceof PDFRef) {
        const written = cleanStream(source, object);
        if (written === null) continue;
        source.context.assign(given, written);
        // It may lead to itself.
        cleaned.add(written);
      }
    }
  }
}

/** Profiles of colours may name the owner of a device: colours are those of the device without one. */
function cleanArray(source: PDFDocument, array: PDFArray): void {
  const [kind, profile] = array.asArray();
  if (kind === name('ICCBased')) {
    const stream = profile instanceof PDFRef ? source.context.lookup(profile) : profile;
    const parts = stream instanceof PDFStream ? stream.dict.lookup(name('N')) : undefined;
    const count = parts instanceof PDFNumber ? parts.asNumber() : 3;
    while (array.size() > 0) array.remove(array.size() - 1);
    array.push(name(count === 1 ? 'DeviceGray' : count === 4 ? 'DeviceCMYK' : 'DeviceRGB'));
    return;
  }
  // A picture's colour table is a string; any other may be text.
  if (kind === name('Indexed')) return;
  for (let index = array.size() - 1; index >= 0; index -= 1)
    if (isText(array.get(index))) array.remove(index);
}

const isText = (object: PDFObject | undefined): boolean =>
  object instanceof PDFString || object instanceof PDFHexString;

function cleanDict(dict: PDFDict): void {
  for (const key of keysApart) dict.delete(key);
  for (const [key, value] of dict.entries())
    if (isText(value) && !stringKeys.has(key.decodeText())) dict.delete(key);
  // Layers have names, and marked content has none any more.
  dict.delete(name('Properties'));
}

/** The replacement of a stream; null if it stays. */
function cleanStream(source: PDFDocument, stream: PDFRawStream): PDFRawStream | null {
  const { dict } = stream;
  const filter = dict.lookup(name('Filter'));
  const filters = filter instanceof PDFArray ? filter.asArray() : filter ? [filter] : [];
  const last = filters.at(-1);
  const isPicture = last === name('DCTDecode') || last === name('JPXDecode');
  if (isPicture) {
    if (filters.length > 1) throw new RangeError('encoded twice');
    const strip = last === name('DCTDecode') ? stripJpeg : stripJpx;
    return PDFRawStream.of(dict, strip(stream.contents));
  }
  const isForm = dict.lookup(name('Subtype')) === name('Form');
  const isTiling = dict.lookup(name('PatternType')) instanceof PDFNumber && dict.has(name('BBox'));
  if (!isForm && !isTiling) return null;
  const content = source.context.flateStream(rewriteContent(decoded(stream)));
  for (const key of ['Filter', 'DecodeParms', 'Length', 'F', 'FFilter']) dict.delete(name(key));
  for (const [key, value] of content.dict.entries()) dict.set(key, value);
  return PDFRawStream.of(dict, content.getContents());
}

type WebLink = { rect: number[]; uri: string };

/** Links of a page to other sites: those within the file lead to places that are renumbered. */
function webLinks(page: PDFPage): WebLink[] {
  const annotations = page.node.lookup(name('Annots'));
  if (!(annotations instanceof PDFArray)) return [];
  return annotations.asArray().flatMap((_, index): WebLink[] => {
    const link = annotations.lookup(index);
    if (!(link instanceof PDFDict) || link.lookup(name('Subtype')) !== name('Link')) return [];
    const action = link.lookup(name('A'));
    const uri = action instanceof PDFDict ? action.lookup(name('URI')) : undefined;
    const corners = link.lookup(name('Rect'));
    if (!(uri instanceof PDFString || uri instanceof PDFHexString)) return [];
    if (!(corners instanceof PDFArray)) return [];
    const rect = corners
      .asArray()
      .flatMap((each) => (each instanceof PDFNumber ? each.asNumber() : []));
    const address = uri.decodeText();
    return rect.length === 4 && /^https?:\/\/[^\s]{1,2000}$/.test(address)
      ? [{ rect, uri: address }]
      : [];
  });
}

function addLink(made: PDFDocument, page: PDFPage, rect: number[], uri: string): void {
  const link = made.context.obj({
    ...{ Type: 'Annot', Subtype: 'Link', Rect: rect, Border: [0, 0, 0] },
    A: { Type: 'Action', S: 'URI', URI: PDFString.of(uri) },
  });
  page.node.addAnnot(made.context.register(link));
}
