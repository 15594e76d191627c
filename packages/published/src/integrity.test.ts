import { databaseFailure } from '@viewpoints/db/database-failure';
import { insertAuditRecord } from '@viewpoints/db/editorial/audit-records';
import { newId } from '@viewpoints/db/editorial/new-id';
import { updateSource } from '@viewpoints/db/editorial/sources';
import {
  addAccount,
  addActor,
  addArticle,
  addFinding,
  addIssue,
  addSource,
  addWaiver,
  anySlug,
} from '@viewpoints/db/testing/builders';
import { createTestDatabase, type TestDatabase } from '@viewpoints/db/testing/test-database';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publish } from './testing/publish.ts';

let db: TestDatabase;
let by: string;
const at = new Date('2021-02-01T09:00:00.000Z');

beforeAll(async () => {
  db = await createTestDatabase();
  by = (await addAccount(db.editorial)).id;
});
afterAll(() => db.drop());

/** The name of the constraint that refuses it, as commands learn it. */
async function refusal(work: Promise<unknown>): Promise<string> {
  const thrown = await work.then(
    () => 'nothing refused it',
    (error: unknown) => error,
  );
  const failure = databaseFailure(thrown);
  return failure?.kind === 'check' ? failure.index : `${String(thrown)}`;
}

describe('what the database holds by itself', () => {
  it('refuses a slug that is no path segment', async () => {
    for (const slug of ['Upper', 'with space', 'a/b', '-a', 'a--b', '', 'a'.repeat(101), '..'])
      expect(
        await refusal(
          addActor(db.editorial).then(({ id }) =>
            db.editorial.actor.update({ where: { id }, data: { slug } }),
          ),
        ),
      ).toBe('actor_slug_shape');
  });

  it('refuses accepts_if without a condition, and silent without register and as-of', async () => {
    const article = await addArticle(db.editorial, { by });
    expect(await refusal(addFinding(db.editorial, article, { by, stance: 'accepts_if' }))).toBe(
      'finding_accepts_if_has_condition',
    );
    const silent = { by, stance: 'silent' as const };
    expect(await refusal(addFinding(db.editorial, article, silent))).toBe(
      'finding_silent_has_register_and_as_of',
    );
    const finding = await addFinding(db.editorial, article, { ...silent, asOf: '2020' });
    expect(finding.state).toBe('verified');
  });

  it('refuses a finding whose numbers do not fit each other', async () => {
    const article = await addArticle(db.editorial, { by });
    const { id } = await addFinding(db.editorial, article, { by });
    const change = (data: object) => refusal(db.editorial.finding.update({ where: { id }, data }));
    expect(await change({ quoteStart: 9, quoteEnd: 9 })).toBe('finding_quote_spans');
    expect(await change({ quoteExact: null })).toBe('finding_quote_whole');
    expect(
      await change({ consensusAgreeing: 4, consensusInterviewed: 3, consensusPopulation: 'them' }),
    ).toBe('finding_consensus_counts');
    expect(await change({ consensusAgreeing: 1 })).toBe('finding_consensus_whole');
    expect(await change({ verifiedById: null })).toBe('finding_verified_by_somebody');
    expect(await change({ participantId: newId() })).toBe('finding_participant_of_source');
  });

  it('refuses links to itself, symmetric links the wrong way round, and circles', async () => {
    const article = await addArticle(db.editorial, { by });
    const findings = [];
    for (let n = 0; n < 3; n += 1) findings.push(await addFinding(db.editorial, article, { by }));
    const [a = '', b = '', c = ''] = findings.map(({ id }) => id).sort();
    const link = (fromId: string, kind: 'contradicts' | 'supports', toId: string) =>
      db.editorial.findingLink.create({ data: { fromId, kind, toId } });
    expect(await refusal(link(a, 'supports', a))).toBe('finding_link_not_to_itself');
    expect(await refusal(link(b, 'contradicts', a))).toBe('finding_link_canonical');
    await link(a, 'contradicts', b);
    const replace = (oldId: string, newId: string) =>
      db.editorial.supersession.create({
        data: { oldId, newId, kind: 'position_change', at, byId: by },
      });
    await replace(a, b);
    await replace(b, c);
    expect(await refusal(replace(c, a))).toBe('supersession_no_circle');

    const top = await addIssue(db.editorial);
    const under = await addIssue(db.editorial, { parentId: top.id });
    expect(
      await refusal(
        db.editorial.issue.update({ where: { id: top.id }, data: { parentId: under.id } }),
      ),
    ).toBe('issue_no_circle');
    const actor = await addActor(db.editorial);
    expect(
      await refusal(
        db.editorial.actor.update({ where: { id: actor.id }, data: { partOfId: actor.id } }),
      ),
    ).toBe('actor_no_circle');
  });

  it('takes no change and no removal of the audit record, from its owner neither', async () => {
    const record = {
      ...{ at: at.toISOString(), by, action: 'article.create', subjectKind: 'article' },
      ...{ subjectId: newId(), details: { code: 'made' } },
    };
    await insertAuditRecord(db.editorial, record);
    for (const sql of [
      `UPDATE audit_record SET action = 'a.b'`,
      'DELETE FROM audit_record',
      'TRUNCATE audit_record',
      `UPDATE audit_record SET details = '{}' WHERE false`,
    ])
      expect(await refusal(db.editorial.$executeRawUnsafe(sql)), sql).toMatch(/permission denied/);
    for (const sql of [
      `UPDATE audit_record SET action = 'a.b'`,
      'DELETE FROM audit_record',
      'TRUNCATE audit_record CASCADE',
    ])
      await expect(db.sql(sql), sql).rejects.toMatchObject({
        constraint: 'audit_record_immutable',
      });
    for (const details of [{ deep: { er: 1 } }, { long: 'x'.repeat(101) }, ['a']])
      expect(
        await refusal(
          db.editorial.auditRecord.create({
            data: { ...record, by: undefined, id: newId(), byId: by, details } as never,
          }),
        ),
      ).toContain('audit_record_details_flat');
  });

  it('takes no change of a revision', async () => {
    const article = await addArticle(db.editorial, { by });
    await publish(db.editorial, article.id, { at });
    expect(await refusal(db.editorial.revision.updateMany({ data: { text: 'other' } }))).toMatch(
      /permission denied/,
    );
    await expect(db.sql(`UPDATE revision SET text = 'other'`)).rejects.toThrow(/takes no update/);
    await expect(db.sql('DELETE FROM revision')).rejects.toThrow(/takes no delete/);
  });
});

