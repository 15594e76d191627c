import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validateXML } from 'xmllint-wasm';

const read = (fileName: string) => ({
  fileName,
  contents: readFileSync(join(import.meta.dirname, 'sitemap-schemas', fileName), 'utf8'),
});

/** The faults that libxml finds in a sitemap or an index of them, by their schemas. */
export async function faultsOfSitemap(xml: string): Promise<string[]> {
  const { valid, errors } = await validateXML({
    xml: { fileName: 'document.xml', contents: xml },
    schema: read('sitemap.xsd'),
    preload: ['image.xsd', 'news.xsd', 'link.xsd'].map(read),
    // Files of the size that the protocol allows.
    maxMemoryPages: 16_384,
  });
  return valid ? [] : errors.map(({ message }) => message);
}
