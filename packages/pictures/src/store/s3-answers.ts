import { StorageError } from './media-store.ts';

export type S3Entry = { key: string; bytes: number; writtenAt: Date };

/** One answer to a request for a list. */
export type S3Page = { entries: S3Entry[]; nextToken: string | null };

const textIn = (xml: string, name: string): string | null =>
  new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1] ?? null;

/** The code in an error's answer, such as `NoSuchKey`; null where it has none. */
export function readErrorCode(xml: string): string | null {
  const code = textIn(xml, 'Code');
  return code !== null && /^[A-Za-z]{1,64}$/.test(code) ? code : null;
}

/**
 * Reads a list of objects. The document is regular, and the keys that we write have no character that XML
 * escapes: others are none of ours.
 * @throws {StorageError} if it is no such list
 */
export function readPage(xml: string): S3Page {
  if (!/<ListBucketResult[\s>]/.test(xml))
    throw new StorageError('misconfigured', 'S3_ENDPOINT does not answer as an S3 store does.');
  const entries = [...xml.matchAll(/<Contents>(.*?)<\/Contents>/gs)].map(([, entry = '']) => ({
    key: textIn(entry, 'Key') ?? '',
    bytes: Number(textIn(entry, 'Size')),
    writtenAt: new Date(textIn(entry, 'LastModified') ?? Number.NaN),
  }));
  const isTruncated = textIn(xml, 'IsTruncated') === 'true';
  const token = textIn(xml, 'NextContinuationToken');
  return { entries, nextToken: isTruncated && token !== null ? unescapeXml(token) : null };
}

const unescapeXml = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
