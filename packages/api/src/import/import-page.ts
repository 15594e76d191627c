import { actorTable } from '@viewpoints/db/editorial/actors';
import { insertArticle } from '@viewpoints/db/editorial/articles';
import { recordChange } from '@viewpoints/db/editorial/contributions';
import { insertFinding, insertLink } from '@viewpoints/db/editorial/findings';
import { getJournal } from '@viewpoints/db/editorial/journal';
import { newId } from '@viewpoints/db/editorial/new-id';
import { findSourceId } from '@viewpoints/db/editorial/sources';
import { type Article, ArticleContent } from '@viewpoints/domain/articles/article';
import { Document } from '@viewpoints/domain/document/document';
import { documentText } from '@viewpoints/domain/document/document-text';
import { normaliseDocument } from '@viewpoints/domain/document/normalise-document';
import { anchorQuote } from '@viewpoints/domain/findings/anchor';
import type { Attribution, Finding } from '@viewpoints/domain/findings/finding';
import { canonicalLink, sameLink } from '@viewpoints/domain/findings/links';
import { reason } from '@viewpoints/domain/refusal';
import { directionOf } from '@viewpoints/domain/text/direction';
import { Language, text } from '@viewpoints/domain/values';
import { z } from 'zod';
import { findingPart, linksPart } from '../articles/edit-article.ts';
import { freeSlug, runWithFreeSlug } from '../articles/free-slug.ts';
import { type Command, type CommandContext, permit, record } from '../command.ts';
import { ProblemError } from '../problem.ts';
import { cutRevision } from '../publishing/cut-revision.ts';
import { requireVisibleSources } from '../sources/require-visible-sources.ts';
import { type ActorOf, FindingsFile, proposalOf, quoteOf } from './findings-file.ts';

export const ImportPage = z.strictObject({
  headline: text(200).min(1, 'give the article a headline'),
  document: Document,
  /** Null for the journal's. */
  language: Language.nullable().default(null),
  /** The note about the page: where it came from, its dates, what was left out. */
  note: text(10_000).default(''),
  findings: FindingsFile.nullable().default(null),
});

export type Imported = {
  article: Article;
  revisionId: string;
  findings: Finding[];
  /** Findings of the file, by their place from 1, whose words the text does not have just once. */
  notAnchored: { number: number; why: 'missing' | 'ambiguous' }[];
};

/**
 * Imports a saved page as a draft with a revision of its own, so that its first state can always be
 * seen, and proposes the findings of a file whose quotes are in it.
 */
export function importPage(
  ctx: CommandContext,
  { headline, document, language: given, note, findings: file }: z.output<typeof ImportPage>,
): Promise<Imported> {
  return runWithFreeSlug(ctx, async (command) => {
    permit(command, 'article.import');
    const { tx, acting, at } = command;
    const journal = await getJournal(tx);
    const language = given ?? journal.language;
    const content = ArticleContent.parse({
      slug: await freeSlug(command, headline),
      headline,
      language,
      direction: directionOf(language),
      body: normaliseDocument(document),
      note,
    });
    const article = await insertArticle(tx, {
      id: newId(),
      content,
      by: acting.id,
      at,
      timeZone: journal.timeZone,
    });
    const { findings, notAnchored } = await proposeAll(command, article, file);
    if (findings.length > 0)
      await recordChange(tx, {
        ...{ articleId: article.id, accountId: acting.id, at },
        parts: [...findings.map(({ id }) => findingPart(id)), linksPart],
      });
    const revision = await cutRevision(command, article, 'imported');
    await record(command, 'article.import', ['article', article.id], {
      revisionId: revision.id,
      findings: findings.length,
    });
    return { article, revisionId: revision.id, findings, notAnchored };
  });
}

async function proposeAll(
  command: Command,
  article: Article,
  file: FindingsFile | null,
): Promise<Pick<Imported, 'findings' | 'notAnchored'>> {
  const { tx, acting, at } = command;
  const { text } = documentText(article.body);
  const actorOf = await actorsNamed(
    command,
    (file?.findings ?? []).map(({ holder }) => holder),
  );
  const attribution = await attributionOf(command, file);
  const ids = new Map<number, string>();
  const findings: Finding[] = [];
  const notAnchored: Imported['notAnchored'] = [];
  for (const [index, entry] of (file?.findings ?? []).entries()) {
    const number = index + 1;
    const anchoring = anchorQuote(text, { exact: quoteOf(entry) });
    if (anchoring.kind !== 'anchored') {
      notAnchored.push({ number, why: anchoring.kind });
      continue;
    }
    const proposal = proposalOf(entry, { actorOf, attribution });
    const content = { ...proposal, evidence: { ...proposal.evidence, quote: anchoring.quote } };
    const id = newId();
    const inserted = await insertFinding(tx, {
      id,
      articleId: article.id,
      content,
      by: acting.id,
      at,
    });
    await record(command, 'finding.propose', ['finding', id], { articleId: article.id });
    ids.set(number, id);
    findings.push(inserted);
  }
  await linkAll(command, ids, file?.links ?? []);
  return { findings, notAnchored };
}

/** The common attribution in the head of the file; ends the command if its source is unknown. */
async function attributionOf(command: Command, file: FindingsFile | null): Promise<Attribution> {
  const { source: slug = null, terms = null, descriptor = null } = file?.attribution ?? {};
  if (slug === null) return { sourceId: null, terms, descriptor, participantId: null };
  const at = 'findings.attribution.source';
  const sourceId = await findSourceId(command.tx, slug);
  // The same refusal as for an unknown id: otherwise a guess would reveal which exist.
  await requireVisibleSources(command, [{ id: sourceId ?? newId(), at }]);
  if (sourceId === null)
    throw new ProblemError('refused', [
      reason('source_unknown', `No source here has the slug “${slug}”.`, at),
    ]);
  return { sourceId, terms, descriptor, participantId: null };
}

/** Links those of the file's findings that came in; one said twice is stored once. */
async function linkAll(
  command: Command,
  ids: ReadonlyMap<number, string>,
  links: FindingsFile['links'],
): Promise<void> {
  const linked = links.flatMap(([fromNumber, kind, toNumber]) => {
    const [from, to] = [ids.get(fromNumber), ids.get(toNumber)];
    return from === undefined || to === undefined || from === to
      ? []
      : [canonicalLink({ from, kind, to })];
  });
  for (const [index, link] of linked.entries()) {
    if (linked.findIndex((other) => sameLink(other, link)) < index) continue;
    await insertLink(command.tx, link);
    await record(command, 'finding.link', ['finding', link.from], { kind: link.kind, to: link.to });
  }
}

/** Actors whose name or alias is to the letter what a holder is called. */
async function actorsNamed({ tx }: Command, holders: string[]): Promise<ActorOf> {
  const found = new Map<string, string>();
  for (const holder of new Set(holders.map((each) => each.replace(/\s*\([^)]*\)$/, '')))) {
    const { items } = await actorTable.list(tx, { q: holder, cursor: null, limit: 20 });
    const same = items.filter(({ name, aliases }) => [name, ...aliases].includes(holder));
    if (same.length === 1 && same[0]) found.set(holder, same[0].id);
  }
  return (name) => found.get(name) ?? null;
}
