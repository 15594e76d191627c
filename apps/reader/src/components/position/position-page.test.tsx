import { inTransaction } from '@viewpoints/db/client';
import { unnamedJournal, writeJournal } from '@viewpoints/db/editorial/journal';
import {
  addAccount,
  addActor,
  addArticle,
  addFinding,
  addIssue,
  addSource,
} from '@viewpoints/db/testing/builders';
import type { Condition } from '@viewpoints/domain/findings/finding-fields';
import type { PositionView } from '@viewpoints/domain/findings/position-view';
import { publish } from '@viewpoints/published/testing/publish';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeResource } from '../../testing/make-resource.ts';
import { openTestReader, type TestReader } from '../../testing/open-test-reader.ts';
import { PositionPage } from './position-page.tsx';

const rain: Condition[] = [{ kind: 'if', text: 'the rains come' }];

let reader: TestReader;
let position: PositionView;
let html: string;
beforeAll(async () => {
  reader = await openTestReader();
  const { editorial } = reader.db;
  const by = (await addAccount(editorial)).id;
  const [actor, issue] = [await addActor(editorial), await addIssue(editorial)];
  const article = await addArticle(editorial, { by });
  const secret = await addSource(editorial, {
    ...{ title: 'Wire 47 of the embassy', descriptor: 'a former minister' },
    terms: { attribution: 'background' as const, disclosure: 'clear' as const },
  });
  const add = (proposition: string, asOf: string | null, more: object) =>
    addFinding(editorial, article, {
      ...{ by, proposition, asOf, issueIds: [issue.id], register: 'public' as const },
      ...{ conditions: [], stance: 'asserts' as const, ...more },
      holders: [{ actorId: actor.id, wording: null, basis: 'direct' as const }],
    });
  const attribution = { sourceId: secret.id, terms: null, descriptor: null, participantId: null };
  const wrong = await add('Had wrong', '2018', { stance: 'rejects' });
  const refused = await add('Would not', '2020~', { stance: 'refuses' });
  const accepted = await add('Would, if', '2021-03', { stance: 'accepts_if', conditions: rain });
  await add('Would indoors', '2020-05-06/..', {
    stance: 'supports',
    register: 'private',
    attribution,
  });
  await add('Until then', '../2019', { stance: 'silent' });
  await add('Somewhere', '2021', { stance: 'warns', register: 'unknown' });
  await add('Some time', null, { stance: 'regrets' });
  const at = new Date('2022-02-01T09:00:00.000Z');
  for (const each of [
    { oldId: refused.id, newId: accepted.id, kind: 'position_change' as const },
    { oldId: wrong.id, newId: refused.id, kind: 'correction' as const },
  ])
    await editorial.supersession.create({ data: { ...each, at, byId: by } });
  await publish(editorial, article.id, { at });
  position = await reader.calls.positions.get({ actor: actor.slug, issue: issue.slug });
  html = await reader.html(<PositionPage {...position} />);
});
afterAll(() => reader.close());

const idOf = (proposition: string) =>
  position.findings.find((finding) => finding.proposition === proposition)?.id;
const drawing = (page: string) => /<figure.*<\/figure>/s.exec(page)?.[0] ?? '';
/** The accessible name of each point, in keyboard order. */
const points = (page: string) =>
  [...drawing(page).matchAll(/<a href="\/findings\/[^"]*"[^>]*><title>([^<]*)/g)].map(
    ([, title]) => title,
  );
const placeOf = (page: string, proposition: string) =>
  Number(
    new RegExp(`href="/findings/${idOf(proposition)}".*?<svg x="([\\d.]+)%"`, 's').exec(
      drawing(page),
    )?.[1],
  );

describe('the timeline of a position', () => {
  test('has each point as a link with when, where, on what terms and on whose word', () => {
    expect(points(html)).toEqual([
      'until 2019, in public: silent. Source: This article.',
      'about 2020, in public: refuses. Source: This article.',
      'March 2021, in public: accepts, if the rains come. Softened. Source: This article.',
      'from 6 May 2020 on, in private: supports. Source: a former minister.',
      '2021, setting not known: warns. Source: This article.',
    ]);
  });

  test('says of an unnamed source what its finding says, and nothing of a correction of ours', () => {
    expect(html).not.toContain('Wire 47');
    expect(html).not.toContain('Had wrong');
    expect(position.shifts).toEqual([
      { findingId: idOf('Would, if'), fromId: idOf('Would not'), kind: 'softening', reason: null },
    ]);
  });

  test('draws dates as they are: about, without an end, before', () => {
    const lines = [...drawing(html).matchAll(/data-kind="(\w+)"(?: data-doubtful="(\w+)")?/g)];
    const inLanes = lines.slice(0, 4).map(([, kind, doubtful]) => [kind, doubtful]);
    expect(inLanes).toContainEqual(['within', 'true']);
    expect(inLanes).toContainEqual(['throughout', undefined]);
    for (const words of ['some time in it', 'all that time', 'about then', 'without an end'])
      expect(drawing(html)).toContain(words);
    expect(drawing(html)).toContain('One whose date is not known is in the list only.');
    expect(placeOf(html, 'Would not')).toBeLessThan(placeOf(html, 'Would, if'));
  });

  test('has no style or script in it, as its policy requires', () => {
    expect(drawing(html)).not.toMatch(/style=|<style|<script| on\w+=/);
  });

  test('has the same in a list, in the order held, with what it was before', () => {
    const list = html.slice(html.indexOf('id="position"'));
    const propositions = [...list.matchAll(/class="proposition"><a[^>]*>([^<]*)/g)].map(
      ([, words]) => words,
    );
    expect(propositions).toEqual([
      ...['Until then', 'Would not', 'Would indoors', 'Somewhere', 'Would, if', 'Some time'],
    ]);
    const text = list.replaceAll(/<[^>]*>/g, '');
    expect(text).toContain('Softened Before, about 2020: Refuses');
    expect(text).toContain('2021Setting not known');
    expect(text).toMatch(/Date not known.*Some time/s);
  });

  test('has the same as Markdown', async () => {
    const { actor, issue } = position;
    const { text } = await makeResource(reader.caller, `/positions/${actor.slug}/${issue.slug}.md`);
    expect(text).toMatch(/\*\*Softened\.\*\* Before, about 2020: \[Refuses\]\(<.*\/findings\//);
    expect(text.match(/\*\*Softened/g)).toHaveLength(1);
  });

  test('is not drawn where no date is known, and by itself where there is one point', async () => {
    const some = (...propositions: string[]) =>
      position.findings.filter(({ proposition }) => propositions.includes(proposition));
    const undated = await reader.html(
      <PositionPage {...position} findings={some('Some time')} shifts={[]} />,
    );
    expect(drawing(undated)).toBe('');
    expect(undated).toContain('Some time');
    const one = await reader.html(
      <PositionPage {...position} findings={some('Would, if')} shifts={[]} />,
    );
    expect(points(one)).toHaveLength(1);
  });

  test('runs from right to left in a journal of such a language', async () => {
    const journal = { ...unnamedJournal, name: 'فصلنامه', language: 'fa' };
    await inTransaction(reader.db.editorial, (tx) => writeJournal(tx, journal, 1));
    const page = await reader.html(<PositionPage {...position} />);
    expect(drawing(page)).toContain('dir="rtl"');
    for (const proposition of ['Would not', 'Would, if'])
      expect(placeOf(page, proposition)).toBeCloseTo(100 - placeOf(html, proposition), 1);
  });
});
