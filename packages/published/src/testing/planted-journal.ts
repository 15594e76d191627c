import { actorTable } from '@viewpoints/db/editorial/actors';
import { insertAuditRecord } from '@viewpoints/db/editorial/audit-records';
import { insertClearance } from '@viewpoints/db/editorial/clearances';
import { newId } from '@viewpoints/db/editorial/new-id';
import { writeSourceChange } from '@viewpoints/db/editorial/source-changes';
import {
  addAccount,
  addActor,
  addArticle,
  addAuthor,
  addFinding,
  addIssue,
  addPlace,
  addSeries,
  addSource,
  addTopic,
  addWaiver,
  paragraphs,
} from '@viewpoints/db/testing/builders';
import type { TestDatabase } from '@viewpoints/db/testing/test-database';
import type { ImportSummary } from '@viewpoints/domain/imports/import-run';
import type { WordReport } from '@viewpoints/domain/imports/word-report';
import { type Source, SourceContent } from '@viewpoints/domain/sources/source';
import { plantNullResults } from './planted-null-results.ts';
import { publish } from './publish.ts';
import { retract } from './retract.ts';

/** Occurs in everything that readers may not see. */
export const canary = 'zanzibarcanary';
const now = new Date('2021-02-01T09:00:00.000Z');

/** Ids of what readers may see, and of what they may not. */
export type PlantedJournal = {
  seen: Record<
    | 'article'
    | 'finding'
    | 'actor'
    | 'issue'
    | 'topic'
    | 'place'
    | 'author'
    | 'series'
    | 'nullResult'
    | 'retracted',
    string
  >;
  hidden: Record<
    | 'draft'
    | 'article'
    | 'finding'
    | 'actor'
    | 'issue'
    | 'topic'
    | 'place'
    | 'author'
    | 'media'
    | 'series',
    string
  >;
};

