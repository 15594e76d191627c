import type { WordChange, WordComment, WordPlace } from '@viewpoints/domain/imports/word-report';
import { cleanText } from '@viewpoints/domain/text/normalise';
import type { FileComment } from '../read/comments.ts';
import {
  type Change,
  isGone,
  type WordBlock,
  type WordInline,
  type WordParagraph,
} from '../read/word-blocks.ts';
import { threadsOf } from './comment-threads.ts';
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
/** Words in a row with the comments on them, and what takes them away. */
type Run = { text: string; ids: string[]; changes: Change[] };

/** Words of the text in a row, and the comments on them: by their place in the report. */
export type CommentedRun = {
  text: string;
  comments: number[];
  /** The change that takes them away, by its place in the report; null if they stay. */
  goneBy: number | null;
};

/**
 * How many comments the same words may have; each further one has no words. A file may open thousands and
 * close none.
 */
const maxCommentsPerText = 20;

/** Characters of context stored around a place. */
const around = 80;

/** Finds every tracked change and comment in the text, with the words round it. */
export function traceChanges(
  blocks: readonly WordBlock[],
  comments: readonly FileComment[],
  blockOf: BlockOf,
): {
  changes: WordChange[];
  comments: WordComment[];
  commented: CommentedRun[][];
  /** The place in the report of a change of the file. */
  numberOf: (change: Change) => number | undefined;
} {
  const trace = new Trace();
  for (const block of blocks)
    for (const paragraph of paragraphsIn(block))
      trace.read(paragraph, { block: blockOf(paragraph), inNote: false });
  const changes = trace.changes.map(changeOf);
  const places = new Map(
    trace.changes.flatMap((traced, index) => [...traced.changes].map((each) => [each, index])),
  );
  const numberOf = (change: Change) => places.get(change);
  const threads = threadsOf(comments);
  const numbers = new Map([...threads.keys()].map((id, index) => [id, index]));
  const commented = trace.lines.map((line) =>
    line.map(({ text, ids, changes: [change] }) => ({
      ...{ text, comments: ids.flatMap((id) => numbers.get(id) ?? []) },
      goneBy: change === undefined ? null : (numberOf(change) ?? null),
    })),
  );
  return { changes, comments: commentsOf(threads, trace.comments), commented, numberOf };
}

class Trace {
  readonly changes: Traced[] = [];
  readonly comments = new Map<string, TracedComment>();
  /** The words of the text, a line for each paragraph. */
  readonly lines: Run[][] = [];
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
    const line: Run[] = [];
    this.lines.push(line);
    for (const inline of paragraph.inlines) {
      const words = wordsOf(inline);
      const isContent = words !== '' && inline.type !== 'touch' && inline.type !== 'left_out';
      if (inline.changes.length > 0) this.#trace(inline.changes, words, here);
      else if (words !== '') this.#last = [];
      if (isContent) for (const id of this.#open) this.#say(id, words);
      if (isContent && words !== '\n')
        line.push({
          text: cleanText(words),
          ids: [...this.#open].slice(0, maxCommentsPerText),
          changes: inline.changes.filter((change) => isGone([change])),
        });
      if (isContent && !isGone(inline.changes)) {
        text += words;
        // An insertion does not count as the place before itself.
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

/** Longest words of a change or a comment that are stored: those of a long article. */
const maxTraced = 100_000;

const changeOf = (traced: Traced): WordChange => ({
  kind: traced.kind,
  author: traced.author,
  at: traced.at,
  words: traced.words.slice(0, maxTraced).toWellFormed(),
  parts: traced.changes.size,
  suggestion: null,
  place: placeOf(traced),
});

/** Comments with their replies. */
const commentsOf = (
  threads: ReadonlyMap<string, readonly FileComment[]>,
  places: ReadonlyMap<string, TracedComment>,
): WordComment[] =>
  [...threads].flatMap(([id, [first, ...replies]]) => {
    if (first === undefined) return [];
    const place = places.get(id);
    return {
      ...said(first),
      words: (place?.words ?? '').trim().slice(0, maxTraced).toWellFormed(),
      resolved: first.resolved,
      replies: replies.map(said),
      place: placeOf(place ?? { block: null, inNote: false, before: '', after: '' }),
    };
  });

const said = ({ author, at, text }: FileComment) => ({
  author,
  at,
  text: text.slice(0, 50_000).toWellFormed(),
});
