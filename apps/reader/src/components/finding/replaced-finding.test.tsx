import { createReaderCaller, type ReaderCaller } from '@viewpoints/api/reader-caller';
import {
  addAccount,
  addActor,
  addArticle,
  addFinding,
  addIssue,
} from '@viewpoints/db/testing/builders';
import { createTestDatabase, type TestDatabase } from '@viewpoints/db/testing/test-database';
import type { Actor } from '@viewpoints/domain/actors/actor';
import type { Article } from '@viewpoints/domain/articles/article';
import type { Finding } from '@viewpoints/domain/findings/finding';
import type { Issue } from '@viewpoints/domain/issues/issue';
import { publish } from '@viewpoints/published/testing/publish';
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { articleData } from '../../structured-data/article-data.ts';
import { claimData } from '../../structured-data/finding-data.ts';
import { findingItems } from '../../structured-data/list-data.ts';
import { makeResource } from '../../testing/make-resource.ts';
import { renderPart } from '../../testing/render-part.tsx';
import { ActorPage } from '../actor/actor-page.tsx';
import { ArticlePage } from '../article/article-page.tsx';
import { IssuePage } from '../issue/issue-page.tsx';
import { PositionPage } from '../position/position-page.tsx';
import { FindingPage } from './finding-page.tsx';
import { FindingsPage } from './findings-page.tsx';

const site = 'https://journal.example';
const log = { debug() {}, info() {}, warn() {}, error() {} };
const day = (n: number) => new Date(Date.UTC(2021, 1, n, 9));

let db: TestDatabase;
let caller: ReaderCaller;
let api: ReturnType<ReaderCaller['calls']>;
let actor: Actor;
let issue: Issue;
let article: Article;
/** Had wrong, and what is right; held before, and what is held now. */
let [wrong, right, before, now]: Finding[] = [];

beforeAll(async () => {
  vi.stubEnv('SECRET', 'a secret for tests, which guards nothing at all');
  db = await createTestDatabase();
  caller = createReaderCaller({ databaseUrl: db.readerUrl, log });
  api = caller.calls();
  const by = (await addAccount(db.editorial)).id;
  [actor, issue] = [await addActor(db.editorial), await addIssue(db.editorial)];
  article = await addArticle(db.editorial, { by });
  const held = {
    holders: [{ actorId: actor.id, wording: null, basis: 'direct' as const }],
    issueIds: [issue.id],
    register: 'private' as const,
  };
  const finding = (proposition: string, asOf: string) =>
    addFinding(db.editorial, article, { by, proposition, asOf, ...held });
  wrong = await finding('Will hold back a third', '2019-03');
  right = await finding('Will hold back a fifth', '2019-03');
  before = await finding('Would wait for eight summers', '2020');
  now = await finding('Would wait for six summers', '2021');
  const replaced = [
    { oldId: wrong.id, newId: right.id, kind: 'correction' as const },
    { oldId: before.id, newId: now.id, kind: 'position_change' as const },
  ];
  for (const each of replaced)
    await db.editorial.supersession.create({ data: { ...each, at: day(2), byId: by } });
  await publish(db.editorial, article.id, { at: day(1) });
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await caller.close();
  await db.drop();
});

type Node = DefaultTreeAdapterTypes.ChildNode;
const textOf = (node: Node): string =>
  'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';

type Part = { state: string; proposition: string; text: string };
const attribute = (node: DefaultTreeAdapterTypes.Element, expected: string) =>
  node.attrs.find(({ name }) => name === expected)?.value;

/** The rows and notes that show a finding: each by its proposition, with its state. */
function partsOf(html: string): Part[] {
  const found: Part[] = [];
  const visit = (node: Node, within: Omit<Part, 'proposition'> | null): void => {
    if (!('childNodes' in node)) return;
    const state = /^(?:article|li|details)$/.test(node.nodeName) && attribute(node, 'data-state');
    const part = state ? { state, text: textOf(node) } : within;
    if (part !== null && attribute(node, 'class') === 'proposition')
      found.push({ ...part, proposition: textOf(node) });
    for (const child of node.childNodes) visit(child, part);
  };
  for (const node of parseFragment(html).childNodes) visit(node, null);
  return found;
}
const partOf = (parts: Part[], finding: Finding | undefined) =>
  parts.find(({ proposition }) => proposition === finding?.proposition);

