import type { WordChange, WordComment, WordPlace } from '@viewpoints/domain/imports/word-report';
import type { FileComment } from '../read/comments.ts';
import {
  type Change,
  isGone,
  type WordBlock,
  type WordInline,
  type WordParagraph,
} from '../read/word-blocks.ts';
import { paragraphsIn } from './convert-blocks.ts';

/** The number of the block that a paragraph came into; null for none. */
export type BlockOf = (paragraph: WordParagraph) => number | null;

type Where = { block: number | null; inNote: boolean };
type Position = Where & { before: string; after: string };

type Traced = Position & {
  kind: Change['kind'];
  author: string | null;
  at: string | null;
  words: string;
  changes: Set<Change>;
};
type TracedComment = Position & { words: string };

/** How many characters round a place are kept. */
const around = 80;

/** Finds every tracked change and comment in the text, with the words round it. */
export function traceChanges(
  blocks: readonly WordBlock[],
  comments: readonly FileComment[],
  blockOf: BlockOf,
): { changes: WordChange[]; comments: WordComment[] } {
  const trace = new Trace();
  for (const block of blocks)
    for (const paragraph of paragraphsIn(block))
      trace.read(paragraph, { block: blockOf(paragraph), inNote: false });
  return { changes: trace.changes.map(changeOf), comments: commentsOf(comments, trace.comments) };
}

class Trace {
  readonly changes: Traced[] = [];
  readonly comments = new Map<string, TracedComment>();
  readonly #open = new Set<string>();
  /** Changes that the next words may go on with. */
  #last: Traced[] = [];
  /** Places whose words after them are not read yet. */
  #waiting: Position[] = [];

  read(paragraph: WordParagraph, where: Where): void {
    let text = '';
    this.#waiting = [];
    for (const id of this.#open) this.#say(id, ' ');
    const spot = (): Position => ({ ...where, before: text.slice(-around), after: '' });
    const here = (): Position => {
      const position = spot();
      this.#waiting.push(position);
      return position;
    };
    const inside: (() => void)[] = [];
    for (const inline of paragraph.inlines) {
      const words = wordsOf(inline);
      const isContent = words !== '' && inline.type !== 'touch' && inline.type !== 'left_out';
      if (inline.changes.length > 0) this.#trace(inline.changes, words, here);
      else if (words !== '') this.#last = [];
      if (isContent) for (const id of this.#open) this.#say(id, words);
      if (isContent && !isGone(inline.changes)) {
        text += words;
        // What is inserted is not after itself.
        const ends = this.#last;
        for (const position of this.#waiting)
          if (!ends.some((traced) => traced === position && inline.changes.length > 0))
            position.after = (position.after + words).slice(0, around);
        this.#waiting = this.#waiting.filter(({ after }) => after.length < around);
      }
      if (inline.type === 'comment_start') {
        this.#open.add(inline.id);
        if (!this.comments.has(inline.id))
          this.comments.set(inline.id, Object.assign(spot(), { words: '' }));
      }
      if (inline.type === 'comment_end' && this.#open.delete(inline.id)) {
        const comment = this.comments.get(inline.id);
        if (comment !== undefined) this.#waiting.push(comment);
      }
      if (inline.type === 'comment_here' && !this.comments.has(inline.id))
        this.comments.set(inline.id, Object.assign(here(), { words: '' }));
      if (inline.type === 'note' || inline.type === 'box') {
        const inNote = where.inNote || inline.type === 'note';
        inside.push(() => {
          for (const block of inline.blocks)
            for (const each of paragraphsIn(block)) this.read(each, { ...where, inNote });
        });
      }
    }
    for (const read of inside) read();
  }

  #say(id: string, words: string): void {
    const comment = this.comments.get(id);
    if (comment !== undefined) comment.words += words;
  }

  /** Words that are part of changes go on with those of the same kind, author and time. */
  #trace(changes: readonly Change[], words: string, here: () => Position): void {
    this.#last = changes.map((change) => {
      const same = this.#last.find(
        ({ kind, author, at }) =>
          kind === change.kind && author === change.author && at === change.at,
      );
      if (same !== undefined) {
        same.words += words;
        same.changes.add(change);
        return same;
      }
      const { kind, author, at } = change;
      const traced = Object.assign(here(), { kind, author, at, words, changes: new Set([change]) });
      this.changes.push(traced);
      return traced;
    });
  }
}

/** Words of an inline as a report has them, whatever becomes of them. */
function wordsOf(inline: WordInline): string {
  switch (inline.type) {
    case 'text':
    case 'formula':
      return inline.text;
    case 'touch':
    case 'left_out':
      return inline.words;
    case 'break':
      return '\n';
    default:
      return '';
  }
}

const placeOf = ({ block, inNote, before, after }: Position): WordPlace => ({
  block,
  inNote,
  before: before.toWellFormed(),
  after: after.toWellFormed(),
});

/** Longest words of a change or a comment that are kept: that of a long article. */
const longest = 100_000;

const changeOf = (traced: Traced): WordChange => ({
  kind: traced.kind,
  author: traced.author,
  at: traced.at,
  words: traced.words.slice(0, longest).toWellFormed(),
  parts: traced.changes.size,
  place: placeOf(traced),
});

/** Comments with their replies; a reply to one that the file does not have stands by itself. */
function commentsOf(
  comments: readonly FileComment[],
  places: ReadonlyMap<string, TracedComment>,
): WordComment[] {
  const ids = new Set(comments.map(({ id }) => id));
  const rootOf = (comment: FileComment): string => {
    const seen = new Set<string>();
    let root = comment;
    for (let parent = root.parent; parent !== null && ids.has(parent); parent = root.parent) {
      if (seen.has(parent)) break;
      seen.add(parent);
      root = comments.find(({ id }) => id === parent) ?? root;
    }
    return root.id;
  };
  const said = ({ author, at, text }: FileComment) => ({
    author,
    at,
    text: text.slice(0, 50_000).toWellFormed(),
  });
  return comments
    .filter((comment) => rootOf(comment) === comment.id)
    .map((comment) => {
      const place = places.get(comment.id);
      return {
        ...said(comment),
        words: (place?.words ?? '').trim().slice(0, longest).toWellFormed(),
        resolved: comment.resolved,
        replies: comments
          .filter((other) => other.id !== comment.id && rootOf(other) === comment.id)
          .map(said),
        place: placeOf(place ?? { block: null, inNote: false, before: '', after: '' }),
      };
    });
}
