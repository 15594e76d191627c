import { insertUpdate } from '@viewpoints/db/editorial/article-copies';
import { newId } from '@viewpoints/db/editorial/new-id';
import type { ChangeMark } from '@viewpoints/docx/convert/marked-blocks';
import type { Article } from '@viewpoints/domain/articles/article';
import type { Block } from '@viewpoints/domain/document/blocks';
import { Document, MAX_DOCUMENT_LENGTH } from '@viewpoints/domain/document/document';
import { normaliseDocument } from '@viewpoints/domain/document/normalise-document';
import type { WordReport } from '@viewpoints/domain/imports/word-report';
import { stableJson } from '@viewpoints/domain/text/stable-json';
import type { Id } from '@viewpoints/domain/values';
import { writeNodes } from '@viewpoints/working-copy/shared-content';
import { changeOf } from '@viewpoints/working-copy/shared-document';
import { decideSuggestions } from '@viewpoints/working-copy/suggestions/decide-suggestions';
import { isKnown } from '@viewpoints/working-copy/suggestions/is-known';
import {
  attributesIn,
  type Json,
  type JsonMark,
  withAttributes,
} from '@viewpoints/working-copy/suggestions/json';
import { suggestionsIn } from '@viewpoints/working-copy/suggestions/shared-suggestions';
import {
  type SuggestionKey,
  suggestionAttributes,
  writeKey,
} from '@viewpoints/working-copy/suggestions/suggestion';
import { withoutSuggestions } from '@viewpoints/working-copy/suggestions/without-suggestions';
import { lockExistingArticle } from '../../articles/lock-article.ts';
import type { Command } from '../../command.ts';
import { openCopy } from '../../working-copy/open-copy.ts';

/** A text with changes of a Word file as suggestions. */
export type SuggestedText = {
  /** The text until suggestions are accepted: as if all of them were refused. */
  body: Document;
  /** The same with the suggestions; null if there are none. */
  nodes: Json[] | null;
  /** The suggestion that a change became, by its place in the report. */
  ids: ReadonlyMap<number, Id>;
};

/** A text that has all changes accepted, and no suggestions. */
export const acceptedText = (body: Document): SuggestedText => ({
  ...{ body, nodes: null, ids: new Map() },
});

/**
 * The text of a Word file with its changes as suggestions of the importing account. With all of them accepted
 * it must equal the file with all its changes accepted, and be a valid article: otherwise there are none.
 */
export function suggestedText(
  accepted: Document,
  marked: readonly Block[],
  { changes, by }: { changes: ReadonlySet<number>; by: Id },
): SuggestedText {
  if (changes.size === 0) return acceptedText(accepted);
  const ids = new Map([...changes].map((change) => [change, newId()]));
  const nodes = (marked as readonly unknown[] as readonly Json[]).map((node) =>
    withKeys(node, (change) => ({ by, id: ids.get(change) ?? '' })),
  );
  const refused = withoutSuggestions(nodes);
  const body = Document.safeParse({ type: 'doc', content: refused });
  const all = decideSuggestions(nodes, { verdict: 'accept', isMeant: () => true });
  const isRight =
    body.success &&
    stableJson(normaliseDocument(body.data).content) === stableJson(refused) &&
    stableJson(all) === stableJson(accepted.content) &&
    isKnown(nodes) &&
    JSON.stringify(nodes).length <= MAX_DOCUMENT_LENGTH;
  return isRight ? { body: body.data, nodes, ids } : acceptedText(accepted);
}

/** Gives the marks and attributes of changes the key of a suggestion. */
function withKeys(node: Json, keyOf: (change: number) => SuggestionKey): Json {
  const { marks, content } = node;
  const attrs = Object.entries(attributesIn(node)).map(([name, value]) => {
    const isOfChange = suggestionAttributes.some((each) => each === name) && value !== null;
    return [name, isOfChange ? writeKey(keyOf((value as { change: number }).change)) : value];
  });
  return {
    ...withAttributes(node, Object.fromEntries(attrs)),
    ...(marks ? { marks: marks.map((mark) => keyed(mark, keyOf)) } : {}),
    ...(content ? { content: content.map((child) => withKeys(child, keyOf)) } : {}),
  };
}

const keyed = (mark: JsonMark, keyOf: (change: number) => SuggestionKey): JsonMark =>
  mark.type === 'insertion' || mark.type === 'deletion'
    ? { type: mark.type, attrs: keyOf((mark as ChangeMark).attrs.change) }
    : mark;

/** Whether an article, which is locked then, has no suggestions that a text with others would replace. */
export async function hasNoSuggestions(command: Command, articleId: string): Promise<boolean> {
  const { shared } = await openCopy(command, await lockExistingArticle(command, articleId));
  return suggestionsIn(shared).length === 0;
}

/**
 * Puts the suggestions into the shared document of an article that says the text without them, in an update
 * of its own at the same save.
 * @returns the report, with the suggestion that each change became
 */
export async function placeSuggestions(
  command: Command,
  article: Article,
  { text: { nodes, ids }, report }: { text: SuggestedText; report: WordReport },
): Promise<WordReport> {
  if (nodes === null) return report;
  const { shared } = await openCopy(command, article);
  const update = changeOf(shared, () => writeNodes(shared, nodes));
  const { id: articleId, save } = article;
  await insertUpdate(command.tx, { articleId, save, update, at: command.at });
  const changes = report.changes.map((change, index) => ({
    ...change,
    suggestion: ids.get(index) ?? null,
  }));
  return { ...report, changes };
}
