import { inflateSync } from 'node:zlib';
import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFString,
} from '@cantoo/pdf-lib';
import type { FileMetadata, RemovedData } from '@viewpoints/domain/media/removed-data';
import { kindsInXmp } from './picture-metadata.ts';
import { readableWords } from './readable-words.ts';

const name = PDFName.of;

/** The entries of a PDF's document information. */
const inInformation: Readonly<Record<string, RemovedData>> = {
  ...{ Author: 'people', Title: 'captions', Subject: 'captions', Keywords: 'captions' },
  ...{ Creator: 'camera', Producer: 'camera', CreationDate: 'time', ModDate: 'time' },
};

/** The metadata of a PDF: their kinds, and all words in them. */
export function readPdfMetadata(source: PDFDocument): FileMetadata {
  const removed = new Set<RemovedData>();
  const words: Buffer[] = [];
  const information = source.context.lookup(source.context.trailerInfo.Info);
  if (information instanceof PDFDict) {
    for (const [key, value] of information.entries()) {
      const text = textOf(information.lookup(key) ?? value);
      if (text === null || text.trim() === '') continue;
      removed.add(inInformation[key.decodeText()] ?? 'other');
    }
  }
  for (const packet of packetsOf(source)) {
    for (const kind of kindsInXmp(packet.toString('utf8'))) removed.add(kind);
    words.push(packet);
  }
  const names = source.catalog.lookup(name('Names'));
  if (names instanceof PDFDict && names.has(name('EmbeddedFiles'))) removed.add('attachments');
  const opening = source.catalog.lookup(name('OpenAction'));
  const runs = opening instanceof PDFDict && opening.lookup(name('S')) === name('JavaScript');
  const hasScripts = names instanceof PDFDict && names.has(name('JavaScript'));
  if (runs || hasScripts || source.catalog.has(name('AA'))) removed.add('scripts');
  if (commentsOf(source).length > 0) removed.add('comments');
  if (source.catalog.has(name('Outlines'))) removed.add('captions');
  if (source.catalog.has(name('AcroForm'))) removed.add('other');
  for (const text of stringsIn(source)) words.push(Buffer.from(text));
  return { removed: [...removed], ...readableWords(words) };
}

/** Most bytes that the packets of XMP of a file may come to. */
const maxInflated = 1_000_000;

/** Packets of XMP: of the file, its pages and its pictures. One that cannot be read is left out. */
function packetsOf(source: PDFDocument): Buffer[] {
  let left = maxInflated;
  return source.context.enumerateIndirectObjects().flatMap(([, object]) => {
    if (!(object instanceof PDFRawStream) || object.dict.get(name('Type')) !== name('Metadata'))
      return [];
    const bytes = inflatedOf(object, left);
    left -= bytes.length;
    return [bytes];
  });
}

function inflatedOf({ dict, contents }: PDFRawStream, most: number): Buffer {
  const filter = dict.lookup(name('Filter'));
  const filters = filter instanceof PDFArray ? filter.asArray() : filter ? [filter] : [];
  const bytes = Buffer.from(contents);
  if (filters.length === 0) return bytes.subarray(0, most);
  try {
    if (filters.length === 1 && filters[0] === name('FlateDecode'))
      return inflateSync(bytes, { maxOutputLength: Math.max(most, 1) });
  } catch {
    // Damaged, or too long: the file is cleaned of it all the same.
  }
  return Buffer.alloc(0);
}

/**
 * Every string of a file that is not on its pages: its information, comments, the values of forms, the
 * outline, names of attached files, scripts.
 */
function stringsIn(source: PDFDocument): string[] {
  const found: string[] = [];
  const visit = (object: PDFObject) => {
    const text = textOf(object);
    if (text !== null) {
      if (text.trim() !== '') found.push(text);
    } else if (object instanceof PDFArray) for (const each of object.asArray()) visit(each);
    else if (object instanceof PDFDict) for (const [, each] of object.entries()) visit(each);
    else if (object instanceof PDFRawStream) visit(object.dict);
  };
  for (const [, object] of source.context.enumerateIndirectObjects()) visit(object);
  return found;
}

/** Comments on the pages, with their authors. */
function commentsOf(source: PDFDocument): string[] {
  return source.getPages().flatMap(({ node }) => {
    const annotations = node.lookup(name('Annots'));
    if (!(annotations instanceof PDFArray)) return [];
    return annotations.asArray().flatMap((_, index) => {
      const annotation = annotations.lookup(index);
      if (!(annotation instanceof PDFDict)) return [];
      const texts = ['Contents', 'T', 'Subj'].flatMap(
        (key) => textOf(annotation.lookup(name(key))) ?? [],
      );
      return texts.filter((text) => text.trim() !== '');
    });
  });
}

const textOf = (value: PDFObject | undefined): string | null =>
  value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : null;
