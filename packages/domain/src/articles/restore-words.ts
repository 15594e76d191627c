import { z } from 'zod';
import { compareDocuments } from '../document/compare-documents.ts';
import type { Document } from '../document/document.ts';
import { normaliseDocument } from '../document/normalise-document.ts';
import { type FindingContent, findingContentOf } from '../findings/finding.ts';
import { plainFieldNames } from '../findings/finding-fields.ts';
import { Id } from '../values.ts';
import type { ArticleContent } from './article.ts';
import type { ArticleSnapshot } from './compare-articles.ts';

/** Fields of an article that are words, and come back. Who, whence and where it is filed do not. */
export const RestorableField = z.enum(['headline', 'standfirst', 'section', 'body']);
export type RestorableField = z.infer<typeof RestorableField>;

/**
 * The wording of a finding, which is restored. Holders, evidence, attribution, issues, places and
 * links are left as they are now: what was allowed then may no longer be.
 */
export const RestorableFindingField = z.enum([
  'proposition',
  ...plainFieldNames,
  'scope',
  'asOf',
  'consensus',
]);
export type RestorableFindingField = z.infer<typeof RestorableFindingField>;

/** The part of a version to restore. */
export const RestoredPart = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('whole') }),
  z.strictObject({ kind: z.literal('field'), field: RestorableField }),
  /** A block of the version's text, by its place from 0. */
  z.strictObject({ kind: z.literal('block'), place: z.int().min(0).max(20_000) }),
  z.strictObject({
    kind: z.literal('finding'),
    findingId: Id,
    fields: z.array(RestorableFindingField).min(1).max(RestorableFindingField.options.length),
  }),
]);
export type RestoredPart = z.infer<typeof RestoredPart>;

/** The article with the words of a version; null if the version has no such block. */
export function restoreContent(
  now: ArticleContent,
  version: ArticleSnapshot['content'],
  part: RestoredPart,
): ArticleContent | null {
  if (part.kind === 'finding') return now;
  if (part.kind === 'whole')
    return RestorableField.options.reduce(
      (content, field) => ({ ...content, [field]: version[field] }),
      now,
    );
  if (part.kind === 'field') return { ...now, [part.field]: version[part.field] };
  const body = restoreBlock(now.body, version.body, part.place);
  return body && { ...now, body };
}

/**
 * The text with a block of an earlier one: replacing its present form, or between its former
 * neighbours. A block that was only moved since is moved back. Null if there is no such block.
 */
export function restoreBlock(now: Document, then: Document, place: number): Document | null {
  const block = normaliseDocument(then).content[place];
  if (block === undefined) return null;
  const difference = compareDocuments(then, now);
  const current = normaliseDocument(now).content;
  const moved = difference.find(
    (each) => each.kind === 'removed' && each.place === place && each.moved !== null,
  );
  let next = 0;
  const content = difference.flatMap((each): Document['content'] => {
    const own = each.kind === 'removed' ? undefined : current[next++];
    if (each.kind !== 'added' && each.place === place) return [block];
    const movesBack =
      moved?.kind === 'removed' && each.kind === 'added' && each.place === moved.moved;
    return own === undefined || movesBack ? [] : [own];
  });
  return normaliseDocument({ type: 'doc', content });
}

/** A finding with fields of its wording as a version had them. */
export function restoreFinding(
  now: FindingContent,
  version: FindingContent,
  fields: readonly RestorableFindingField[],
): FindingContent {
  const restored = Object.fromEntries(fields.map((field) => [field, version[field]]));
  return { ...findingContentOf(now), ...restored };
}
