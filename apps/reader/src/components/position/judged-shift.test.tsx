import {
  addAccount,
  addActor,
  addArticle,
  addFinding,
  addIssue,
} from '@viewpoints/db/testing/builders';
import type { Finding, FindingContent } from '@viewpoints/domain/findings/finding';
import { publish } from '@viewpoints/published/testing/publish';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeResource } from '../../testing/make-resource.ts';
import { openTestReader, type TestReader } from '../../testing/open-test-reader.ts';
import { FindingPage } from '../finding/finding-page.tsx';
import { PositionPage } from './position-page.tsx';

const reason = 'پیش‌تر *گفتگو* هم نمی‌کرد.';
const shift = { kind: 'softening' as const, reason };

let reader: TestReader;
let at: { actor: string; issue: string };
let before: Finding;
let after: Finding;
let lone: Finding;
let right: Finding;
beforeAll(async () => {
  reader = await openTestReader();
  const { editorial } = reader.db;
  const by = (await addAccount(editorial)).id;
  const [actor, issue] = [await addActor(editorial), await addIssue(editorial)];
  at = { actor: actor.slug, issue: issue.slug };
  const article = await addArticle(editorial, { by, language: 'fa', direction: 'rtl' });
  const add = (proposition: string, more: Partial<FindingContent>) =>
    addFinding(editorial, article, {
      ...{ by, proposition, issueIds: [issue.id], register: 'public', stance: 'requires' },
      ...{ conditions: [], ...more },
      holders: [{ actorId: actor.id, wording: null, basis: 'direct' }],
    });
  before = await add('Before', { asOf: '2020' });
  after = await add('After', { asOf: '2021', shift });
  lone = await add('Alone', { asOf: '2019', shift: { ...shift, reason: 'From nothing.' } });
  const wrong = await add('Had wrong', { asOf: '2018' });
  right = await add('Had right', { asOf: '2018', shift: { ...shift, reason: 'As we erred.' } });
  for (const each of [
    { oldId: before.id, newId: after.id, kind: 'position_change' as const },
    { oldId: wrong.id, newId: right.id, kind: 'correction' as const },
  ])
    await editorial.supersession.create({
      data: { ...each, byId: by, at: new Date(Date.UTC(2022, 1, 1)) },
    });
  await publish(editorial, article.id, { at: new Date(Date.UTC(2022, 1, 1)) });
});
afterAll(() => reader.close());

describe('how the journal judges a change', () => {
  test('stands in the list of the position and at its point, with the reason in its language', async () => {
    const position = await reader.calls.positions.get(at);
    expect(position.shifts).toEqual([{ ...shift, findingId: after.id, fromId: expect.anything() }]);
    const html = await reader.html(<PositionPage {...position} />);
    expect(html).toMatch(/Softened<\/span> <span[^>]*lang="fa" dir="rtl">پیش‌تر/);
    expect(html).toContain(`Softened. ${reason} Source:`);
  });

  test('stands on the page of the finding, beside what it replaced', async () => {
    const page = await reader.calls.findings.byId({ id: after.id });
    const text = await reader.text(<FindingPage page={page} />);
    expect(text).toMatch(/Changed from.*Before.*Softened.*پیش‌تر/s);
  });

  test('is told as Markdown, where it says nothing but itself', async () => {
    const paths = [`/findings/${after.id}.md`, `/positions/${at.actor}/${at.issue}.md`];
    for (const path of paths) {
      const { text } = await makeResource(reader.caller, path);
      expect(text).toContain('پیش‌تر \\*گفتگو\\* هم');
      expect(text).toContain('Softened');
    }
  });

  test('is not told while readers see nothing that was held before', async () => {
    const page = await reader.calls.findings.byId({ id: lone.id });
    expect(await reader.text(<FindingPage page={page} />)).not.toContain('From nothing.');
    const position = await reader.calls.positions.get(at);
    expect(await reader.text(<PositionPage {...position} />)).not.toContain('From nothing.');
  });

  test('is not told of the journal’s corrections, which are no change of position', async () => {
    const page = await reader.calls.findings.byId({ id: right.id });
    expect(page.replaces).toMatchObject([{ kind: 'correction' }]);
    expect(await reader.text(<FindingPage page={page} />)).not.toContain('As we erred.');
    const position = await reader.calls.positions.get(at);
    expect(await reader.text(<PositionPage {...position} />)).not.toContain('As we erred.');
    const { text } = await makeResource(reader.caller, `/findings/${right.id}.md`);
    expect(text).not.toContain('As we erred.');
  });

  test('is missed by no page of a finding that was published before there was such a field', async () => {
    const older = `UPDATE published_finding SET view = view - 'shift' WHERE id = $1`;
    await reader.db.sql(older, [before.id]);
    const page = await reader.calls.findings.byId({ id: before.id });
    expect(await reader.text(<FindingPage page={page} />)).toContain('Before');
  });

  test('can be searched', async () => {
    const found = await reader.calls.search.query({ q: 'پیش‌تر گفتگو' });
    expect(JSON.stringify(found)).toContain(after.id);
  });
});