describe('terms, in the database', () => {
  const closed = ['background', 'chatham_house', 'deep_background', 'off_record'] as const;

  /** A published finding on the record, whose source then turns out to have other terms. */
  async function published(terms: (typeof closed)[number]) {
    const { editorial } = db;
    const descriptor = 'a former minister of the interior';
    const source = await addSource(editorial, { descriptor });
    const article = await addArticle(editorial, { by });
    const finding = await addFinding(editorial, article, {
      by,
      attribution: { sourceId: source.id, terms: null, descriptor: null, participantId: null },
    });
    expect(await publish(editorial, article.id, { at })).toEqual({ ok: true });
    const { id, save, createdAt, updatedAt, ...content } = source;
    await updateSource(editorial, id, {
      content: { ...content, terms: { attribution: terms, disclosure: 'clear' } },
      at,
    });
    const row = await editorial.publishedFinding.findUniqueOrThrow({ where: { id: finding.id } });
    const view = row.view as { attribution: object };
    const show = (attribution: object, sourceId: string | null = null) =>
      refusal(
        editorial.publishedFinding.update({
          where: { id: finding.id },
          data: {
            sourceId,
            view: { ...view, attribution: { ...view.attribution, ...attribution } },
          },
        }),
      );
    return { source, article, descriptor, show };
  }

  it('never shows a finding off the record', async () => {
    const { show } = await published('off_record');
    expect(await show({})).toContain('published_finding_off_record');
    expect(await show({ id: null, named: null, terms: 'deep_background', wording: 'x' })).toBe(
      'published_finding_off_record',
    );
    const other = await published('background');
    expect(await other.show({ id: null, named: null, terms: 'off_record' })).toBe(
      'published_finding_off_record',
    );
  });

  it('never shows terms as wider than they are, nor a source that they protect', async () => {
    for (const terms of ['background', 'chatham_house', 'deep_background'] as const) {
      const { show, source } = await published(terms);
      expect(await show({ terms: 'on_record' }, source.id)).toBe('published_finding_terms_widened');
      expect(await show({ terms }, source.id)).toBe('published_finding_source_protected');
      expect(await show({ terms, id: null, named: null, wording: 'somebody' })).toBe(
        'nothing refused it',
      );
    }
  });

  it('shows no descriptor on deep background', async () => {
    const { show, descriptor } = await published('deep_background');
    const unnamed = { terms: 'deep_background', id: null, named: null };
    expect(await show({ ...unnamed, wording: descriptor })).toBe(
      'published_finding_deep_background',
    );
    expect(await show({ ...unnamed, wording: `As told by ${descriptor}` })).toBe(
      'published_finding_deep_background',
    );
  });

  it('names a source under the Chatham House Rule only by a waiver that is signed off', async () => {
    const { show, source, article } = await published('chatham_house');
    const sourceRow = { articleId: article.id, sourceId: source.id };
    const page = () =>
      refusal(
        db.editorial.publishedSource.update({
          where: { articleId_sourceId: sourceRow },
          data: { slug: source.slug },
        }),
      );
    expect(await page()).toBe('published_source_protected');
    await addWaiver(db.editorial, { sourceId: source.id, recordedBy: by, signedOffBy: null });
    expect(await show({ terms: 'on_record' }, source.id)).toBe('published_finding_terms_widened');
    expect(await page()).toBe('published_source_protected');
    await addWaiver(db.editorial, { sourceId: source.id, recordedBy: by });
    expect(await show({ terms: 'on_record' }, source.id)).toBe('nothing refused it');
    expect(await page()).toBe('nothing refused it');
  });

  it('shows nothing whose disclosure is limited', async () => {
    const { editorial } = db;
    const source = await addSource(editorial);
    const article = await addArticle(editorial, { by });
    await addFinding(editorial, article, {
      by,
      attribution: { sourceId: source.id, terms: null, descriptor: null, participantId: null },
    });
    await publish(editorial, article.id, { at });
    await editorial.source.update({ where: { id: source.id }, data: { disclosure: 'amber' } });
    expect(
      await refusal(
        editorial.publishedFinding.updateMany({
          where: { articleId: article.id },
          data: { number: 1 },
        }),
      ),
    ).toBe('published_finding_disclosure');
    expect(
      await refusal(
        editorial.publishedSource.updateMany({
          where: { articleId: article.id },
          data: { slug: anySlug('source') },
        }),
      ),
    ).toBe('published_source_disclosure');
  });
});
