import { z } from 'zod';
import { Participant, Terms } from '../attribution/terms.ts';
import { Edtf, StoredEdtf } from '../text/edtf.ts';
import { Id, Instant, line, Slug, text, WebAddress } from '../values.ts';
import { Csl } from './csl.ts';

export const SourceKind = z.enum(['report', 'event', 'interview', 'release', 'web_page']);
export type SourceKind = z.infer<typeof SourceKind>;

export const SourceContent = z.strictObject({
  slug: Slug,
  kind: SourceKind,
  title: line(300),
  /** Who made or released it, as it would be printed. */
  publisher: line(200).nullable().default(null),
  authors: z.array(line(200)).max(50).default([]),
  url: WebAddress.nullable().default(null),
  archiveUrl: WebAddress.nullable().default(null),
  issued: Edtf.nullable().default(null),
  /** Public since, as far as known: a paper can be written long before it is released. */
  released: Edtf.nullable().default(null),
  csl: Csl.nullable().default(null),
  terms: Terms,
  /** Public wording where the source may not be named. */
  descriptor: line(200).nullable().default(null),
  /** Protected: participants, stored so that their names can be searched for before publication. */
  participants: z.array(Participant).max(200).default([]),
  /** For the desk only. Protected. */
  note: text(5000).default(''),
});
export type SourceContent = z.infer<typeof SourceContent>;

/** As stored: with dates that earlier rules allowed. */
export const StoredSourceContent = SourceContent.extend({
  issued: StoredEdtf.nullable().default(null),
  released: StoredEdtf.nullable().default(null),
});

export const Source = StoredSourceContent.extend({
  id: Id,
  /** Grows with each change; a write names the one it saw. */
  save: z.int().min(1),
  createdAt: Instant,
  updatedAt: Instant,
});
export type Source = z.infer<typeof Source>;
