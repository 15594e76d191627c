import {
  addAccount,
  addActor,
  addArticle,
  addFinding,
  addIssue,
} from '@viewpoints/db/testing/builders';
import { publish } from '@viewpoints/published/testing/publish';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import FindingRoute from '../../app/(site)/findings/[id]/page.tsx';
import { openTestReader, type TestReader } from '../../testing/open-test-reader.ts';
import { renderRoute } from '../../testing/render-part.tsx';

let reader: TestReader;
let tag: string;
const ids = new Map<string, string>();
beforeAll(async () => {
  reader = await openTestReader();
  const { editorial } = reader.db;
  const by = (await addAccount(editorial)).id;
  const [actor, other, issue] = [
    await addActor(editorial, { name: 'Ostrava' }),
    await addActor(editorial),
    await addIssue(editorial, { name: 'Ferries' }),
  ];
  tag = `position:${actor.slug}/${issue.slug}`;
  const article = await addArticle(editorial, { by });
  const add = async (proposition: string, asOf: string | null, more: object, holder = actor) => {
    const { id } = await addFinding(editorial, article, {
      ...{
        by,
        proposition,
        asOf,
        issueIds: [issue.id],
        conditions: [],
        register: 'public' as const,
      },
      ...{ stance: 'asserts' as const, ...more },
      holders: [{ actorId: holder.id, wording: null, basis: 'direct' as const }],
    });
    ids.set(proposition, id);
  };
  await add('Later', '2021', { stance: 'supports' });
  await add('Before', '2019-05', { stance: 'refuses', register: 'private' });
  await add('Wrong', '2018', { stance: 'warns' });
  await add('Withdrawn', '2020', { stance: 'regrets' });
  await add('Alone', '2020', { stance: 'proposes' }, other);
  const at = new Date('2022-02-01T09:00:00.000Z');
  await editorial.supersession.create({
    data: {
      ...{ oldId: ids.get('Wrong') ?? '', newId: ids.get('Before') ?? '', at, byId: by },
      kind: 'correction',
    },
  });
  await publish(editorial, article.id, { at });
  await reader.db.sql('UPDATE published_finding SET withdrawn_at = now() WHERE id = $1', [
    ids.get('Withdrawn'),
  ]);
});
afterAll(() => reader.close());

const render = (proposition: string) =>
  renderRoute(reader.caller, () =>
    FindingRoute({
      params: Promise.resolve({ id: ids.get(proposition) ?? '' }),
      searchParams: Promise.resolve({}),
    }),
  );
const lineOf = (html: string) => /<svg class="position-line"[^>]*>/.exec(html)?.[0] ?? '';

describe('the small form of a timeline, on the page of a finding', () => {
  test('has what was held in order, with words, where each was said and which is shown', async () => {
    const { html } = await render('Later');
    expect(/aria-label="([^"]*)"/.exec(lineOf(html))?.[1]).toBe(
      'May 2019, in private: refuses; 2021, in public: supports (this finding)',
    );
    expect(html).toContain('>Ostrava: Ferries</a>');
  });

  test('is renewed when anything of the position changes', async () => {
    const { context } = await render('Later');
    expect([...context.tags]).toContain(tag);
  });

  test('is not there for one point, nor with what we had wrong', async () => {
    const { html } = await render('Alone');
    expect(html).toContain('Ferries</a>');
    expect(lineOf(html)).toBe('');
    expect((await render('Wrong')).html).not.toContain('Ostrava: Ferries');
  });
});