/** A visible article, and all that must stay hidden: each protected column holds the canary. */
export async function plantJournal({ editorial, sql }: TestDatabase): Promise<PlantedJournal> {
  const by = (
    await addAccount(editorial, { name: `${canary} name`, email: `${canary}@journal.example` })
  ).id;
  const actor = await addActor(editorial, { note: `${canary} note` });
  const issue = await addIssue(editorial);
  const place = await addPlace(editorial);
  const author = await addAuthor(editorial);
  const protectedSource = await addSource(editorial, {
    title: `${canary} title`,
    slug: canary,
    publisher: `${canary} publisher`,
    authors: [`${canary} author`],
    url: `https://${canary}.example`,
    archiveUrl: `https://${canary}.example/archive`,
    csl: { type: 'report', title: canary },
    terms: { attribution: 'chatham_house', disclosure: 'clear' },
    descriptor: 'somebody in the room',
    participants: [
      {
        ...{ id: newId(), name: `${canary} participant`, affiliation: `${canary} ministry` },
        alsoProtected: [`${canary} nickname`],
      },
    ],
    note: `${canary} note`,
  });
  const participantId = protectedSource.participants[0]?.id ?? '';
  await addWaiver(editorial, {
    sourceId: protectedSource.id,
    recordedBy: by,
    signedOffBy: null,
    grantedBy: canary,
    basis: canary,
  });
  await insertClearance(editorial, {
    ...{ id: newId(), kind: 'not_a_mention', sourceId: protectedSource.id, participantId },
    ...{ protectedText: canary, articleId: null, place: 'body', words: canary, why: canary },
    ...{ recordedBy: by, recordedAt: now.toISOString(), confirmedBy: null, confirmedAt: null },
  });
  await writeSourceChange(
    editorial,
    {
      sourceId: protectedSource.id,
      content: SourceContent.parse(contentOfSource(protectedSource)),
      fields: ['participants'],
      save: protectedSource.save,
    },
    { by, at: now },
  );
  const body = paragraphs(
    'The council met. Ostrava will not sign before the rains. The talks go on.',
  );
  const series = await addSeries(editorial);

  const visible = await addArticle(editorial, {
    by,
    body,
    byline: { kind: 'authors', authorIds: [author.id] },
    sourceIds: [protectedSource.id],
    series: { seriesId: series.id, part: 1 },
    note: `${canary} note`,
  });
  const finding = await addFinding(editorial, visible, {
    by,
    holders: [{ actorId: actor.id, wording: null, basis: 'direct' }],
    issueIds: [issue.id],
    placeIds: [place.id],
    attribution: { sourceId: protectedSource.id, terms: null, descriptor: null, participantId },
    note: `${canary} note`,
  });
  await publish(editorial, visible.id, { at: now });

  const secretActor = await addActor(editorial, {
    slug: `${canary}-actor`,
    name: canary,
    aliases: [canary],
    description: canary,
    note: canary,
  });
  const secretIssue = await addIssue(editorial, {
    slug: `${canary}-issue`,
    name: canary,
    description: canary,
  });
  const secretTopic = await addTopic(editorial, {
    slug: `${canary}-topic`,
    name: canary,
    description: canary,
  });
  const secretSeries = await addSeries(editorial, {
    slug: `${canary}-series`,
    name: canary,
    about: canary,
  });
  const secretPlace = await addPlace(editorial, { slug: `${canary}-place`, name: canary });
  const secretAuthor = await addAuthor(editorial, {
    slug: `${canary}-author`,
    name: canary,
    about: canary,
  });
  const secretSource = await addSource(editorial, {
    slug: `${canary}-source`,
    title: canary,
    descriptor: canary,
  });

  const secret = {
    by,
    headline: canary,
    standfirst: canary,
    section: canary,
    body: paragraphs(`Nobody may read ${canary} here.`),
    note: canary,
    topicIds: [secretTopic.id],
    sourceIds: [secretSource.id],
  };
  const secretFinding = {
    by,
    quote: `Nobody may read ${canary} here.`,
    proposition: canary,
    holders: [{ actorId: secretActor.id, wording: canary, basis: 'direct' as const }],
    conditions: [{ kind: 'if' as const, text: canary }],
    scope: { text: canary, edtf: '2030' },
    asOf: '2030',
    consensus: { agreeing: 1, interviewed: 2, population: canary, novelty: canary },
    issueIds: [secretIssue.id],
    placeIds: [secretPlace.id],
    attribution: {
      sourceId: protectedSource.id,
      terms: null,
      descriptor: `${canary} descriptor`,
      participantId,
    },
    note: canary,
  };
  const draft = await addArticle(editorial, {
    ...secret,
    slug: `${canary}-draft`,
    byline: { kind: 'none', reason: canary },
  });
  const draftFinding = await addFinding(editorial, draft, secretFinding);
  await editorial.finding.update({
    where: { id: draftFinding.id },
    data: {
      ...{ stateReason: canary, occasion: canary },
      shift: { kind: 'change', reason: canary },
    },
  });
  await editorial.findingLocator.create({
    data: { findingId: draftFinding.id, position: 0, sourceId: secretSource.id, locator: canary },
  });

  const embargoed = await addArticle(editorial, {
    ...secret,
    slug: `${canary}-embargoed`,
    byline: { kind: 'authors', authorIds: [secretAuthor.id] },
    language: 'fr',
    series: { seriesId: secretSeries.id, part: 1 },
    translationOf: visible.id,
    pickIds: [visible.id],
  });
  const embargoedFinding = await addFinding(editorial, embargoed, secretFinding);
  // The database's clock decides, so an embargo of a test ends in its real future.
  const visibleFrom = new Date(Date.now() + 3_600_000);
  const page = await addArticle(editorial, { ...secret, slug: `${canary}-page`, topicIds: [] });
  await publish(editorial, page.id, { at: now, visibleFrom });
  await editorial.article.update({ where: { id: page.id }, data: { kind: 'page' } });
  await editorial.publishedArticle.update({
    where: { id: page.id },
    data: { path: `about/${canary}-page` },
  });
  await editorial.findingLink.create({
    data: { fromId: finding.id, kind: 'qualifies', toId: embargoedFinding.id },
  });
  await editorial.supersession.create({
    data: {
      oldId: finding.id,
      newId: embargoedFinding.id,
      kind: 'position_change',
      at: now,
      byId: by,
    },
  });
  await editorial.correction.create({
    data: {
      ...{ id: newId(), articleId: embargoed.id, was: canary, now: canary, why: canary },
      ...{ severity: 'correction', at: now, byId: by },
    },
  });
  const mediaId = newId();
  await editorial.media.create({
    data: {
      ...{ id: mediaId, path: mediaId, mediaType: 'image/png', byteSize: 1, width: 1, height: 1 },
      ...{ sha256: '0'.repeat(64), fileName: `${canary}.png`, alt: canary, credit: canary },
      ...{ uploadedById: by, createdAt: now },
    },
  });
  // A file with what its rows alone have; it is shown nowhere.
  const fileId = newId();
  await editorial.media.create({
    data: {
      ...{ id: fileId, path: fileId, mediaType: 'application/pdf', byteSize: 1, pages: 1 },
      ...{ width: 1, height: 1, sha256: '0'.repeat(64), fileName: canary, alt: canary },
      ...{ text: canary, unread: [canary], licence: canary, uploadedById: by, createdAt: now },
    },
  });
  await publish(editorial, embargoed.id, { at: now, visibleFrom, note: canary });
  await editorial.publishedMedia.create({ data: { articleId: embargoed.id, mediaId } });
  // The embargoed article has every kind of relation to the visible one, in both directions.
  await editorial.publishedPick.create({
    data: { articleId: visible.id, pickedId: embargoed.id, position: 0 },
  });
  for (const [articleId, relatedId] of [
    [visible.id, embargoed.id],
    [embargoed.id, visible.id],
  ] as const)
    await editorial.publishedRelated.upsert({
      where: { articleId_relatedId: { articleId, relatedId } },
      create: { articleId, relatedId, score: 9 },
      update: {},
    });
  await editorial.publishedCitation.createMany({
    data: [
      {
        citingId: visible.id,
        originId: visible.id,
        citedId: embargoed.id,
        targetId: embargoed.id,
      },
      {
        citingId: embargoed.id,
        originId: embargoed.id,
        citedId: visible.id,
        targetId: visible.id,
      },
    ],
  });
  await editorial.publishedWord.create({
    data: { word: canary, articleId: visible.id, publishedAt: visibleFrom },
  });

  const retracted = await addArticle(editorial, { by, standfirst: canary, body: secret.body });
  await addFinding(editorial, retracted, {
    by,
    quote: `Nobody may read ${canary} here.`,
    proposition: canary,
  });
  await publish(editorial, retracted.id, { at: now });
  await editorial.$transaction(async (tx) => {
    const notice = { articleId: retracted.id, at: now.toISOString(), why: 'It was wrong.', by };
    await retract(tx, notice, now);
  });

  // An old slug of something that readers never saw.
  const { id, save, ...actorContent } = secretActor;
  await actorTable.update(editorial, id, { ...actorContent, slug: `${canary}-renamed` });
  await editorial.reviewComment.create({
    data: { id: newId(), articleId: draft.id, text: canary, byId: by, at: now },
  });
  await editorial.commentThread.create({
    data: {
      ...{ id: newId(), articleId: visible.id, target: 'words', quote: canary, at: now },
      ...{ resolvedAt: now, resolvedById: by },
      comments: {
        create: {
          ...{ id: newId(), byId: by, at: now, text: canary, mentionIds: [by] },
          ...{ wordPlace: 0, wordAuthor: canary, wordAt: now },
        },
      },
    },
  });
  await editorial.commentThread.create({
    data: { id: newId(), articleId: draft.id, target: 'field', field: canary, at: now },
  });
  await editorial.notification.create({
    data: {
      ...{ id: newId(), accountId: by, kind: 'overdue', articleId: draft.id, occasion: canary },
      at: now,
    },
  });
  await editorial.notification.create({
    data: { id: newId(), accountId: by, kind: 'token_created', occasion: canary, at: now },
  });
  await editorial.webhook.create({
    data: {
      ...{ id: newId(), name: canary, url: canary, kinds: [canary], events: [canary] },
      ...{ secret: canary, previousSecret: canary, previousSecretUntil: now, position: 0 },
      ...{ pausedAt: now, pauseReason: canary, createdAt: now },
      deliveries: {
        create: {
          ...{ id: newId(), messageId: newId(), type: canary, state: canary, failure: canary },
          at: now,
        },
      },
    },
  });
  await editorial.subscriber.create({
    data: {
      ...{ id: newId(), addressHash: '4'.repeat(64), address: `v1.${canary}`, language: canary },
      subscriptions: {
        create: { id: newId(), subject: canary, cadence: canary, since: now },
      },
      bounces: { create: { day: now } },
    },
  });
  await editorial.subscriptionEnding.create({
    data: { month: now, subject: canary, cadence: canary, cause: canary, count: 1 },
  });
  await editorial.mailing.create({
    data: { id: newId(), cadence: canary, after: 0, upto: 0, createdAt: now },
  });
  await editorial.mailingCursor.create({ data: { cadence: canary, number: 0, at: now } });
  await editorial.subscriptionRequest.create({
    data: {
      ...{ id: newId(), addressHash: '4'.repeat(64), mailboxHash: '5'.repeat(64) },
      ...{ address: `v1.${canary}`, language: canary, subject: canary, cadence: canary, at: now },
    },
  });
  await editorial.subscriptionConfirmation.create({
    data: {
      ...{ addressHash: '4'.repeat(64), mailboxHash: '5'.repeat(64), tokenHash: '6'.repeat(64) },
      expiresAt: visibleFrom,
    },
  });
  await editorial.assignment.create({
    data: {
      ...{ articleId: draft.id, assigneeId: by, dueOn: canary, priority: 'normal' },
      ...{ setById: by, setAt: now },
    },
  });
  await editorial.articleChange.create({
    data: { articleId: draft.id, save: 2, byId: by, at: now, fields: [canary] },
  });
  await editorial.session.create({
    data: {
      ...{ id: newId(), token: canary, userId: by },
      expiresAt: visibleFrom,
    },
  });
  await editorial.verification.create({
    data: { id: newId(), identifier: canary, value: canary, expiresAt: visibleFrom },
  });
  await editorial.rateLimit.create({
    data: { key: 'k'.repeat(43), count: 1, lastAt: now, expiresAt: visibleFrom },
  });
  await editorial.invitation.create({
    data: {
      ...{ id: newId(), email: `${canary}@journal.example`, roles: ['editor'], invitedById: by },
      ...{ tokenHash: '0'.repeat(64), expiresAt: visibleFrom },
    },
  });
  await editorial.accessToken.create({
    data: {
      ...{ id: newId(), accountId: by, name: canary, hint: canary, tokenHash: '1'.repeat(64) },
      ...{ scopes: ['read'], expiresAt: visibleFrom },
      keyedCalls: {
        create: {
          ...{ keyHash: '2'.repeat(64), requestHash: '3'.repeat(64), status: 201 },
          ...{ refId: draft.id, at: now },
        },
      },
    },
  });
  await editorial.sourceDescription.create({
    data: { id: newId(), what: canary, terms: canary, describedById: by, createdAt: now },
  });
  await editorial.message.create({
    data: {
      ...{
        id: newId(),
        kind: canary,
        recipient: canary,
        subject: canary,
        text: canary,
      },
      ...{ createdAt: now, expiresAt: visibleFrom, lastError: canary },
    },
  });
  await editorial.credential.updateMany({
    data: {
      ...{ accountId: canary, providerId: canary, password: canary, accessToken: canary },
      ...{ refreshToken: canary, idToken: canary, scope: canary },
    },
  });
  await editorial.account.updateMany({ data: { image: canary } });
  await insertAuditRecord(editorial, {
    ...{ at: now.toISOString(), by, action: 'article.create', subjectKind: 'article' },
    ...{ subjectId: draft.id, details: { code: canary } },
  });
  await sql(
    `SELECT graphile_worker.add_job('publish_due', json_build_object('articleId', $1::text))`,
    [canary],
  );
  await editorial.passkey.create({
    data: {
      ...{ id: newId(), accountId: by, name: canary, credentialId: 'planted', counter: 0n },
      ...{ publicKey: new Uint8Array([1]), createdAt: now },
    },
  });
  const session = await editorial.session.findFirstOrThrow({ where: { token: canary } });
  await editorial.emailChange.create({
    data: {
      ...{ accountId: by, sessionId: session.id, email: canary, tokenHash: 'e'.repeat(64) },
      ...{ requestedAt: now, expiresAt: now },
    },
  });
  await editorial.formerEmail.create({
    data: {
      ...{ tokenHash: 'f'.repeat(64), accountId: by, email: canary },
      ...{ changedAt: now, expiresAt: now },
    },
  });
  await editorial.passkeyChallenge.create({
    data: { hash: 'c'.repeat(64), accountId: by, expiresAt: now },
  });
  await editorial.trashItem.create({
    data: {
      ...{ id: newId(), kind: 'source', name: canary, content: { row: { title: canary } } },
      ...{ trashedById: by, trashedAt: now, emptyAt: new Date('2999-01-01') },
    },
  });
  await editorial.savedFilter.create({
    data: {
      ...{ id: newId(), accountId: by, list: 'articles', name: canary, createdAt: now },
      filter: [{ name: 'q', value: canary }],
    },
  });
  await editorial.previewPass.create({
    data: { hash: 'd'.repeat(64), articleId: draft.id, accountId: by, expiresAt: now },
  });
  await editorial.linkCheck.create({
    data: { addressHash: 'c'.repeat(64), outcome: 'works', checkedAt: now },
  });
  const { id: revisionId } = await editorial.revision.findFirstOrThrow({
    where: { articleId: visible.id },
  });
  await editorial.previewLink.create({
    data: {
      ...{ id: newId(), articleId: visible.id, revisionId, tokenHash: 'a'.repeat(64) },
      ...{ termsHash: 'b'.repeat(64), label: canary, madeById: by, madeAt: now, expiresAt: now },
    },
  });
  await editorial.quoteCheck.create({
    data: {
      ...{ id: newId(), findingId: draftFinding.id, tokenHash: 'e'.repeat(64) },
      ...{ wordsHash: 'f'.repeat(64), madeById: by, madeAt: now, expiresAt: now },
      ...{ answer: 'proposes', said: canary, answeredAt: now },
    },
  });
  await editorial.release.create({
    data: {
      ...{ id: newId(), name: canary, save: 1, timeZone: 'UTC', createdById: by, createdAt: now },
      articles: { create: { articleId: draft.id, position: 0 } },
    },
  });
  const { id: newsletterId } = await editorial.newsletter.create({
    data: {
      ...{ id: newId(), subject: canary, preheader: canary, language: 'en', sentBack: canary },
      ...{ items: [{ kind: 'text', text: canary }], save: 1, state: 'draft', timeZone: 'UTC' },
      ...{ createdById: by, createdAt: now, savedAt: now, sentItems: [canary] },
      ...{ approvedDigest: canary, stoppedCode: canary },
    },
  });
  await editorial.newsletterAuthor.create({ data: { newsletterId, accountId: by } });
  await editorial.historyEntry.create({
    data: {
      ...{ id: newId(), articleId: draft.id, at: now, change: 1, authorIds: [by], name: canary },
      ...{ content: { headline: canary }, findings: [{ proposition: canary }], links: [canary] },
    },
  });
  // What a Word file contained in addition to its text, for a public article.
  const spot = { block: 1, inNote: false, before: canary, after: canary };
  const said = { author: canary, at: null, text: canary };
  const importSummary: ImportSummary = {
    site: { title: canary, address: canary, language: null },
    ...{ known: 0, leftOut: [], comments: 0, fields: [], forbidden: [], refused: [] },
    authors: [{ name: canary, items: 1 }],
    topics: [{ name: canary, items: 1 }],
  };
  const report: WordReport = {
    counts: [],
    styles: [{ style: canary, becomes: 'paragraph', count: 1 }],
    items: [{ code: 'hidden', block: 1, words: canary, count: 1 }],
    changes: [
      {
        kind: 'deletion',
        author: canary,
        at: null,
        words: canary,
        parts: 1,
        suggestion: null,
        place: spot,
      },
    ],
    comments: [{ ...said, words: canary, resolved: false, replies: [said], place: spot }],
    threads: 1,
    properties: { author: canary, lastAuthor: canary },
  };
  await editorial.scheduledVersion.create({
    data: {
      ...{ articleId: visible.id, minor: false, corrections: [{ why: canary }], setById: by },
      ...{ refusedAt: now, refusedCode: canary, refusedMessage: canary },
    },
  });
  await editorial.wordImport.create({
    data: {
      ...{ id: newId(), articleId: visible.id, fileName: `${canary}.docx`, report },
      ...{ importedById: by, importedAt: now },
    },
  });
  await editorial.importRun.create({
    data: {
      ...{ id: newId(), source: canary, fileName: canary, startedById: by, startedAt: now },
      ...{ confirmedById: by, confirmedAt: now, summary: importSummary },
      items: {
        create: {
          ...{ source: canary, foreignId: canary, articleId: visible.id, address: canary },
          ...{ status: canary, importedAt: now, outcome: canary },
          points: [{ code: 'hidden', words: canary, count: 1 }],
        },
      },
    },
  });
  await editorial.importUpload.create({
    data: {
      ...{ id: newId(), state: 'read', options: { site: canary }, files: [{ name: canary }] },
      ...{ startedById: by, startedAt: now, expiresAt: now },
      ...{ preview: { points: [canary] }, problems: [{ message: canary }] },
    },
  });
  await editorial.formerAddress.createMany({
    data: [
      { pathHash: '7'.repeat(64), path: `/${canary}`, articleId: visible.id },
      { pathHash: '8'.repeat(64), path: `/${canary}`, articleId: draft.id },
    ],
  });
  const redirect = { from: `/${canary}`, to: `/${canary}`, toHashes: [canary], folded: canary };
  const redirectSaved = { fold: 1, save: 1, savedById: by, savedAt: now };
  await editorial.redirect.createMany({
    data: [
      {
        ...{ id: newId(), ...redirect, ...redirectSaved },
        ...{ fromHash: '7'.repeat(64), target: '/articles/seen' },
      },
      {
        ...{ id: newId(), ...redirect, ...redirectSaved, hiddenAt: now },
        ...{ fromHash: '8'.repeat(64), target: `/${canary}` },
      },
    ],
  });
  await editorial.houseStyleTable.create({
    data: { id: 1, rules: [{ word: canary, instead: canary, language: null, why: canary }] },
  });
  await editorial.wordStyleTable.create({
    data: { id: 1, styles: [{ style: canary, becomes: 'left_out' }] },
  });
  await sql(`INSERT INTO page_reads (day, path, reads) VALUES ('2021-02-01', '/${canary}', 1)`);
  await sql(
    `INSERT INTO referrals (day, host, reads) VALUES ('2021-02-01', '${canary}.example', 1)`,
  );
  await sql(`INSERT INTO vain_searches (day, query, times) VALUES ('2021-02-01', '${canary}', 2)`);
  await sql(`UPDATE secret_fingerprint SET fingerprint = '${canary}'`);
  await editorial.journal.create({
    data: {
      ...{
        id: 1,
        name: 'The Halden Review',
        tagline: 'What was said',
        language: 'en',
        timeZone: 'UTC',
      },
      ...{ notice: '', fourEyes: true },
    },
  });
  const [known, unknown] = [
    { actorId: actor.id, issueId: issue.id },
    { actorId: secretActor.id, issueId: secretIssue.id },
  ];
  const nullResultId = await plantNullResults(editorial, {
    ...{ by, now, canary, known },
    unknown: [unknown, { ...unknown, issueId: issue.id }, { ...unknown, actorId: actor.id }],
  });
  await editorial.menus.create({ data: { id: 1, save: 1 } });
  await editorial.menuEntry.createMany({
    data: [
      { position: 0, menu: 'head', kind: 'topic', refId: visible.topicIds[0] ?? '', label: 'Seen' },
      { position: 1, menu: 'head', kind: 'topic', refId: secretTopic.id, label: canary },
      { position: 2, menu: 'head', kind: 'actor', refId: secretActor.id, label: canary },
      { position: 3, menu: 'head', kind: 'article', refId: draft.id, label: canary },
      { position: 4, menu: 'head', kind: 'article', refId: embargoed.id, label: canary },
      { position: 5, menu: 'head', kind: 'article', refId: retracted.id, label: canary },
      {
        ...{ position: 6, menu: 'social', kind: 'address', withheld: true },
        address: `https://social.example/@${canary}`,
      },
    ],
  });
  return {
    seen: {
      article: visible.id,
      finding: finding.id,
      actor: actor.id,
      issue: issue.id,
      topic: visible.topicIds[0] ?? '',
      place: place.id,
      author: author.id,
      series: series.id,
      nullResult: nullResultId,
      retracted: retracted.id,
    },
    hidden: {
      draft: draft.id,
      article: embargoed.id,
      finding: embargoedFinding.id,
      actor: secretActor.id,
      issue: secretIssue.id,
      topic: secretTopic.id,
      place: secretPlace.id,
      author: secretAuthor.id,
      media: mediaId,
      series: secretSeries.id,
    },
  };
}

const contentOfSource = ({
  id: _,
  save: __,
  createdAt: ___,
  updatedAt: ____,
  ...content
}: Source) => content;
