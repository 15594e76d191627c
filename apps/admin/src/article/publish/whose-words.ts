import type { ArticleScreenData } from '../article-data.ts';

export type Pending = ArticleScreenData['review']['pending'][number];

const longestName = 20;

/** "Omar" of "Omar Haddad", if that is unique among the others; for labels of buttons. */
function shortName(name: string, others: readonly string[]): string {
  const [first = name] = name.split(' ');
  const isShared = others.some((other) => other !== name && other.split(' ')[0] === first);
  const short = isShared ? name : first;
  return short.length > longestName ? `${short.slice(0, longestName - 1)}…` : short;
}

/** "Approve Omar’s words": what the button approves, by whose words they are. */
export function approveLabel(
  approves: readonly string[],
  people: Readonly<Record<string, string>>,
  myId: string,
): string {
  const names = approves.map((id) => people[id] ?? '');
  const [first] = approves;
  if (first === undefined) return 'Approve';
  if (approves.length === 1 && first === myId) return 'Approve your words';
  if (approves.length > 2) return `Approve ${approves.length} people’s words`;
  const whose = names.map((name, index) =>
    approves[index] === myId ? 'your' : `${shortName(name, names)}’s`,
  );
  return `Approve ${whose.join(' and ')} words`;
}

/** "Helen Novak or Omar Haddad", of people given by their ids. */
export function oneOf(ids: readonly string[], people: Readonly<Record<string, string>>): string {
  const names = ids.map((id) => people[id] ?? 'somebody');
  const shown = names.length > 3 ? [...names.slice(0, 2), `${names.length - 2} others`] : names;
  return new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(shown);
}

/** The approvals still missing: "Waiting for Helen to approve your words." for each author. */
export function waitingMessage(
  waiting: readonly {
    author: { id: string; name: string };
    approvers: readonly { id: string; name: string }[];
  }[],
  myId: string,
): string {
  return waiting
    .map(({ author, approvers }) => {
      const whose = author.id === myId ? 'your words' : `${author.name}’s words`;
      const names = Object.fromEntries(approvers.map(({ id, name }) => [id, name]));
      const ids = approvers.map(({ id }) => id);
      return ids.length > 0
        ? `Waiting for ${oneOf(ids, names)} to approve ${whose}.`
        : `Nobody can approve ${whose} yet.`;
    })
    .join(' ');
}

/** Whether another author changed something after what was shown: it has to be read first. */
export function changedSince(
  shown: readonly Pending[],
  now: readonly Pending[],
  myId: string,
): boolean {
  return now.some(
    ({ authorId, change }) =>
      authorId !== myId &&
      !shown.some((each) => each.authorId === authorId && each.change >= change),
  );
}
