import { type Decision, decide, reason } from '@viewpoints/domain/refusal';
import { formatsOf, insertedBy, type Json, keyIn, markedBy } from './json.ts';
import { type SuggestionKey, suggestionAttributes, writeKey } from './suggestion.ts';

/**
 * Finds, for each suggestion, those whose inserted words or blocks contain a part of it, by key. Accepted
 * first, the inner one would be lost if the outer one is refused.
 */
export function enclosingSuggestions(
  nodes: readonly Json[],
): ReadonlyMap<string, ReadonlyMap<string, SuggestionKey>> {
  const found = new Map<string, Map<string, SuggestionKey>>();
  const add = (inner: SuggestionKey | null, outer: SuggestionKey | null) => {
    if (inner === null || outer === null || writeKey(inner) === writeKey(outer)) return;
    const own = found.get(writeKey(inner)) ?? new Map<string, SuggestionKey>();
    found.set(writeKey(inner), own.set(writeKey(outer), outer));
  };
  const visit = (children: readonly Json[], within: SuggestionKey | null) => {
    addAmong(children, add);
    for (const node of children) {
      const inserted = insertedBy(node);
      add(inserted, within);
      if (node.type === 'text') {
        add(markedBy(node, 'deletion'), inserted ?? within);
        for (const { by, id } of formatsOf(node)) add({ by, id }, inserted ?? within);
      } else
        for (const name of suggestionAttributes)
          if (name !== 'suggestedInsertion') add(keyIn(node, name), inserted ?? within);
      if (node.content !== undefined) visit(node.content, inserted ?? within);
    }
  };
  visit(nodes, null);
  return found;
}

/**
 * Adds insertions that lie between two insertions of another suggestion, with no text of the article in
 * between. Only the innermost enclosing one is added: all of them would be millions of pairs where many
 * are nested.
 */
function addAmong(
  children: readonly Json[],
  add: (inner: SuggestionKey, outer: SuggestionKey) => void,
): void {
  let run: SuggestionKey[] = [];
  const end = () => {
    const last = new Map(run.map((key, index) => [writeKey(key), index]));
    /** A stack of suggestions that have begun. One that has ended is removed when it is on top. */
    const open: SuggestionKey[] = [];
    const nearest = (index: number): SuggestionKey | undefined => {
      for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
        if ((last.get(writeKey(top)) ?? 0) > index) return top;
        open.pop();
      }
      return undefined;
    };
    const begun = new Set<string>();
    for (const [index, key] of run.entries()) {
      const name = writeKey(key);
      const around = nearest(index);
      if (around !== undefined && writeKey(around) !== name) add(key, around);
      else if (around !== undefined) {
        open.pop();
        const next = nearest(index);
        if (next !== undefined) add(key, next);
        open.push(around);
      }
      if (!begun.has(name)) open.push(key);
      begun.add(name);
    }
    run = [];
  };
  for (const node of children) {
    const key = insertedBy(node);
    if (key === null) end();
    else run.push(key);
  }
  end();
}

type Enclosed = SuggestionKey & { enclosedBy: readonly SuggestionKey[] };

/** Whether a suggestion can be accepted together with others: those that enclose it have to be among them. */
export function mayAccept(
  { id, enclosedBy }: Enclosed,
  together: readonly SuggestionKey[] = [],
): Decision {
  const names = new Set(together.map(writeKey));
  const first = enclosedBy.filter((key) => !names.has(writeKey(key)));
  if (first.length === 0) return decide([]);
  return decide([
    reason(
      'suggestion_enclosed',
      'This is inside another suggestion. Accept or refuse that one first.',
      'suggestions',
      { ids: [id], first: first.map((key) => key.id) },
    ),
  ]);
}

/** The suggestions of a list that can be accepted together. */
export function acceptable<Each extends Enclosed>(suggestions: readonly Each[]): Each[] {
  const names = new Set(suggestions.map(writeKey));
  const left = suggestions.filter(({ enclosedBy }) =>
    enclosedBy.every((key) => names.has(writeKey(key))),
  );
  return left.length === suggestions.length ? left : acceptable(left);
}

/**
 * The order in which suggestions are decided: enclosing ones first. Suggestions that enclose each other
 * are decided in one round.
 */
export function outerFirst<Each extends Enclosed>(
  suggestions: readonly Each[],
): { together: boolean; suggestions: Each[] }[] {
  const rounds: { together: boolean; suggestions: Each[] }[] = [];
  let left = [...suggestions];
  while (left.length > 0) {
    const names = new Set(left.map(writeKey));
    const ready = left.filter(
      ({ enclosedBy }) => !enclosedBy.some((key) => names.has(writeKey(key))),
    );
    const next = ready.length > 0 ? ready : left;
    rounds.push({ together: ready.length === 0, suggestions: next });
    left = left.filter((each) => !next.includes(each));
  }
  return rounds;
}
