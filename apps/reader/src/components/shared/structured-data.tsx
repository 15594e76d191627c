import type { Thing } from 'schema-dts';
import { writeData } from '../../structured-data/write-data.ts';

/** Data for machines. Browsers do not run it, and nothing in it can end its element. */
export function StructuredData({ things }: { things: readonly Exclude<Thing, string>[] }) {
  return (
    <script
      type="application/ld+json"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: `writeData` escapes it for this place
      dangerouslySetInnerHTML={{ __html: writeData(things) }}
    />
  );
}
