import type { ViewpointsForEditors } from '@viewpoints/client';
import { ActorContent } from '@viewpoints/domain/actors/actor';
import { articleContentOf } from '@viewpoints/domain/articles/article';
import { findingContentOf } from '@viewpoints/domain/findings/finding';
import { IssueContent } from '@viewpoints/domain/issues/issue';
import { SourceContent } from '@viewpoints/domain/sources/source';
import { TopicContent } from '@viewpoints/domain/topics/topic';

/** A name that occurs only where readers must never see it. */
export const CANARY = 'Quillfeather';

/**
 * Plants the canary in every protected field around an article that will be published, and in
 * everything that will not be: a draft, sources under closed terms, entries nothing refers to.
 * @returns the source that the article's findings rest on
 */
export async function plantCanaries(
  editor: ViewpointsForEditors,
  articleId: string,
): Promise<{ paperId: string; topicId: string; actorId: string; draftSlug: string }> {
  const { sources, actors, issues, topics, articles, findings } = editor.editor;
  const note = `Ask ${CANARY} before printing.`;
  const participants = (id: string) => [
    { id, name: `${CANARY} Harrow`, affiliation: `Office of ${CANARY}` },
  ];

  const paper = await sources.create.mutate(
    SourceContent.parse({
      slug: 'the-paper',
      kind: 'report',
      title: 'The paper that the page is about',
      publisher: 'A publisher',
      issued: '2012-09',
      terms: { attribution: 'on_record', disclosure: 'clear' },
      participants: participants('0198c0de-0000-7000-8000-000000000001'),
      note,
    }),
  );
  const dinner = await sources.create.mutate(
    SourceContent.parse({
      slug: `dinner-with-${CANARY.toLowerCase()}`,
      kind: 'event',
      title: `Dinner with ${CANARY}`,
      terms: { attribution: 'chatham_house', disclosure: 'clear' },
      descriptor: null,
      participants: participants('0198c0de-0000-7000-8000-000000000002'),
      note,
    }),
  );
  await sources.waivers.record.mutate({
    sourceId: dinner.id,
    participantId: null,
    covers: 'identity',
    grantedBy: CANARY,
    basis: `Told by ${CANARY} on the telephone`,
    grantedAt: new Date(Date.now() - 60_000).toISOString(),
  });
  await sources.create.mutate(
    SourceContent.parse({
      slug: `off-${CANARY.toLowerCase()}`,
      kind: 'interview',
      title: `${CANARY}, off the record`,
      terms: { attribution: 'off_record', disclosure: 'clear' },
      note,
    }),
  );
  const topic = await topics.create.mutate(TopicContent.parse({ slug: 'talks', name: 'Talks' }));
  await topics.create.mutate(
    TopicContent.parse({ slug: `t-${CANARY.toLowerCase()}`, name: `Topic ${CANARY}`, position: 1 }),
  );
  const issue = await issues.create.mutate(
    IssueContent.parse({ slug: 'ceasefire', name: 'Ceasefire' }),
  );
  await issues.create.mutate(
    IssueContent.parse({ slug: `i-${CANARY.toLowerCase()}`, name: `Issue ${CANARY}` }),
  );
  const actor = await actors.create.mutate(
    ActorContent.parse({ slug: 'the-movement', kind: 'group', name: 'The movement', note }),
  );
  await actors.create.mutate(
    ActorContent.parse({
      slug: `a-${CANARY.toLowerCase()}`,
      kind: 'person',
      name: `Actor ${CANARY}`,
      partOfId: actor.id,
    }),
  );

  const { article } = await articles.get.query({ id: articleId });
  for (const finding of (await articles.get.query({ id: articleId })).findings) {
    const { stance } = finding;
    await findings.save.mutate({
      id: finding.id,
      seen: finding.updatedAt,
      content: {
        ...findingContentOf(finding),
        note,
        issueIds: [issue.id],
        holders: finding.holders.map((holder) => ({ ...holder, actorId: actor.id })),
        attribution: { sourceId: paper.id, terms: null, descriptor: null, participantId: null },
        ...(stance === 'silent' ? { register: 'public' as const, asOf: '2012-09' } : {}),
      },
    });
  }
  const draft = await articles.create.mutate({ headline: `What ${CANARY} said` });
  const draftBody = {
    type: 'doc' as const,
    content: [
      {
        type: 'paragraph' as const,
        content: [{ type: 'text' as const, text: `${CANARY} said no.` }],
      },
    ],
  };
  const started = await articles.get.query({ id: draft.id });
  await articles.save.mutate({
    id: draft.id,
    seen: started.article.save,
    content: {
      ...articleContentOf(started.article),
      standfirst: CANARY,
      body: draftBody,
      note,
      topicIds: [topic.id],
      sourceIds: [dinner.id],
    },
  });
  // The finding of a draft shares actor, issue and source with what is public.
  const seen = (await articles.get.query({ id: draft.id })).article.save;
  const first = (await articles.get.query({ id: articleId })).findings[0];
  if (first) {
    await findings.propose.mutate({
      articleId: draft.id,
      seen,
      content: {
        ...findingContentOf(first),
        proposition: `${CANARY} refuses.`,
        evidence: {
          quote: {
            exact: `${CANARY} said no`,
            prefix: '',
            suffix: '.',
            start: 0,
            end: CANARY.length + 8,
          },
          locators: [],
        },
      },
    });
  }
  const fresh = (await articles.get.query({ id: articleId })).article;
  await articles.save.mutate({
    id: articleId,
    seen: fresh.save,
    content: {
      ...articleContentOf(article),
      standfirst: 'What the interviewees told the authors of a paper.',
      byline: { kind: 'none', reason: 'Reported by the desk' },
      topicIds: [topic.id],
      sourceIds: [paper.id],
      note: `${article.note}\n${note}`,
    },
  });
  return { paperId: paper.id, topicId: topic.id, actorId: actor.id, draftSlug: draft.slug };
}
