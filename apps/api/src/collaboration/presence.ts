import type { InstanceMessage } from './instance-messages.ts';
import type { Sockets } from './sockets.ts';

/** An account that has an article open. */
export type PersonHere = { id: string; isWriting: boolean };

/** In milliseconds. */
export const presenceTimes = {
  /** How long changes are collected before they are sent to the other instances. */
  collect: 150,
  /** How often an instance sends all of its presence again. */
  repeat: 5_000,
  /** How long presence is valid without a message from its instance, which was then killed. */
  expire: 16_000,
  /** How long an account counts as writing after its last update. */
  writing: 6_000,
} as const;

/** Most people of one article that are sent to other instances; a screen shows far fewer. */
const maxPeople = 60;

/** Most characters of articles in one message. Encryption adds a third, and it must fit into a NOTIFY. */
const longestPart = 5_000;

type Elsewhere = { people: PersonHere[]; until: number };

type Dependencies = {
  sockets: Pick<Sockets, 'all' | 'of'>;
  send: (message: InstanceMessage) => Promise<void>;
  /** Called when presence has changed, at this instance or another. */
  onChange: () => void;
  /** Called when another instance has opened an article, or closed it. */
  onElsewhere: (change: { from: string; articleId: string; isOpen: boolean }) => void;
};

export type Presence = {
  /** To be called when a socket of this instance opens, closes or writes in the article. */
  changed: (articleId: string) => void;
  receive: (from: string, message: InstanceMessage) => void;
  /** To be called when listening begins: messages sent before it were lost, so all is sent again. */
  restart: () => void;
  isElsewhere: (articleId: string) => boolean;
  /** People by article, as the instances report their connections. */
  people: () => Map<string, PersonHere[]>;
  stop: () => Promise<void>;
};

/** Which accounts have which article open, over all instances. In memory only. */
export function createPresence({ sockets, send, onChange, onElsewhere }: Dependencies): Presence {
  /** By instance, then by article. */
  const elsewhere = new Map<string, Map<string, Elsewhere>>();
  const pending = new Set<string>();
  /** The people of each article at this instance, as JSON, to see whether they have changed. */
  const known = new Map<string, string>();
  const writingTimers = new Map<string, NodeJS.Timeout>();
  let collecting: NodeJS.Timeout | undefined;
  let sending = Promise.resolve();
  let isStopped = false;

  const peopleHere = (articleId: string): PersonHere[] => {
    const people = new Map<string, boolean>();
    const since = performance.now() - presenceTimes.writing;
    for (const { account, wroteAt } of sockets.of({ articleId }))
      people.set(account.id, people.get(account.id) === true || wroteAt > since);
    return [...people].map(([id, isWriting]) => ({ id, isWriting }));
  };
  const articlesHere = () => new Set(sockets.all().map(({ seat }) => seat.articleId));

  const sendPending = async (): Promise<void> => {
    collecting = undefined;
    const articles = [...pending].map((id) => ({ id, people: peopleHere(id) }));
    pending.clear();
    for (const part of splitArticles(articles)) await send({ kind: 'here', articles: part });
  };
  const scheduleSend = (articleIds: Iterable<string>) => {
    for (const id of articleIds) pending.add(id);
    if (pending.size === 0 || isStopped) return;
    collecting ??= setTimeout(() => {
      sending = sending.then(sendPending);
    }, presenceTimes.collect).unref();
  };
  const changed = (articleId: string) => {
    const people = peopleHere(articleId);
    const now = JSON.stringify(people);
    // Nothing is sent while the same people go on writing.
    if (now !== known.get(articleId)) {
      scheduleSend([articleId]);
      onChange();
    }
    if (people.length === 0) known.delete(articleId);
    else known.set(articleId, now);
    clearTimeout(writingTimers.get(articleId));
    writingTimers.delete(articleId);
    if (!people.some(({ isWriting }) => isWriting)) return;
    const timer = setTimeout(() => changed(articleId), presenceTimes.writing).unref();
    writingTimers.set(articleId, timer);
  };

  const leave = (from: string, articleId: string) => {
    const articles = elsewhere.get(from);
    if (articles?.delete(articleId) !== true) return;
    if (articles.size === 0) elsewhere.delete(from);
    onElsewhere({ from, articleId, isOpen: false });
    onChange();
  };
  const receivePeople = (from: string, articleId: string, people: PersonHere[]) => {
    if (people.length === 0) return leave(from, articleId);
    const articles = elsewhere.get(from) ?? new Map<string, Elsewhere>();
    elsewhere.set(from, articles);
    const before = articles.get(articleId);
    articles.set(articleId, { people, until: performance.now() + presenceTimes.expire });
    if (before === undefined) onElsewhere({ from, articleId, isOpen: true });
    if (JSON.stringify(before?.people) !== JSON.stringify(people)) onChange();
  };
  const repeating = setInterval(() => {
    scheduleSend(articlesHere());
    const now = performance.now();
    for (const [from, articles] of elsewhere)
      for (const [articleId, { until }] of articles) if (until < now) leave(from, articleId);
  }, presenceTimes.repeat).unref();

  return {
    changed,
    receive: (from, message) => {
      if (message.kind === 'hello') scheduleSend(articlesHere());
      else if (message.kind === 'gone')
        for (const articleId of elsewhere.get(from)?.keys() ?? []) leave(from, articleId);
      else if (message.kind === 'here')
        for (const { id, people } of message.articles) receivePeople(from, id, people);
    },
    restart: () => {
      void send({ kind: 'hello' });
      scheduleSend(articlesHere());
    },
    isElsewhere: (articleId) => [...elsewhere.values()].some((articles) => articles.has(articleId)),
    people: () => {
      const all = new Map<string, PersonHere[]>();
      for (const id of articlesHere()) all.set(id, peopleHere(id));
      for (const articles of elsewhere.values())
        for (const [id, { people }] of articles)
          all.set(id, mergePeople(all.get(id) ?? [], people));
      return all;
    },
    stop: async () => {
      isStopped = true;
      clearInterval(repeating);
      clearTimeout(collecting);
      for (const timer of writingTimers.values()) clearTimeout(timer);
      await sending;
      await send({ kind: 'gone' });
    },
  };
}

/** Joins two lists. One person may have the article open at two instances. */
function mergePeople(some: readonly PersonHere[], others: readonly PersonHere[]): PersonHere[] {
  const people = new Map(some.map((person) => [person.id, person]));
  for (const { id, isWriting } of others)
    people.set(id, { id, isWriting: isWriting || people.get(id)?.isWriting === true });
  return [...people.values()];
}

type Articles = Extract<InstanceMessage, { kind: 'here' }>['articles'];

function splitArticles(articles: Articles): Articles[] {
  const parts: Articles[] = [];
  let [part, length]: [Articles, number] = [[], 0];
  for (const { id, people } of articles) {
    const article = { id, people: people.slice(0, maxPeople) };
    const more = JSON.stringify(article).length + 1;
    if (part.length > 0 && length + more > longestPart) {
      parts.push(part);
      [part, length] = [[], 0];
    }
    part.push(article);
    length += more;
  }
  return part.length === 0 ? parts : [...parts, part];
}
