'use client';

import type { ArticleContent } from '@viewpoints/domain/articles/article';
import { type Block, kindOfBlock } from '@viewpoints/domain/document/blocks';
import { type BlockChange, compareBlocks } from '@viewpoints/domain/document/compare-blocks';
import { emptyDocument } from '@viewpoints/domain/document/document';
import { documentText } from '@viewpoints/domain/document/document-text';
import { diffWords } from '@viewpoints/domain/text/diff-words';
import type { Direction } from '@viewpoints/domain/values';
import { WordDifference } from '../findings/word-difference.tsx';
import type { ArticleSession } from '../screen/use-article-session.ts';
import type { Pending } from './whose-words.ts';

/** The blocks of the text that an author changed or deleted, each with what it was before. */
export function TextDifference(props: {
  words: Pending;
  session: ArticleSession;
  before: ArticleContent | null;
}) {
  const { words } = props;
  const { article, review, people } = props.session.data;
  const others = review.pending.filter(
    ({ authorId, fields }) => authorId !== words.authorId && fields.includes('body'),
  );
  const changes = compareBlocks(props.before?.body ?? emptyDocument, article.body).filter(
    ({ before, after }) =>
      after === null ? wordsOf(before?.block) !== '' : words.blocks.includes(after.place),
  );
  const writersOf = ({ after }: BlockChange) =>
    others
      .filter(({ blocks }) => after !== null && blocks.includes(after.place))
      .map(({ authorId }) => people[authorId] ?? '');
  if (changes.length === 0) {
    return (
      <p className="text-ink-soft" lang="en">
        Nothing of it is left in the text.
      </p>
    );
  }
  return (
    <div className="grid gap-3">
      {changes.map((change) => {
        const writers = writersOf(change);
        return (
          <div key={`${change.before?.place} ${change.after?.place}`} className="grid gap-0.5">
            <BlockDifference change={change} direction={article.direction} />
            {writers.length > 0 ? (
              <p className="text-sm text-ink-faint" lang="en">
                {new Intl.ListFormat('en-GB').format(writers)} wrote here as well.
              </p>
            ) : null}
          </div>
        );
      })}
      {others.length > 0 && changes.some(({ after }) => after === null) ? (
        <p className="text-sm text-ink-faint" lang="en">
          Several people changed the text: what was taken out may be of any of them.
        </p>
      ) : null}
    </div>
  );
}

function BlockDifference(props: { change: BlockChange; direction: Direction }) {
  const { before, after } = props.change;
  const [was, is] = [wordsOf(before?.block), wordsOf(after?.block)];
  if (was === is) {
    return (
      <p className="text-ink-soft" lang="en">
        {is === '' ? 'A divider or an empty paragraph' : `“${is}”`}: marks, links or the picture
        were changed.
      </p>
    );
  }
  return <WordDifference parts={diffWords(was, is)} dir={props.direction} />;
}

/** The words of a block: the texts of its attributes, and its text. */
function wordsOf(block: Block | undefined): string {
  if (block === undefined) return '';
  const { text } = documentText({ type: 'doc', content: [block] });
  const attributes = kindOfBlock(block).attributeTexts?.(block) ?? [];
  return attributes.length === 0 ? text : [...attributes, text].filter(Boolean).join(' · ');
}
