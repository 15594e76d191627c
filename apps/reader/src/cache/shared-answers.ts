import { everythingTag, type ReaderCalls } from '@viewpoints/api/reader-caller';

type Show = (tags: readonly string[]) => void;
type Shared = { answer: Promise<unknown>; tags: readonly string[] };

/** Menus name what the settings offer, and the topics until an editor has made one. */
const menuTags = ['menus', 'journal', 'list:topics'];

/**
 * Data that every page needs, the masthead and the menus, cached between renders until it
 * changes. A change also drops requests under way, so that a render that begins after it gets
 * nothing older.
 */
export class SharedAnswers {
  readonly #callsOf: (show: Show) => ReaderCalls;
  readonly #isFresh: () => boolean;
  readonly #shared = new Map<string, Shared>();

  /** @param isFresh whether everything announced so far is known to have been heard */
  constructor(callsOf: (show: Show) => ReaderCalls, isFresh: () => boolean) {
    this.#callsOf = callsOf;
    this.#isFresh = isFresh;
  }

  /** The public procedures; their tags are passed to `show`, whether fetched or cached. */
  calls(show: Show): ReaderCalls {
    const own = this.#callsOf(show);
    const journal = over(own.journal, {
      get: () => this.#ask('journal', ['journal'], show, (calls) => calls.journal.get()),
    });
    const navigation = over(own.navigation, {
      topics: () =>
        this.#ask('topics', ['list:topics'], show, (calls) => calls.navigation.topics()),
    });
    const menus = over(own.menus, {
      get: () => this.#ask('menus', menuTags, show, (calls) => calls.menus.get()),
    });
    return over(own, { journal, navigation, menus });
  }

  drop(tags: readonly string[]): void {
    if (tags.includes(everythingTag)) this.clear();
    for (const [name, shared] of this.#shared)
      if (shared.tags.some((tag) => tags.includes(tag))) this.#shared.delete(name);
  }

  clear(): void {
    this.#shared.clear();
  }

  async #ask<Answer>(
    name: string,
    tags: readonly string[],
    show: Show,
    ask: (calls: ReaderCalls) => Promise<Answer>,
  ): Promise<Answer> {
    show(tags);
    const kept = this.#isFresh() ? this.#shared.get(name) : undefined;
    if (kept !== undefined) return kept.answer as Promise<Answer>;
    const answer = ask(this.#callsOf(() => {}));
    if (this.#isFresh()) {
      const shared = { answer, tags };
      this.#shared.set(name, shared);
      answer.catch(() => {
        if (this.#shared.get(name) === shared) this.#shared.delete(name);
      });
    }
    return answer;
  }
}

/** `target` with some of its members replaced; the others are looked up only when used. */
function over<T extends object>(target: T, members: Partial<T>): T {
  return new Proxy(target, {
    get: (of, key) =>
      Object.hasOwn(members, key) ? Reflect.get(members, key) : Reflect.get(of, key),
  });
}
