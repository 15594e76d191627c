import {
  addAccount,
  addActor,
  addArticle,
  addFinding,
  addIssue,
} from '@viewpoints/db/testing/builders';
import type { Actor } from '@viewpoints/domain/actors/actor';
import type { Issue } from '@viewpoints/domain/issues/issue';
import { publish } from '@viewpoints/published/testing/publish';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import EmbeddedActor from '../../app/(embed)/embed/actors/[slug]/page.tsx';
import EmbeddedIssue from '../../app/(embed)/embed/issues/[slug]/page.tsx';
import ActorPage from '../../app/(site)/actors/[slug]/page.tsx';
import IssueBoard from '../../app/(site)/issues/[slug]/board/page.tsx';
import IssuePage from '../../app/(site)/issues/[slug]/page.tsx';
import { makeResource } from '../../testing/make-resource.ts';
import { openTestReader, type TestReader } from '../../testing/open-test-reader.ts';
import { renderRoute } from '../../testing/render-part.tsx';
import { OffBoard } from './off-board.tsx';

/** One more than a page of a board has, and the first of them heard last. */
const MANY = 101;
const ON_A_PAGE = 40;

let reader: TestReader;
let issue: Issue;
let actor: Actor;
let actors: Actor[];
let issues: Issue[];
beforeAll(async () => {
  reader = await openTestReader();
  const { editorial } = reader.db;
  const by = (await addAccount(editorial)).id;
  issue = await addIssue(editorial);
  actor = await addActor(editorial);
  const article = await addArticle(editorial, { by });
  const held = (of: Actor, on: Issue, year: number) =>
    addFinding(editorial, article, {
      ...{ by, asOf: String(year), issueIds: [on.id], register: 'public' },
      holders: [{ actorId: of.id, wording: null, basis: 'direct' }],
    });
  actors = [];
  issues = [];
  for (let at = 0; at < MANY; at += 1) {
    const name = `Actor ${String(at).padStart(3, '0')}`;
    const one = await addActor(editorial, { name, kind: 'group' });
    await held(one, issue, 2000 - at);
    actors.push(one);
  }
  for (let at = 0; at <= ON_A_PAGE; at += 1) {
    const one = await addIssue(editorial);
    await held(actor, one, 2000 - at);
    issues.push(one);
  }
  await publish(editorial, article.id, { at: new Date(Date.UTC(2021, 1, 1)) });
}, 60_000);
afterAll(() => reader.close());

type Page = (props: {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string>>;
}) => Promise<React.ReactNode>;
const show = async (page: Page, { slug }: { slug: string }) => {
  const { html } = await renderRoute(reader.caller, () =>
    page({ params: Promise.resolve({ slug }), searchParams: Promise.resolve({}) }),
  );
  return html;
};
const rowsOf = (html: string) =>
  [...html.matchAll(/<tr role="row" id="([^"]*)"/g)].map(([, slug]) => slug);
const others = (html: string) => /class="board-others".*?<\/(?:p|details)>/s.exec(html)?.[0] ?? '';

describe('a long board', () => {
  test('leads the page of an issue with the actors heard last, and names the others', async () => {
    const html = await show(IssuePage, issue);
    expect(rowsOf(html)).toEqual(actors.slice(0, ON_A_PAGE).map(({ slug }) => slug));
    expect(others(html)).toContain(`href="/positions/${actors[ON_A_PAGE]?.slug}/${issue.slug}"`);
    expect(others(html)).not.toContain(`/positions/${actors[0]?.slug}/`);
  });

  test('leads the page of an actor with the issues heard of last, and names the others', async () => {
    const html = await show(ActorPage, actor);
    expect(rowsOf(html).toSorted()).toEqual(
      issues
        .slice(0, ON_A_PAGE)
        .map(({ slug }) => slug)
        .toSorted(),
    );
    expect(others(html)).toContain(`href="/positions/${actor.slug}/${issues[ON_A_PAGE]?.slug}"`);
  });

  test('has as many rows in a frame as on its page', async () => {
    expect(rowsOf(await show(EmbeddedIssue, issue))).toHaveLength(ON_A_PAGE);
    expect(rowsOf(await show(EmbeddedActor, actor))).toHaveLength(ON_A_PAGE);
  });

  test('has a hundred on the page of a board, by name, and the names of the others', async () => {
    const html = await show(IssueBoard, issue);
    expect(rowsOf(html)).toEqual(actors.slice(0, MANY - 1).map(({ slug }) => slug));
    expect(others(html)).toContain(`href="/positions/${actors.at(-1)?.slug}/${issue.slug}"`);
  });

  test('has all in its files', async () => {
    const { text } = await makeResource(reader.caller, `/issues/${issue.slug}/board.csv`);
    expect(text).toContain(actors.at(-1)?.name);
  });
});

test('many names fold, and few do not', async () => {
  const names = (count: number) =>
    actors.slice(0, count).map((each) => ({ ...each, path: `/actors/${each.slug}` }));
  expect(await reader.html(<OffBoard others={names(60)} />)).toContain('Also: ');
  expect(await reader.html(<OffBoard others={names(61)} />)).toContain('<summary>61 more');
  expect(await reader.html(<OffBoard others={[]} />)).toBe('');
});
