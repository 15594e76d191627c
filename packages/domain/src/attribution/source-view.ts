import { z } from 'zod';
import { SourceKind } from '../sources/source.ts';
import { Id } from '../values.ts';
import { AttributionTerms } from './terms.ts';

/**
 * The public view of a source: an allow-list of its own. Protected data have no field here; `named`
 * is null unless the terms let the source be named.
 */
export const SourceView = z.strictObject({
  /** Null for an unnamed source: two findings must not be traceable to one protected source. */
  id: Id.nullable(),
  terms: AttributionTerms.exclude(['off_record']),
  /** "On the record", "Background", … in the language of the journal. */
  termsLabel: z.string(),
  /** The one public wording ("Report of the Halden Institute, 2031", "a former minister"). */
  wording: z.string(),
  named: z
    .strictObject({
      slug: z.string(),
      kind: SourceKind,
      title: z.string(),
      publisher: z.string().nullable(),
      authors: z.array(z.string()),
      url: z.string().nullable(),
      archiveUrl: z.string().nullable(),
      issued: z.string().nullable(),
      released: z.string().nullable(),
    })
    .nullable(),
});
export type SourceView = z.infer<typeof SourceView>;
