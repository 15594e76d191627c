import { createHash } from 'node:crypto';
import { listArticleFindings } from '@viewpoints/db/editorial/findings';
import type { Article } from '@viewpoints/domain/articles/article';
import type { Revision } from '@viewpoints/domain/articles/revision';
import { checkShareable } from '@viewpoints/domain/articles/shared-preview';
import type { Finding } from '@viewpoints/domain/findings/finding';
import { sourceIdsOfFinding } from '@viewpoints/domain/findings/source-ids';
import { type Decision, decide, reason } from '@viewpoints/domain/refusal';
import { stableJson } from '@viewpoints/domain/text/stable-json';
import {
  type ComposeContext,
  composeNextEdition,
  type Edition,
} from '../publishing/compose-edition.ts';

/** A revision as it would be published now, and whether it may be shown outside the desk. */
export type Shared = { edition: Edition; decision: Decision; termsHash: string };

/**
 * Composes a revision as a publication would, under the terms of now. All that would be published is
 * looked through, and nothing is left out of it for a protected name: such a revision is not shown.
 */
export async function composeShared(
  ctx: ComposeContext,
  article: Article,
  revision: Revision,
): Promise<Shared> {
  const edition = await composeNextEdition(ctx, {
    article: { ...article, embargoUntil: null },
    revision,
    own: revision.findings,
    publishAt: ctx.at.toISOString(),
  });
  const current = await listArticleFindings(ctx.tx, article.id);
  return {
    edition,
    decision: decide([
      ...(article.state === 'retracted' || article.state === 'archived' ? [over()] : []),
      ...takenBack(edition, current),
      ...reasonsOf(checkShareable(edition.publishable)),
    ]),
    termsHash: hashOfTerms(edition, current),
  };
}

const reasonsOf = (decision: Decision) => (decision.ok ? [] : decision.reasons);

const over = () =>
  reason('preview_link_over', 'An article that is retracted or archived is shown to nobody else.');

/** Whether findings of a revision now have another source or other terms. */
export const hasOtherTerms = (kept: readonly Finding[], current: readonly Finding[]): boolean =>
  kept.some(({ id, attribution }) => {
    const now = current.find((each) => each.id === id);
    return now !== undefined && stableJson(now.attribution) !== stableJson(attribution);
  });

/** Findings of the revision that the desk has withdrawn or rejected since, or put under other terms. */
function takenBack({ findings }: Edition, current: readonly Finding[]) {
  const isBack = ({ id }: Finding) => {
    const state = current.find((each) => each.id === id)?.state;
    return state === undefined || state === 'withdrawn' || state === 'rejected';
  };
  if (!findings.some(isBack) && !hasOtherTerms(findings, current)) return [];
  return [
    reason(
      'finding_taken_back',
      'A finding of this version was withdrawn or rejected, or is under other terms by now. Begin the next version, and share that.',
    ),
  ];
}

/**
 * The terms of what a revision rests on: of its sources, and of its findings as the desk has them now. A
 * link is void once they are others, narrower or wider.
 */
function hashOfTerms({ content, findings, references }: Edition, current: readonly Finding[]) {
  const shown = current.filter(({ id }) => findings.some((each) => each.id === id));
  const sourceIds = new Set([
    ...content.sourceIds,
    ...[...findings, ...shown].flatMap(sourceIdsOfFinding),
  ]);
  const byId = <Item extends { id: string }>(items: Item[]) =>
    items.toSorted((a, b) => a.id.localeCompare(b.id));
  const terms = {
    sources: byId(references.sources.filter(({ id }) => sourceIds.has(id))).map(
      ({ id, terms, participants }) => ({
        ...{ id, terms },
        participants: participants.map((each) => each.id).toSorted(),
      }),
    ),
    waivers: byId(references.waivers.filter(({ sourceId }) => sourceIds.has(sourceId))).map(
      ({ id, signedOffAt }) => ({ id, signedOffAt }),
    ),
    findings: byId(shown).map(({ id, attribution }) => ({ id, attribution })),
  };
  return createHash('sha256').update(stableJson(terms)).digest('hex');
}
