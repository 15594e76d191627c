import { addActor, addAuthor, addIssue, addTopic } from '@viewpoints/db/testing/builders';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { callerAt } from '../testing/caller-at.ts';
import { addProgram, addProgramOf, type EditorProgram } from '../testing/editor-program.ts';
import { addMember } from '../testing/sign-in.ts';
import { problemIn, startTestApi, type TestApi } from '../testing/test-api.ts';

let api: TestApi;
let writer: EditorProgram;
let publisher: EditorProgram;
beforeAll(async () => {
  api = await startTestApi();
  writer = await addProgramOf(api, ['Oda', 'editor'], 'read', 'write', 'publish');
  publisher = await addProgramOf(api, ['Per', 'publisher'], 'read', 'write', 'publish');
});
afterAll(() => api.close());

const first = 'The harbour union would accept a pause of a year.';
const reasonsIn = (answer: Awaited<ReturnType<EditorProgram['call']>>) =>
  problemIn(answer).reasons.map(({ code }) => code);

describe('an article by HTTP alone', () => {
  test('is created, written, submitted, approved by persons, and published by a token', async () => {
    const { call } = writer;
    const topic = await addTopic(api.db.editorial);
    const author = await addAuthor(api.db.editorial);
    const actor = await addActor(api.db.editorial);
    const issue = await addIssue(api.db.editorial);

    const created = await call('POST /articles', { headline: 'The quay that sank' });
    expect([created.status, created.body.state]).toEqual([201, 'draft']);
    const { id } = created.body;
    expect(created.headers.get('location')).toBe(`/v1/editor/articles/${id}`);

    const content = {
      slug: 'the-quay-that-sank',
      headline: 'The quay that sank',
      standfirst: 'What the union says it would accept.',
      body: {
        type: 'doc',
        content: [{ type: 'paragraph', content: [{ type: 'text', text: first }] }],
      },
      topicIds: [topic.id],
      byline: { kind: 'authors', authorIds: [author.id] },
      note: 'Ask the officer again.',
    };
    const saved = await call(`PUT /articles/${id}`, { seen: created.body.save, content });
    expect([saved.status, saved.body.article.save]).toEqual([200, 2]);

    const source = await call('POST /sources', {
      slug: 'letter-of-the-union',
      kind: 'report',
      title: 'Letter of the union',
      terms: { attribution: 'background', disclosure: 'clear' },
      descriptor: 'an officer of the union',
      participants: [
        {
          id: '01900000-0000-7000-8000-000000000003',
          name: 'Ilya Soren',
          affiliation: 'Quay Office',
        },
      ],
    });
    expect([source.status, source.body.terms.attribution]).toEqual([201, 'background']);

    const finding = await call('POST /findings', {
      articleId: id,
      seen: 2,
      content: {
        proposition: 'The union would accept a pause of a year',
        holders: [{ actorId: actor.id, wording: null, basis: 'second_hand' }],
        stance: 'accepts_if',
        polarity: 'affirmative',
        modality: 'would',
        register: 'public',
        conditions: [{ kind: 'if', text: 'wages are paid' }],
        issueIds: [issue.id],
        evidence: { quote: { exact: first, prefix: '', suffix: '', start: 0, end: first.length } },
        attribution: {
          ...{ sourceId: source.body.id, terms: 'background', participantId: null },
          descriptor: 'an officer of the union',
        },
      },
    });
    expect([finding.status, finding.body.state]).toEqual([201, 'proposed']);

    const submitted = await call(`POST /articles/${id}/submission`, { seen: 2 });
    expect([submitted.status, submitted.body.article.state]).toEqual([200, 'in_review']);
    const { revisionId } = submitted.body;

    // What a person answers for has no address, whoever asks.
    for (const address of [`/articles/${id}/approval`, `/findings/${finding.body.id}/verification`])
      expect((await publisher.call(`POST ${address}`, { revisionId })).status).toBe(404);
    const approve = { path: 'editor.articles.approve', input: { id, revisionId } };
    const verify = { path: 'editor.findings.verify', input: { id: finding.body.id } };
    for (const { path, input } of [approve, verify]) {
      const refused = await api.mutate(path, input, { token: publisher.token });
      expect([refused.status, ...reasonsIn(refused)]).toEqual([403, 'session_required']);
    }
    const early = await publisher.call(`POST /articles/${id}/publication`, { revisionId });
    expect([early.status, early.body.code]).toEqual([422, 'refused']);

    const second = callerAt(api, await addMember(api, 'Ida', 'editor'));
    await second.editor.findings.verify({ id: finding.body.id });
    await second.editor.articles.approve({ id, revisionId });
    const { article } = (await call(`GET /articles/${id}`)).body;
    expect(article.state).toBe('approved');
    const approved = { revisionId: article.approvedRevisionId };
    const byWriter = await call(`POST /articles/${id}/publication`, approved);
    expect([byWriter.status, ...reasonsIn(byWriter)]).toEqual([403, 'prepare_only']);
    const published = await publisher.call(`POST /articles/${id}/publication`, approved);
    expect(published.body).toMatchObject({ state: 'published' });
    expect(published.status).toBe(200);

    const read = await api.send('/v1/articles/the-quay-that-sank');
    expect([read.status, read.body.headline]).toEqual([200, 'The quay that sank']);
    expect(JSON.stringify(read.body)).not.toMatch(
      /Ask the officer|Letter of the union|Soren|Quay Office/,
    );
  });

  test('has a line for each act in the record, which names the token', async () => {
    const lines = await api.db.sql<{ action: string; by_id: string; token: string | null }>(
      `select action, by_id, details->>'tokenId' as token from audit_record
        where subject_kind in ('article', 'finding', 'source') order by at, id`,
    );
    const byTokens = lines.filter(({ token }) => token !== null);
    expect(byTokens.map(({ action }) => action)).toEqual([
      'article.create',
      'article.edit',
      'source.create',
      'finding.propose',
      'article.submit',
      'article.publish',
    ]);
    for (const { action, by_id, token } of byTokens) {
      const program = action === 'article.publish' ? publisher : writer;
      expect([by_id, token]).toEqual([program.account.id, program.tokenId]);
    }
    const byPersons = lines.filter(({ token }) => token === null);
    expect(byPersons.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['article.approve', 'finding.verify']),
    );
  });

  test('is saved over the save that was seen, and the refusal says which is the present one', async () => {
    const { call } = writer;
    const created = await call('POST /articles', { headline: 'Two programs' });
    const { id, slug } = created.body;
    const save = (headline: string, seen: number) =>
      call(`PUT /articles/${id}`, { seen, content: { slug, headline } });
    expect((await save('The first', 1)).status).toBe(200);
    const stale = await save('The second', 1);
    expect([stale.status, stale.body.code]).toEqual([409, 'stale']);
    expect(stale.body.reasons).toMatchObject([{ code: 'stale', details: { save: 2 } }]);
    expect((await call(`GET /articles/${id}`)).body.article.headline).toBe('The first');
    const topics = await call('POST /topics', { slug: 'quays', name: 'Quays' });
    const rename = (name: string) =>
      call(`PUT /topics/${topics.body.id}`, { seen: 1, content: { slug: 'quays', name } });
    expect((await rename('All quays')).status).toBe(200);
    expect((await rename('Other quays')).body).toMatchObject({
      ...{ status: 409, code: 'stale' },
      reasons: [{ details: { save: 2, seen: 1 } }],
    });
  });

  test('keeps its participants: no token takes one off a source', async () => {
    const participant = {
      ...{ id: '01900000-0000-7000-8000-000000000001', name: 'Ilya Soren' },
      ...{ affiliation: 'Harbour Office', alsoProtected: [] },
    };
    const content = {
      ...{ slug: 'a-talk', kind: 'interview', title: 'A talk', descriptor: 'an officer' },
      ...{ terms: { attribution: 'background', disclosure: 'clear' } },
    };
    const { call } = writer;
    const entered = await call('POST /sources', { ...content, participants: [participant] });
    const { id, save } = entered.body;
    for (const participants of [[], [{ ...participant, name: 'Another' }]]) {
      const given = { seen: save, content: { ...content, participants } };
      const refused = await call(`PUT /sources/${id}`, given);
      expect([refused.status, ...reasonsIn(refused)]).toEqual([403, 'session_required']);
    }
    const stored = await call(`GET /sources/${id}`);
    expect(stored.body.participants).toEqual([participant]);
    expect((await call(`GET /sources/${id}/change`)).status).toBe(404);
    const more = { ...participant, id: '01900000-0000-7000-8000-000000000002', name: 'Mai Lund' };
    const given = { seen: save, content: { ...content, participants: [participant, more] } };
    expect((await call(`PUT /sources/${id}`, given)).status).toBe(200);
  });
});

describe('a token', () => {
  test('loses what its owner loses, with the next call', async () => {
    const account = await addMember(api, 'Runa', 'admin', 'editor');
    const { call, tokenId } = await addProgram(api, account, 'read', 'write');
    expect((await call('POST /articles', { headline: 'One' })).status).toBe(201);
    await api.db.sql(`update account set roles = '{admin}' where id = $1`, [account.id]);
    const lowered = await call('POST /articles', { headline: 'Two' });
    expect([lowered.status, ...reasonsIn(lowered)]).toEqual([403, 'role_missing']);
    await api.db.sql('update account set disabled_at = now() where id = $1', [account.id]);
    expect((await call('GET /me')).status).toBe(401);
    await api.db.sql('update account set disabled_at = null where id = $1', [account.id]);
    await api.db.sql('update access_token set revoked_at = now() where id = $1', [tokenId]);
    expect((await call('GET /me')).status).toBe(401);
  });
});