describe('a finding that the journal had wrong', () => {
  it('is marked as corrected wherever it is listed, with what is right, and never as a change', async () => {
    const { items } = await api.findings.list({ actor: actor.slug });
    const page = { items, nextCursor: null };
    const onActor = await api.actors.bySlug({ slug: actor.slug });
    const onIssue = await api.issues.bySlug({ slug: issue.slug });
    const { actors: board } = await api.actors.board({ slug: actor.slug });
    const { rows } = await api.issues.board({ slug: issue.slug });
    const parts = [
      <ActorPage key="a" {...onActor} board={board} page={page} cursor={undefined} />,
      <IssuePage key="i" {...onIssue} rows={rows} page={page} cursor={undefined} />,
      <FindingsPage key="f" page={page} actors={[]} issues={[]} filter={{}} />,
    ];
    for (const part of parts) {
      const found = partsOf(await renderPart(caller, part));
      expect(found.map(({ state }) => state).sort()).toEqual([
        ...['corrected', 'published', 'published', 'superseded'],
      ]);
      const corrected = partOf(found, wrong);
      expect(corrected?.state).toBe('corrected');
      expect(corrected?.text).toContain('Corrected');
      expect(corrected?.text).toContain(
        'We had this wrong, and corrected it: Will hold back a fifth',
      );
      expect(corrected?.text).not.toMatch(/changed/i);
      const superseded = partOf(found, before);
      expect(superseded?.state).toBe('superseded');
      expect(superseded?.text).toContain('Since changed');
      expect(superseded?.text).toContain('it has changed since: Would wait for six summers');
      expect(superseded?.text).not.toMatch(/corrected/i);
    }
  });

  it('is marked on its own page, in its title and in the margin of its article', async () => {
    const page = await api.findings.byId({ id: wrong?.id ?? '' });
    const html = await renderPart(caller, <FindingPage page={page} />);
    expect(html).toContain('<title>Corrected: Will hold back a third');
    expect(html).toMatch(/We had this wrong, and corrected it: <a[^>]*>Will hold back a fifth</);
    const live = await api.articles.bySlug({ slug: article.slug });
    const whole = await renderPart(caller, <ArticlePage article={live} />);
    const note = partOf(partsOf(whole), wrong);
    expect(note?.state).toBe('corrected');
    expect(note?.text).not.toMatch(/changed/i);
    // Four are marked in the text; three of them are findings.
    expect(live.findings).toHaveLength(4);
    expect(whole).toContain('3 findings');
  });

  it('is in no position', async () => {
    const position = await api.positions.get({ actor: actor.slug, issue: issue.slug });
    const html = await renderPart(caller, <PositionPage {...position} />);
    expect(html).not.toContain('Will hold back a third');
    expect(html).not.toContain('Corrected');
    expect(html).toContain('Will hold back a fifth');
  });

  it('has its status and what is right in structured data, and is no part of its article', async () => {
    const { finding } = await api.findings.byId({ id: wrong?.id ?? '' });
    expect(claimData(finding, site)).toMatchObject({
      creativeWorkStatus: 'Corrected',
      correction: `${site}/findings/${right?.id}`,
    });
    const live = await api.articles.bySlug({ slug: article.slug });
    const { hasPart } = articleData(live, site) as unknown as { hasPart: { text: string }[] };
    expect(hasPart.map(({ text }) => text)).not.toContain('Will hold back a third');
    expect(hasPart).toHaveLength(3);
    expect(hasPart).toContainEqual(
      expect.objectContaining({
        text: 'Would wait for eight summers',
        creativeWorkStatus: 'Superseded',
      }),
    );
    const { items } = await api.findings.list({ actor: actor.slug });
    expect(findingItems(items).map(({ name }) => name)).not.toContain('Will hold back a third');
  });

  it('says so first in its Markdown, and is left out of that of its article', async () => {
    const { text } = await makeResource(caller, `/findings/${wrong?.id}.md`);
    expect(text).toContain('state: "corrected"');
    expect(text).toContain(`replaced_by: "${site}/findings/${right?.id}"`);
    const [, body = ''] = text.split('\n---\n');
    expect(body.trimStart()).toMatch(/^\*\*Corrected\.\*\* We had this wrong/);
    const whole = await makeResource(caller, `/articles/${article.slug}.md`);
    expect(whole.text).not.toContain('Will hold back a third');
    expect(whole.text).toContain('**Since changed.** This was their position');
  });

  it('says so in the feeds from its title on, and gives what is right as data', async () => {
    const { text } = await makeResource(caller, '/feeds/findings.json');
    const items = JSON.parse(text).items as { id: string; title: string; _viewpoints: object }[];
    const item = items.find(({ id }) => id === `urn:uuid:${wrong?.id}`);
    expect(item?.title).toMatch(/^Corrected: /);
    expect(item?._viewpoints).toMatchObject({
      ...{ state: 'corrected', replacedBy: `${site}/findings/${right?.id}` },
    });
    const articles = JSON.parse((await makeResource(caller, '/feeds/articles.json')).text);
    const listed = articles.items[0]._viewpoints.findings as { state: string }[];
    expect(listed.map(({ state }) => state).sort()).toEqual([
      ...['published', 'published', 'superseded'],
    ]);
  });
});

describe('each row that shows a finding', () => {
  it('says once when it was held, where it was said, and on what terms', async () => {
    const { items } = await api.findings.list({ actor: actor.slug });
    const page = { items, nextCursor: null };
    const html = await renderPart(
      caller,
      <FindingsPage page={page} actors={[]} issues={[]} filter={{}} />,
    );
    const rows = partsOf(html);
    for (const [finding, held] of [
      [before, '2020'],
      [now, '2021'],
      [right, 'March 2019'],
    ] as const) {
      const row = partOf(rows, finding);
      expect(row?.text.split(`Said in private, ${held}`)).toHaveLength(2);
      expect(row?.text.split('On the record')).toHaveLength(2);
    }
  });
});
