import {
  addActor,
  addArticle,
  addFinding,
  addIssue,
  addSource,
} from '@viewpoints/db/testing/builders';
import type { Actor } from '@viewpoints/domain/actors/actor';
import type { Finding } from '@viewpoints/domain/findings/finding';
import type { Issue } from '@viewpoints/domain/issues/issue';
import { plantNullResults } from '@viewpoints/published/testing/planted-null-results';
import { publish } from '@viewpoints/published/testing/publish';
import { type OpenJournal, openJournal } from './open-journal.ts';

const day = (n: number) => new Date(Date.UTC(2021, 1, n, 9));
const tomorrow = () => new Date(Date.now() + 24 * 3600_000);

export type BoardJournal = OpenJournal & {
  issue: Issue;
  actors: Record<'ostrava' | 'velmark' | 'marsh', Actor>;
  findings: Record<'before' | 'now' | 'indoors' | 'wrong' | 'right', Finding>;
};

type Given = Omit<Parameters<typeof addFinding>[2], 'by' | 'holders' | 'issueIds'>;

/**
 * A journal with an issue on which Ostrava changed its position and says another thing indoors, on
 * the word of an unnamed source; of Velmark the journal had something wrong, and looked for more without
 * result; and of the Marsh Council something is known that is not out yet.
 */
export async function openBoardJournal(): Promise<BoardJournal> {
  const journal = await openJournal();
  const { db, by } = journal;
  const issue = await addIssue(db.editorial, { name: 'Foreign monitors' });
  const actors = {
    ostrava: await addActor(db.editorial, { slug: 'ostrava', name: 'Ostrava', kind: 'state' }),
    velmark: await addActor(db.editorial, { slug: 'velmark', name: '=Velmark', kind: 'state' }),
    marsh: await addActor(db.editorial, { slug: 'marsh', name: 'Marsh Council', kind: 'group' }),
  };
  const source = await addSource(db.editorial, {
    terms: { attribution: 'background', disclosure: 'clear' },
    ...{ title: 'Talk at the weir', descriptor: 'a former minister' },
  });
  const article = await addArticle(db.editorial, { by });
  const held = (actor: Actor, given: Given, of = article) =>
    addFinding(db.editorial, of, {
      by,
      holders: [{ actorId: actor.id, wording: null, basis: 'direct' }],
      issueIds: [issue.id],
      ...given,
    });
  const { ostrava, velmark, marsh } = actors;
  const findings = {
    before: await held(ostrava, {
      ...{ proposition: 'Rejects all monitors', stance: 'rejects', asOf: '2029-05' },
    }),
    now: await held(ostrava, {
      ...{ proposition: 'Would accept monitors', stance: 'accepts_if', asOf: '2031-01' },
      conditions: [{ kind: 'if', text: 'they carry no arms' }],
    }),
    indoors: await held(ostrava, {
      ...{ proposition: 'Would accept armed monitors', stance: 'open_to', register: 'private' },
      asOf: '2030',
      attribution: {
        ...{ sourceId: source.id, terms: 'background' },
        ...{ descriptor: null, participantId: null },
      },
    }),
    wrong: await held(velmark, { proposition: 'Refuses monitors', asOf: '2030' }),
    right: await held(velmark, {
      proposition: 'Supports monitors',
      stance: 'supports',
      asOf: '2030',
    }),
  };
  const replaced = [
    { old: findings.before, next: findings.now, kind: 'position_change' as const },
    { old: findings.wrong, next: findings.right, kind: 'correction' as const },
  ];
  for (const { old, next, kind } of replaced)
    await db.editorial.supersession.create({
      data: { oldId: old.id, newId: next.id, kind, at: day(2), byId: by },
    });
  await publish(db.editorial, article.id, { at: day(1) });
  const later = await addArticle(db.editorial, { by });
  await held(marsh, { proposition: 'Refuses in secret' }, later);
  await publish(db.editorial, later.id, { at: day(1), visibleFrom: tomorrow() });
  await plantNullResults(db.editorial, {
    ...{ by, now: day(3), canary: 'refuses in a cellar' },
    known: { actorId: velmark.id, issueId: issue.id },
    unknown: [{ actorId: marsh.id, issueId: issue.id }],
  });
  return { ...journal, issue, actors, findings };
}
