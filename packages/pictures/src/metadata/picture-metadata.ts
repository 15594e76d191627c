import { inflateSync } from 'node:zlib';
import type { PictureType } from '@viewpoints/domain/media/picture-type';
import type { FileMetadata, RemovedData } from '@viewpoints/domain/media/removed-data';
import { type ForeignBlock, listForeignBlocks } from '../foreign-data.ts';
import { kindsInExif } from './exif.ts';
import { readableWords } from './readable-words.ts';

/** The metadata that decoders return with a picture. */
export type DecodedMetadata = Partial<Record<'exif' | 'xmp' | 'iptc', Uint8Array | undefined>>;

/** Most bytes that a compressed text of a PNG may come to. */
const maxInflated = 1_000_000;

/** The metadata of a picture's file: their kinds, and all words in them. */
export function readPictureMetadata(
  bytes: Uint8Array,
  type: PictureType,
  decoded: DecodedMetadata,
): FileMetadata {
  const blocks = listForeignBlocks(bytes, type).map(inflated);
  const [exif, xmp, iptc] = [decoded.exif, decoded.xmp, decoded.iptc].map((each) =>
    each === undefined ? null : Buffer.from(each.buffer, each.byteOffset, each.byteLength),
  );
  const removed = new Set<RemovedData>([
    ...(exif ? kindsInExif(exif) : []),
    ...(xmp ? kindsInXmp(xmp.toString('utf8')) : []),
    ...(iptc ? kindsInIptc(iptc) : []),
    ...blocks.flatMap(kindsOfBlock),
  ]);
  const decodedParts = [exif, xmp, iptc].filter((each) => each != null);
  return {
    removed: [...removed],
    ...readableWords([...blocks.map((block) => block.bytes), ...decodedParts]),
  };
}

/** Blocks that are read by what is in them: EXIF, XMP and IPTC in each format. */
const readInside = /^(?:APP1|APP13|eXIf|EXIF|Exif|XMP |mime|XMP DataXMP)$/;
const profiles = /^(?:APP2|iCCP|ICCP|colrprof|colrrICC|ICCRGBG1012)$/;
const comments = /^(?:COM|tEXt|zTXt|iTXt|comment|text)$/;

function kindsOfBlock({ name, bytes }: ForeignBlock): RemovedData[] {
  if (readInside.test(name) || bytes.indexOf('XML:com.adobe.xmp') === 0) return [];
  if (profiles.test(name)) return ['profile'];
  // When a picture was saved, which a PNG says in numbers.
  if (name === 'tIME') return ['time'];
  return [comments.test(name) ? 'comments' : 'other'];
}

const inXmp: [RemovedData, RegExp][] = [
  ['position', /exif:GPS|photoshop:(?:City|State|Country)|Iptc4xmp(?:Core|Ext):Location/],
  ['people', /dc:(?:creator|rights)|xmpRights:|photoshop:(?:Credit|CaptionWriter)|PersonInImage/],
  ['captions', /dc:(?:title|description|subject)|photoshop:Headline|lr:hierarchicalSubject/],
  ['time', /xmp:(?:CreateDate|ModifyDate|MetadataDate)|photoshop:DateCreated/],
  ['camera', /tiff:(?:Make|Model)|aux:|crs:|xmp:CreatorTool|xmpMM:History/],
  ['preview', /xmpGImg:|xmp:Thumbnails/],
];

/** The kinds of data in a packet of XMP, by the names of its properties. */
export function kindsInXmp(xmp: string): RemovedData[] {
  const found = inXmp.flatMap(([kind, pattern]) => (pattern.test(xmp) ? [kind] : []));
  return found.length > 0 ? found : ['other'];
}

/** Datasets of IPTC's second record. */
const inIptc: ReadonlyMap<number, RemovedData> = new Map<number, RemovedData>([
  ...[80, 85, 110, 115, 116, 118, 122].map((dataset) => [dataset, 'people'] as const),
  ...[5, 25, 40, 105, 120].map((dataset) => [dataset, 'captions'] as const),
  ...[90, 92, 95, 100, 101].map((dataset) => [dataset, 'position'] as const),
  ...[55, 60, 62, 63].map((dataset) => [dataset, 'time'] as const),
]);

function kindsInIptc(iptc: Buffer): RemovedData[] {
  const found = new Set<RemovedData>();
  for (let at = iptc.indexOf('\x1c\x02', 0, 'latin1'); at >= 0; ) {
    const kind = inIptc.get(iptc[at + 2] ?? 0);
    if (kind !== undefined) found.add(kind);
    at = iptc.indexOf('\x1c\x02', at + 2, 'latin1');
  }
  return found.size > 0 ? [...found] : ['other'];
}

/** A text or a colour profile of a PNG that is compressed, as it was written. */
function inflated({ name, bytes }: ForeignBlock): ForeignBlock {
  if (name !== 'zTXt' && name !== 'iTXt' && name !== 'iCCP') return { name, bytes };
  const keyword = bytes.indexOf(0);
  const isCompressed = name !== 'iTXt' || bytes[keyword + 1] === 1;
  if (!isCompressed) return { name, bytes };
  // A language and a translated keyword come before the text of the newer kind.
  const from =
    name !== 'iTXt' ? keyword + 2 : bytes.indexOf(0, bytes.indexOf(0, keyword + 3) + 1) + 1;
  try {
    const text = inflateSync(bytes.subarray(from), { maxOutputLength: maxInflated });
    return { name, bytes: Buffer.concat([bytes.subarray(0, from), text]) };
  } catch {
    return { name, bytes };
  }
}
