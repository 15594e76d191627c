import { newId } from '@viewpoints/db/editorial/new-id';
import {
  addActor,
  addAuthor,
  addIssue,
  addPlace,
  addSeries,
  addSource,
  addTopic,
} from '@viewpoints/db/testing/builders';
import { buildDocx, paragraph, run } from '@viewpoints/docx/testing/build-docx';
import { articleContentOf } from '@viewpoints/domain/articles/article';
import { auditPhrase } from '@viewpoints/domain/audit/audit-sentences';
import { findingContentOf } from '@viewpoints/domain/findings/finding';
import type { WebhookContent } from '@viewpoints/domain/webhooks/webhook';
import { followChanges } from '@viewpoints/published/testing/public-pages';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hashOf } from '../accounts/password.ts';
import { createSetupLink } from '../accounts/setup-link.ts';
import { importItems } from '../import/core/import-items.ts';
import { openGhost } from '../import/ghost/open-ghost.ts';
import { buildGhost } from '../import/ghost/testing/build-ghost.ts';
import { uploadDirectory, writeChunk } from '../import/uploads/upload-files.ts';
import { ImportWord, importWord } from '../import/word/import-word.ts';
import { uploadMedia } from '../media/upload-media.ts';
import { periodAt, totpCode } from '../second-factor/totp.ts';
import { aPicture } from '../testing/a-picture.ts';
import { everyProcedure } from '../testing/every-procedure.ts';
import { newsletterChanges } from '../testing/newsletter-changes.ts';
import { nullResultChanges } from '../testing/null-result-changes.ts';
import { redirectChanges } from '../testing/redirect-changes.ts';
import { softAuthenticator } from '../testing/soft-authenticator.ts';
import { decisionInput, suggestInstead } from '../testing/suggest-changes.ts';
import { openSession, openTestDesk, type Person, type TestDesk } from '../testing/test-desk.ts';
import {
  approve,
  findingContent,
  publishNew,
  writeArticle,
  writeWithFinding,
} from '../testing/written-article.ts';

let desk: TestDesk;
let author: Person;
let editor: Person;
let publisher: Person;
let admin: Person;
beforeAll(async () => {
  desk = await openTestDesk();
  author = await desk.person('contributor');
  editor = await desk.person('editor');
  publisher = await desk.person('publisher');
});
afterAll(() => desk.close());

const db = () => desk.db.editorial;
const later = '2021-03-05T09:00:00.000Z';

/** An article that was retracted. */
async function retracted() {
  const { article } = await publishNew(db(), author, publisher);
  return publisher.call.editor.articles.retract({ id: article.id, why: 'It was invented.' });
}

/** An import of one article that was public elsewhere. */
async function importOfOne() {
  const post = { id: '1', custom_excerpt: 'What ships pay.', tags: ['t1'] };
  const open = async function* () {
    yield Buffer.from(buildGhost([post]));
  };
  const site = { address: `https://${newId()}.example`, pattern: '/{slug}/' };
  const opened = await openGhost({ open }, { site, pages: false });
  const given = { fileName: 'past.json', uploads: null };
  return (await importItems(editor.context, opened, given)).run;
}

const references = {
  options: { kind: 'sources', attribution: 'on_record', disclosure: 'clear' } as const,
  files: [{ name: 'library.json', size: 2 }],
};

/** An import by upload whose file has arrived. */
async function sentReferences() {
  const { id } = await editor.call.editor.importUploads.create(references);
  const directory = uploadDirectory(editor.context.instance.uploads.directory, id);
  const bytes = async function* () {
    yield Buffer.from('[]');
  };
  await writeChunk(directory, { index: 0, size: 2, offset: 0 }, bytes());
  return { id };
}

/** A step that changes something, and what was needed before it could. */
type Change = () => Promise<{ change: () => Promise<unknown> }>;
const now = (change: () => Promise<unknown>) => ({ change });

const catalogue = (
  kind: 'actors' | 'issues' | 'topics' | 'series' | 'places' | 'authors',
  add: () => Promise<{ id: string; save: number }>,
  content: (slug: string) => object,
): Record<string, Change> => {
  // biome-ignore lint/suspicious/noExplicitAny: the six take each its own content.
  const calls = () => editor.call.editor[kind] as any;
  return {
    [`editor.${kind}.create`]: async () => now(() => calls().create(content(`new-${kind}`))),
    [`editor.${kind}.save`]: async () => {
      const { id, save } = await add();
      return now(() => calls().save({ id, seen: save, content: content(`saved-${kind}`) }));
    },
    [`editor.${kind}.remove`]: async () => {
      const { id } = await add();
      return now(() => calls().remove({ id }));
    },
  };
};

const aComment = { on: { kind: 'field' as const, field: 'headline' as const }, text: 'Why?' };
const commented = async () => {
  const { id } = await writeArticle(db(), author);
  return author.call.editor.articles.comments.start({ articleId: id, ...aComment });
};
const quoteCheck = async () => {
  const { finding } = await writeWithFinding(db(), author);
  return editor.call.editor.findings.quoteChecks.create({ findingId: finding.id });
};
/** A release with one approved article. */
const release = async () => {
  const { id: articleId } = await writeArticle(db(), author);
  await approve(articleId, author, editor);
  const { id, save } = await editor.call.editor.releases.create({ name: 'Papers' });
  return editor.call.editor.releases.save({
    ...{ id, seen: save, name: 'Papers', articleIds: [articleId] },
  });
};

const upload = () =>
  uploadMedia(
    editor.context as typeof editor.context & {
      account: NonNullable<typeof editor.context.account>;
    },
    aPicture(),
    {
      fileName: 'delta.png',
      alt: '',
      credit: '',
    },
  );

/** An account with a pending new address, and the secret that was sent there. */
const withEmailChange = async () => {
  const person = await desk.person('editor');
  await openSession(desk, person);
  const email = `${person.account.id}@journal.example`;
  await person.call.editor.account.requestEmailChange({ email });
  const [message] = await desk.db.sql<{ text: string }>(
    'select text from message where recipient = $1',
    [email],
  );
  const token = /confirm-email\?token=([\w-]+)/.exec(message?.text ?? '')?.[1] ?? '';
  return { ...person, token };
};

const webhookContent: WebhookContent = {
  ...{ name: 'Archive', url: 'https://receiver.example/hook' },
  ...{ kinds: ['article'], events: ['changed'] },
};
const ofWebhook =
  (change: (calls: Person['call']['editor']['webhooks'], id: string) => Promise<unknown>): Change =>
  async () => {
    const { id } = await admin.call.editor.webhooks.create(webhookContent);
    return now(() => change(admin.call.editor.webhooks, id));
  };

const changes: Record<string, Change> = {
  'setup.claim': async () => {
    const link = await createSetupLink({ editorial: db(), adminUrl: 'http://admin.example' });
    const token = new URL(link ?? '').searchParams.get('token') ?? '';
    const owner = {
      token,
      name: 'Ines Falk',
      email: 'ines@journal.example',
      password: 'long enough',
    };
    return now(async () => {
      await desk.nobody.setup.claim(owner);
      admin = await desk.person('admin');
    });
  },
  'invitations.accept': async () => {
    const email = 'new@journal.example';
    const { link } = await admin.call.editor.people.invite({ email, roles: ['editor'] });
    const token = link.split('/').at(-1) ?? '';
    return now(() =>
      desk.nobody.invitations.accept({ token, name: 'Oda Lind', password: 'long enough' }),
    );
  },
  'editor.notifications.saveSettings': async () => {
    const settings = await author.call.editor.notifications.settings();
    return now(() =>
      author.call.editor.notifications.saveSettings({ ...settings, approved: 'off' }),
    );
  },
  'editor.account.saveProfile': async () => {
    const profile = { name: 'Ines Falk', timeZone: 'Europe/Oslo' };
    return now(() => author.call.editor.account.saveProfile(profile));
  },
  'editor.account.requestEmailChange': async () => {
    const person = await desk.person('editor');
    await openSession(desk, person);
    const email = 'moved@journal.example';
    return now(() => person.call.editor.account.requestEmailChange({ email }));
  },
  'editor.account.cancelEmailChange': async () => {
    const { call } = await withEmailChange();
    return now(() => call.editor.account.cancelEmailChange());
  },
  'emailChanges.confirm': async () => {
    const { token } = await withEmailChange();
    return now(() => desk.nobody.emailChanges.confirm({ token }));
  },
  'emailChanges.restore': async () => {
    const person = await withEmailChange();
    await desk.nobody.emailChanges.confirm({ token: person.token });
    const [notice] = await desk.db.sql<{ text: string }>(
      `select text from message where account_id = $1 and text like '%restore-email%'`,
      [person.account.id],
    );
    const token = /restore-email\?token=([\w-]+)/.exec(notice?.text ?? '')?.[1] ?? '';
    return now(() => desk.nobody.emailChanges.restore({ token }));
  },
  'editor.account.confirm': async () => {
    const person = await desk.person('editor');
    await openSession(desk, person);
    const password = await hashOf('long enough');
    await desk.db.sql('update credential set password = $1 where account_id = $2', [
      ...[password, person.account.id],
    ]);
    return now(() => person.call.editor.account.confirm({ password: 'long enough' }));
  },
  'editor.account.sessions.end': async () => {
    const { account, call } = await desk.person('editor');
    const other = await desk.person('editor');
    const id = await openSession(desk, other);
    await desk.db.sql('update session set account_id = $1 where id = $2', [account.id, id]);
    return now(() => call.editor.account.sessions.end({ id }));
  },
  'editor.account.sessions.endOthers': async () => {
    const { call } = await desk.person('editor');
    return now(() => call.editor.account.sessions.endOthers());
  },
  'editor.account.passkeys.begin': async () => {
    const { call } = await desk.person('editor');
    return now(() => call.editor.account.passkeys.begin());
  },
  'editor.account.passkeys.add': async () => {
    const { call } = await desk.person('editor');
    const given = await newPasskey(call);
    return now(() => call.editor.account.passkeys.add(given));
  },
  'editor.account.passkeys.remove': async () => {
    const { call } = await desk.person('editor');
    const { id } = await call.editor.account.passkeys.add(await newPasskey(call));
    return now(() => call.editor.account.passkeys.remove({ id }));
  },
  'editor.account.secondFactor.begin': async () => {
    const { call } = await desk.person('editor');
    return now(() => call.editor.account.secondFactor.begin());
  },
  'editor.account.secondFactor.turnOn': async () => {
    const { call } = await desk.person('editor');
    const { secret } = await call.editor.account.secondFactor.begin();
    const code = totpCode(secret, periodAt(desk.clock.now));
    return now(() => call.editor.account.secondFactor.turnOn({ code }));
  },
  'editor.account.secondFactor.renewRecoveryCodes': async () => {
    const { call } = await withSecondFactor();
    return now(() => call.editor.account.secondFactor.renewRecoveryCodes());
  },
  'editor.account.secondFactor.turnOff': async () => {
    const { call } = await withSecondFactor();
    return now(() => call.editor.account.secondFactor.turnOff());
  },
  'editor.articles.create': async () =>
    now(() => author.call.editor.articles.create({ headline: 'Tides' })),
  'editor.articles.save': async () => {
    const article = await writeArticle(db(), author);
    const content = { ...articleContentOf(article), section: 'Talks' };
    return now(() =>
      author.call.editor.articles.save({ id: article.id, seen: article.save, content }),
    );
  },
  'editor.articles.submit': async () => {
    const { id } = await writeArticle(db(), author);
    return now(() => author.call.editor.articles.submit({ id }));
  },
  'editor.articles.place': async () => {
    const { id } = await author.call.editor.articles.create({ kind: 'page', headline: 'Rules' });
    return now(() => author.call.editor.articles.place({ id, parent: 'about' }));
  },
  'editor.articles.recall': async () => {
    const { id } = await writeArticle(db(), author);
    await author.call.editor.articles.submit({ id });
    return now(() => author.call.editor.articles.recall({ id }));
  },
  'editor.articles.assign': async () => {
    const { id } = await writeArticle(db(), author);
    const to = { assigneeId: editor.account.id, seenAssigneeId: null };
    return now(() => author.call.editor.articles.assign({ id, ...to }));
  },
  'editor.articles.assignMany': async () => {
    const { id } = await writeArticle(db(), author);
    const articles = [{ id, seenAssigneeId: null }];
    return now(() => author.call.editor.articles.assignMany({ articles, dueOn: '2021-04-01' }));
  },
  'editor.articles.changeTopics': async () => {
    const { id } = await writeArticle(db(), author);
    const { id: topicId } = await addTopic(db());
    return now(() =>
      author.call.editor.articles.changeTopics({ articles: [{ id }], topicId, how: 'add' }),
    );
  },
  ...Object.fromEntries(
    (['accept', 'refuse'] as const).map((verdict): [string, Change] => [
      `editor.articles.suggestions.${verdict}`,
      async () => {
        const { id } = await writeArticle(db(), author);
        const key = await suggestInstead(desk, author, { id, was: 'talks', is: 'rows' });
        const decided = { articleId: id, suggestions: await decisionInput(author, id, [key]) };
        return now(() => author.call.editor.articles.suggestions[verdict](decided));
      },
    ]),
  ),
  'editor.articles.comments.start': async () => {
    const { id } = await writeArticle(db(), author);
    return now(() => author.call.editor.articles.comments.start({ articleId: id, ...aComment }));
  },
  'editor.articles.comments.reply': async () => {
    const { threadId } = await commented();
    return now(() => author.call.editor.articles.comments.reply({ threadId, text: 'Yes.' }));
  },
  'editor.articles.comments.edit': async () => {
    const { id } = await commented();
    return now(() => author.call.editor.articles.comments.edit({ id, text: 'No.' }));
  },
  'editor.articles.comments.remove': async () => {
    const { id } = await commented();
    return now(() => author.call.editor.articles.comments.remove({ id }));
  },
  'editor.articles.comments.resolve': async () => {
    const { threadId } = await commented();
    return now(() => author.call.editor.articles.comments.resolve({ threadId }));
  },
  'editor.articles.comments.reopen': async () => {
    const { threadId } = await commented();
    await author.call.editor.articles.comments.resolve({ threadId });
    return now(() => author.call.editor.articles.comments.reopen({ threadId }));
  },
  'editor.articles.requestChanges': async () => {
    const { id } = await writeArticle(db(), author);
    await author.call.editor.articles.submit({ id });
    return now(() => editor.call.editor.articles.requestChanges({ id, comment: 'More.' }));
  },
  'editor.articles.approve': async () => {
    const { id } = await writeArticle(db(), author);
    const { revisionId } = await author.call.editor.articles.submit({ id });
    return now(() => editor.call.editor.articles.approve({ id, revisionId }));
  },
  'editor.articles.keepRevision': async () => {
    const { id } = await writeArticle(db(), author);
    return now(() => author.call.editor.articles.keepRevision({ id }));
  },
  'editor.articles.history.name': async () => {
    const { id } = await writeArticle(db(), author);
    const { revisionId } = await author.call.editor.articles.keepRevision({ id });
    return now(() =>
      author.call.editor.articles.history.name({ id, entryId: revisionId, name: 'First' }),
    );
  },
  'editor.articles.history.restore': async () => {
    const article = await writeArticle(db(), author);
    const { id, save } = article;
    const { revisionId: from } = await author.call.editor.articles.keepRevision({ id });
    const content = { ...articleContentOf(article), headline: 'Tides' };
    await author.call.editor.articles.save({ id, seen: save, content });
    return now(() =>
      author.call.editor.articles.history.restore({ id, from, part: { kind: 'whole' } }),
    );
  },
  'editor.articles.prepare': async () => {
    const { id } = await writeArticle(db(), author);
    return now(() =>
      editor.call.editor.articles.prepare({ id, publishAt: later, timeZone: 'Europe/London' }),
    );
  },
  'editor.articles.schedule': async () => {
    const { id } = await writeArticle(db(), author);
    const revisionId = await approve(id, author, editor);
    const input = { id, revisionId, publishAt: later, timeZone: 'Europe/London' };
    return now(() => publisher.call.editor.articles.schedule(input));
  },
  'editor.audit.export': async () => now(() => publisher.call.editor.audit.export({})),
  'editor.articles.reschedule': async () => {
    const { id } = await writeArticle(db(), author);
    const revisionId = await approve(id, author, editor);
    const input = { id, revisionId, publishAt: later, timeZone: 'Europe/London' };
    await publisher.call.editor.articles.schedule(input);
    const publishAt = new Date(Date.parse(later) + 60_000).toISOString();
    const moved = { id, movedFrom: later, publishAt, timeZone: 'Europe/London' };
    return now(() => publisher.call.editor.articles.reschedule(moved));
  },
  'editor.articles.unschedule': async () => {
    const { id } = await writeArticle(db(), author);
    const revisionId = await approve(id, author, editor);
    const input = { id, revisionId, publishAt: later, timeZone: 'Europe/London' };
    await publisher.call.editor.articles.schedule(input);
    return now(() => publisher.call.editor.articles.unschedule({ id }));
  },
  'editor.wordImports.remove': async () => {
    const { article } = await importWord(
      editor.context,
      buildDocx({ body: paragraph(run('The quay.')) }),
      ImportWord.parse({}),
    );
    return now(() => editor.call.editor.wordImports.remove({ articleId: article.id }));
  },
  'editor.houseStyle.save': async () => {
    const { save: seen } = await editor.call.editor.houseStyle.get();
    const rules = [{ word: 'utilise', instead: 'use' }];
    return now(() => editor.call.editor.houseStyle.save({ seen, rules }));
  },
  'editor.wordStyles.save': async () => {
    const { save: seen } = await editor.call.editor.wordStyles.get();
    const styles = [{ style: 'House Lead', becomes: 'pull_quote' as const }];
    return now(() => editor.call.editor.wordStyles.save({ seen, styles }));
  },
  ...Object.fromEntries(
    Object.entries(
      newsletterChanges(
        () => desk,
        () => ({ author, editor, publisher }),
      ),
    ).map(([call, change]) => [`editor.newsletters.${call}`, change]),
  ),
  ...Object.fromEntries(
    Object.entries(
      nullResultChanges(
        () => desk,
        () => ({ editor, publisher }),
      ),
    ).map(([call, change]) => [`editor.nullResults.${call}`, change]),
  ),
  ...Object.fromEntries(
    Object.entries(redirectChanges(() => publisher)).map(([call, change]) => [
      `editor.redirects.${call}`,
      change,
    ]),
  ),
  'editor.releases.create': async () =>
    now(() => editor.call.editor.releases.create({ name: 'Papers' })),
  'editor.releases.save': async () => {
    const { id, save: seen } = await release();
    return now(() =>
      editor.call.editor.releases.save({ id, seen, name: 'Papers', articleIds: [] }),
    );
  },
  'editor.releases.remove': async () => {
    const { id } = await release();
    return now(() => editor.call.editor.releases.remove({ id }));
  },
  'editor.releases.schedule': async () => {
    const { id } = await release();
    return now(() =>
      publisher.call.editor.releases.schedule({ id, publishAt: later, timeZone: 'UTC' }),
    );
  },
  'editor.releases.unschedule': async () => {
    const { id } = await release();
    await publisher.call.editor.releases.schedule({ id, publishAt: later, timeZone: 'UTC' });
    return now(() => publisher.call.editor.releases.unschedule({ id }));
  },
  'editor.imports.confirm': async () => {
    const { id } = await importOfOne();
    return now(() => publisher.call.editor.imports.confirm({ id, ready: 1 }));
  },
  'editor.imports.sign': async () => {
    const { id } = await importOfOne();
    const confirmer = await desk.person('publisher');
    await confirmer.call.editor.imports.confirm({ id, ready: 1 });
    const { run } = await confirmer.call.editor.imports.byId({ id });
    const confirmedAt = run.confirmedAt ?? '';
    return now(() => publisher.call.editor.imports.sign({ id, confirmedAt }));
  },
  'editor.imports.undo': async () => {
    const { id } = await importOfOne();
    return now(() => publisher.call.editor.imports.undo({ id }));
  },
  'editor.importUploads.create': async () =>
    now(() => editor.call.editor.importUploads.create(references)),
  'editor.importUploads.read': async () => {
    const { id } = await sentReferences();
    const { options } = references;
    return now(() => editor.call.editor.importUploads.read({ id, options }));
  },
  'editor.importUploads.import': async () => {
    const { id } = await sentReferences();
    const preview = { of: 'sources', entered: 1, known: 0, leftOut: 0, points: [], first: [] };
    await db().importUpload.update({ where: { id }, data: { state: 'read', preview } });
    return now(() => editor.call.editor.importUploads.import({ id }));
  },
  'editor.importUploads.cancel': async () => {
    const { id } = await sentReferences();
    return now(() => editor.call.editor.importUploads.cancel({ id }));
  },
  'editor.releases.publish': async () => {
    const { id } = await release();
    return now(() => publisher.call.editor.releases.publish({ id }));
  },
  'editor.articles.setEmbargo': async () => {
    const { id } = await writeArticle(db(), author);
    return now(() =>
      publisher.call.editor.articles.setEmbargo({ id, embargoUntil: later, timeZone: 'UTC' }),
    );
  },
  'editor.articles.publish': async () => {
    const { id } = await writeArticle(db(), author);
    const revisionId = await approve(id, author, editor);
    return now(() => publisher.call.editor.articles.publish({ id, revisionId }));
  },
  'editor.articles.correct': async () => {
    const { article } = await publishNew(db(), author, publisher);
    const content = { ...articleContentOf(article), standfirst: 'Ostrava waits on.' };
    await author.call.editor.articles.save({ id: article.id, seen: article.save, content });
    await approve(article.id, author, editor);
    const correction = {
      was: 'waits',
      now: 'waits on',
      why: 'It does.',
      severity: 'clarification' as const,
    };
    return now(() =>
      publisher.call.editor.articles.correct({ id: article.id, corrections: [correction] }),
    );
  },
  'editor.articles.retractedText.request': async () => {
    const { id } = await retracted();
    return now(() => publisher.call.editor.articles.retractedText.request({ id }));
  },
  'editor.articles.retractedText.confirm': async () => {
    const { id } = await retracted();
    await publisher.call.editor.articles.retractedText.request({ id });
    const second = await desk.person('publisher');
    return now(() => second.call.editor.articles.retractedText.confirm({ id }));
  },
  'editor.articles.retractedText.takeAway': async () => {
    const { id } = await retracted();
    await publisher.call.editor.articles.retractedText.request({ id });
    return now(() => publisher.call.editor.articles.retractedText.takeAway({ id }));
  },
  'editor.articles.retract': async () => {
    const { article } = await publishNew(db(), author, publisher);
    return now(() => publisher.call.editor.articles.retract({ id: article.id, why: 'Forged.' }));
  },
  'editor.articles.redact': async () => {
    const { article } = await publishNew(db(), author, publisher);
    await correctOnce(article);
    const redaction = { what: 'version' as const, number: 1 };
    return now(() => publisher.call.editor.articles.redact({ id: article.id, redaction }));
  },
  'editor.articles.archive': async () => {
    const { id } = await writeArticle(db(), author);
    return now(() => publisher.call.editor.articles.archive({ id }));
  },
  'editor.articles.archiveMany': async () => {
    const { id } = await writeArticle(db(), author);
    return now(() => publisher.call.editor.articles.archiveMany({ ids: [id] }));
  },
  'editor.articles.restoreMany': async () => {
    const { id } = await writeArticle(db(), author);
    await publisher.call.editor.articles.archive({ id });
    return now(() => publisher.call.editor.articles.restoreMany({ ids: [id] }));
  },
  'editor.articles.trash': async () => {
    const { id } = await writeArticle(db(), author);
    return now(() => author.call.editor.articles.trash({ id }));
  },
  'editor.articles.trashMany': async () => {
    const { id } = await writeArticle(db(), author);
    return now(() => author.call.editor.articles.trashMany({ ids: [id] }));
  },
  'editor.trash.restoreMany': async () => {
    const { id } = await writeArticle(db(), author);
    await author.call.editor.articles.trash({ id });
    return now(() => author.call.editor.trash.restoreMany({ ids: [id] }));
  },
  'editor.trash.restore': async () => {
    const { id } = await writeArticle(db(), author);
    await author.call.editor.articles.trash({ id });
    return now(() => author.call.editor.trash.restore({ id }));
  },
  'editor.trash.empty': async () => {
    const { id } = await addSource(db());
    await editor.call.editor.sources.remove({ id });
    return now(() => publisher.call.editor.trash.empty({ id }));
  },
  'editor.articles.restore': async () => {
    const { id } = await writeArticle(db(), author);
    await publisher.call.editor.articles.archive({ id });
    return now(() => publisher.call.editor.articles.restore({ id }));
  },
  'editor.findings.propose': async () => {
    const article = await writeArticle(db(), author);
    const input = { articleId: article.id, seen: article.save, content: findingContent(article) };
    return now(() => author.call.editor.findings.propose(input));
  },
  'editor.findings.save': async () => {
    const { finding } = await writeWithFinding(db(), author);
    const content = { ...findingContentOf(finding), proposition: 'Ostrava waits' };
    return now(() =>
      author.call.editor.findings.save({ id: finding.id, seen: finding.updatedAt, content }),
    );
  },
  'editor.findings.changeMany': async () => {
    const { finding } = await writeWithFinding(db(), author);
    const findings = [{ id: finding.id, seen: finding.updatedAt }];
    const change = { reviewBy: '2031-05-14' };
    return now(() => author.call.editor.findings.changeMany({ findings, change }));
  },
  'editor.findings.undoMany': async () => {
    const { finding } = await writeWithFinding(db(), author);
    const undo = { from: { reviewBy: finding.reviewBy }, to: { reviewBy: '2031-05-14' } };
    return now(() =>
      author.call.editor.findings.undoMany({ findings: [{ id: finding.id, ...undo }] }),
    );
  },
  'editor.findings.verify': async () => {
    const { finding } = await writeWithFinding(db(), author);
    return now(() => editor.call.editor.findings.verify({ id: finding.id }));
  },
  'editor.findings.reject': async () => {
    const { finding } = await writeWithFinding(db(), author);
    return now(() => editor.call.editor.findings.reject({ id: finding.id, why: 'Too thin.' }));
  },
  'editor.findings.reanchor': async () => {
    const { article, finding } = await writeWithFinding(db(), author);
    const { quote } = findingContent(article, { exact: 'The talks go on.' }).evidence;
    return now(() =>
      author.call.editor.findings.reanchor({ id: finding.id, quote: quote ?? never() }),
    );
  },
  'editor.articles.previewLinks.create': async () => {
    const { id: articleId } = await writeArticle(db(), author);
    return now(() =>
      editor.call.editor.articles.previewLinks.create({ articleId, label: 'A reader' }),
    );
  },
  'editor.articles.previewLinks.revoke': async () => {
    const { id: articleId } = await writeArticle(db(), author);
    const links = editor.call.editor.articles.previewLinks;
    const { id } = await links.create({ articleId, label: 'A reader' });
    return now(() => links.revoke({ id }));
  },
  'editor.findings.quoteChecks.create': async () => {
    const { finding } = await writeWithFinding(db(), author);
    return now(() => editor.call.editor.findings.quoteChecks.create({ findingId: finding.id }));
  },
  'editor.findings.quoteChecks.revoke': async () => {
    const { id } = await quoteCheck();
    return now(() => editor.call.editor.findings.quoteChecks.revoke({ id }));
  },
  'editor.findings.quoteChecks.remove': async () => {
    const { id } = await quoteCheck();
    return now(() => editor.call.editor.findings.quoteChecks.remove({ id }));
  },
  'editor.findings.withdraw': async () => {
    const { finding } = await publishNew(db(), author, publisher);
    return now(() => publisher.call.editor.findings.withdraw({ id: finding.id, why: 'At risk.' }));
  },
  'editor.findings.supersede': async () => {
    const { finding: old } = await publishNew(db(), author, publisher);
    const { finding: next } = await publishNew(db(), author, publisher);
    const input = { oldId: old.id, newId: next.id, kind: 'correction' as const };
    return now(() => publisher.call.editor.findings.supersede(input));
  },
  'editor.findings.link': async () => {
    const { finding: from } = await writeWithFinding(db(), author);
    const { finding: to } = await writeWithFinding(db(), author);
    return now(() =>
      author.call.editor.findings.link({ from: from.id, kind: 'supports', to: to.id }),
    );
  },
  'editor.findings.unlink': async () => {
    const { finding: from } = await writeWithFinding(db(), author);
    const { finding: to } = await writeWithFinding(db(), author);
    const link = { from: from.id, kind: 'supports' as const, to: to.id };
    await author.call.editor.findings.link(link);
    return now(() => author.call.editor.findings.unlink(link));
  },
  'editor.sources.create': async () =>
    now(() =>
      editor.call.editor.sources.create({
        slug: 'new-source',
        kind: 'report',
        title: 'On tides',
        terms: { attribution: 'on_record', disclosure: 'clear' },
      }),
    ),
  'editor.sources.save': async () => {
    const { id, save, createdAt, updatedAt, ...content } = await addSource(db());
    return now(() =>
      editor.call.editor.sources.save({
        id,
        seen: save,
        content: { ...content, title: 'On tides' },
      }),
    );
  },
  'editor.sources.remove': async () => {
    const { id } = await addSource(db());
    return now(() => editor.call.editor.sources.remove({ id }));
  },
  'editor.sources.change.confirm': async () => {
    const { id } = await leaveChangeWaiting();
    return now(() => publisher.call.editor.sources.change.confirm({ id }));
  },
  'editor.sources.change.discard': async () => {
    const { id } = await leaveChangeWaiting();
    return now(() => editor.call.editor.sources.change.discard({ id }));
  },
  'editor.clearances.clearMention': async () => {
    const source = await addProtectedSource();
    return now(() => editor.call.editor.clearances.clearMention(alarmOf(source)));
  },
  'editor.clearances.stateNobodyTookPart': async () => {
    const { id } = await addSource(db(), {
      ...{
        terms: { attribution: 'chatham_house', disclosure: 'clear' },
        descriptor: 'a participant',
      },
    });
    const input = { sourceId: id, why: 'It was a leaflet.' };
    return now(() => editor.call.editor.clearances.stateNobodyTookPart(input));
  },
  'editor.clearances.confirm': async () => {
    const source = await addProtectedSource();
    const [clearance] = await editor.call.editor.clearances.clearMention(alarmOf(source));
    const { id } = clearance ?? never();
    return now(() => publisher.call.editor.clearances.confirm({ id }));
  },
  'editor.clearances.drop': async () => {
    const source = await addProtectedSource();
    const [clearance] = await editor.call.editor.clearances.clearMention(alarmOf(source));
    const { id } = clearance ?? never();
    return now(() => editor.call.editor.clearances.drop({ id }));
  },
  'editor.sources.describe': async () =>
    now(() => author.call.editor.sources.describe({ what: 'A talk', terms: 'No names' })),
  'editor.sources.descriptions.enter': async () => {
    const { id } = await author.call.editor.sources.describe({ what: 'A talk', terms: 'No names' });
    const content = {
      ...{ slug: 'a-talk', kind: 'interview' as const, title: 'A talk' },
      terms: { attribution: 'chatham_house' as const, disclosure: 'clear' as const },
    };
    return now(() => editor.call.editor.sources.descriptions.enter({ id, content }));
  },
  'editor.sources.descriptions.settle': async () => {
    const { id } = await author.call.editor.sources.describe({ what: 'A talk', terms: 'No names' });
    return now(() => editor.call.editor.sources.descriptions.settle({ id, sourceId: null }));
  },
  'editor.sources.waivers.record': async () => {
    const source = await addSource(db(), {
      terms: { attribution: 'background', disclosure: 'clear' },
      descriptor: 'a minister',
    });
    return now(() => editor.call.editor.sources.waivers.record(waiverOf(source.id)));
  },
  'editor.sources.waivers.signOff': async () => {
    const source = await addSource(db(), {
      terms: { attribution: 'background', disclosure: 'clear' },
      descriptor: 'a minister',
    });
    const { id } = await editor.call.editor.sources.waivers.record(waiverOf(source.id));
    return now(() => publisher.call.editor.sources.waivers.signOff({ id }));
  },
  ...catalogue(
    'actors',
    () => addActor(db()),
    (slug) => ({ slug, name: slug, kind: 'state' }),
  ),
  ...catalogue(
    'issues',
    () => addIssue(db()),
    (slug) => ({ slug, name: slug }),
  ),
  ...catalogue(
    'topics',
    () => addTopic(db()),
    (slug) => ({ slug, name: slug }),
  ),
  ...catalogue(
    'series',
    () => addSeries(db()),
    (slug) => ({ slug, name: slug }),
  ),
  ...catalogue(
    'places',
    () => addPlace(db()),
    (slug) => ({ slug, name: slug }),
  ),
  ...catalogue(
    'authors',
    () => addAuthor(db()),
    (slug) => ({ slug, name: slug }),
  ),
  'editor.media.save': async () => {
    const { id } = await upload();
    return now(() => editor.call.editor.media.save({ id, alt: 'A delta', credit: '' }));
  },
  'editor.media.check': async () => {
    const { id } = await upload();
    await db().media.update({
      where: { id },
      data: { mediaType: 'application/pdf', pages: 1, text: '', unread: ['scanned'] },
    });
    return now(() => publisher.call.editor.media.check({ id }));
  },
  'editor.media.remove': async () => {
    const { id } = await upload();
    return now(() => editor.call.editor.media.remove({ id }));
  },
  'editor.people.invite': async () =>
    now(() => admin.call.editor.people.invite({ email: 'a@journal.example', roles: ['editor'] })),
  'editor.people.revokeInvitation': async () => {
    const { id } = await admin.call.editor.people.invite({
      email: 'b@journal.example',
      roles: ['editor'],
    });
    return now(() => admin.call.editor.people.revokeInvitation({ id }));
  },
  'editor.people.renewInvitation': async () => {
    const email = 'c@journal.example';
    const { id } = await admin.call.editor.people.invite({ email, roles: ['editor'] });
    return now(() => admin.call.editor.people.renewInvitation({ id, send: true }));
  },
  'editor.people.setRoles': async () => {
    const { account } = await desk.person('editor');
    return now(() => admin.call.editor.people.setRoles({ id: account.id, roles: ['publisher'] }));
  },
  'editor.people.disable': async () => {
    const { account } = await desk.person('editor');
    return now(() => admin.call.editor.people.disable({ id: account.id }));
  },
  'editor.people.enable': async () => {
    const { account } = await desk.person('editor');
    await admin.call.editor.people.disable({ id: account.id });
    return now(() => admin.call.editor.people.enable({ id: account.id }));
  },
  'editor.people.resetSecondFactor': async () => {
    const { account } = await withSecondFactor();
    return now(() => admin.call.editor.people.resetSecondFactor({ id: account.id }));
  },
  'editor.tokens.create': async () =>
    now(() => admin.call.editor.tokens.create({ name: 'Import', scopes: ['read'] })),
  'editor.tokens.revoke': async () => {
    const { id } = await admin.call.editor.tokens.create({ name: 'Import', scopes: ['read'] });
    return now(() => admin.call.editor.tokens.revoke({ id }));
  },
  'editor.webhooks.create': async () =>
    now(() => admin.call.editor.webhooks.create(webhookContent)),
  'editor.webhooks.save': ofWebhook((calls, id) =>
    calls.save({ id, seen: 1, content: { ...webhookContent, name: 'Mirror' } }),
  ),
  'editor.webhooks.rotateSecret': ofWebhook((calls, id) =>
    calls.rotateSecret({ id, overlap: true }),
  ),
  'editor.webhooks.pause': ofWebhook((calls, id) => calls.pause({ id })),
  'editor.webhooks.resume': async () => {
    const { id } = await admin.call.editor.webhooks.create(webhookContent);
    await admin.call.editor.webhooks.pause({ id });
    return now(() => admin.call.editor.webhooks.resume({ id, from: 'now' }));
  },
  'editor.webhooks.replay': ofWebhook((calls, id) =>
    calls.replay({ id, what: { since: '2021-03-04T09:00:00.000Z' } }),
  ),
  'editor.webhooks.test': ofWebhook((calls, id) => calls.test({ id })),
  'editor.webhooks.remove': ofWebhook((calls, id) => calls.remove({ id })),
  'editor.menus.save': async () => {
    const { save, content } = await publisher.call.editor.menus.get();
    const social = ['https://social.example/@causeway'];
    return now(() =>
      publisher.call.editor.menus.save({ seen: save, content: { ...content, social } }),
    );
  },
  'editor.settings.save': async () => {
    const { save, ...content } = await admin.call.editor.settings.get();
    return now(() =>
      admin.call.editor.settings.save({ seen: save, content: { ...content, name: 'The Delta' } }),
    );
  },
};

/** A passkey that a device created for an account. */
async function newPasskey({ editor: { account } }: Person['call']) {
  const options = await account.passkeys.begin();
  const device = softAuthenticator({
    ...{ origin: 'http://admin.example', rpID: options.rp.id ?? '' },
  });
  return { name: 'Phone', credential: device.create(options) };
}

/** An account that signs in with a code. */
async function withSecondFactor(): Promise<Person> {
  const person = await desk.person('editor');
  const { begin, turnOn } = person.call.editor.account.secondFactor;
  const { secret } = await begin();
  await turnOn({ code: totpCode(secret, periodAt(desk.clock.now)) });
  return person;
}

/** Publishes a second version of an article with a notice. */
async function correctOnce({ id }: { id: string }): Promise<void> {
  const { article } = await author.call.editor.articles.get({ id });
  const content = { ...articleContentOf(article), standfirst: 'Ostrava waits on.' };
  await author.call.editor.articles.save({ id, seen: article.save, content });
  await approve(id, author, editor);
  const correction = { was: 'waits', now: 'waits on', why: 'It does.' };
  await publisher.call.editor.articles.correct({
    ...{ id, corrections: [{ ...correction, severity: 'clarification' }] },
  });
}

const addProtectedSource = () =>
  addSource(db(), {
    ...{
      kind: 'event',
      terms: { attribution: 'chatham_house', disclosure: 'clear' },
      descriptor: 'a participant',
    },
    participants: [
      { id: crypto.randomUUID(), name: 'Mira Stone', affiliation: '', alsoProtected: [] },
    ],
  });

const alarmOf = ({ id, participants }: Awaited<ReturnType<typeof addProtectedSource>>) => ({
  ...{ articleId: null, sourceId: id, participantId: participants[0]?.id ?? null },
  ...{ place: 'body', words: 'a stone bridge by Mira Stone', why: 'Another of that name.' },
});

/** Takes a participant off, which waits for a second person. */
async function leaveChangeWaiting(): Promise<{ id: string }> {
  const { id, save, createdAt: _, updatedAt: __, ...content } = await addProtectedSource();
  const input = { id, seen: save, content: { ...content, participants: [] } };
  const { waiting } = await editor.call.editor.sources.save(input);
  expect(waiting).toEqual(['participants']);
  return { id };
}

const waiverOf = (sourceId: string) => ({
  sourceId,
  participantId: null,
  covers: 'identity' as const,
  grantedBy: 'the press officer',
  basis: 'a letter',
  grantedAt: '2021-03-01T09:00:00.000Z',
});

const never = (): never => {
  throw new Error('the quote does not stand in the article');
};

/** What users read or search for is private, and a preview is a way to read. */
const unrecorded = [
  ...['editor.notifications.markRead', 'editor.articles.preview'],
  ...['save', 'rename', 'remove'].map((call) => `editor.savedFilters.${call}`),
];
const mutations = everyProcedure
  .filter(({ type, path }) => type === 'mutation' && !unrecorded.includes(path))
  .map(({ path }) => path);

test('every mutation there is has a change here', () => {
  expect(Object.keys(changes).sort()).toEqual([...mutations].sort());
});

type Row = { action: string; by_id: string | null; details: Record<string, unknown> };
const recordsBut = (ids: string[]) =>
  desk.db.sql<Row>('select action, by_id, details from audit_record where id <> all ($1)', [ids]);
const recorded = async () =>
  (await desk.db.sql<{ id: string }>('select id from audit_record')).map(({ id }) => id);

// Set-up comes first: it creates the account that runs the journal.
const inOrder = ['setup.claim', ...mutations.filter((path) => path !== 'setup.claim')];

describe.each(inOrder)('%s', (path) => {
  test('leaves a record of who did what, in ids and codes, and an entry for all that readers see of it', async () => {
    const { change } = (await changes[path]?.()) ?? never();
    const before = await recorded();
    const { missing, foreign } = await followChanges(desk.db, change);
    expect({ missing, foreign }, 'in the log of changes').toEqual({ missing: [], foreign: [] });
    const records = await recordsBut(before);
    expect(records.length).toBeGreaterThan(0);
    for (const { action, by_id, details } of records) {
      expect(by_id).not.toBeNull();
      // In words of its own, not by its code.
      expect(auditPhrase(action).before).not.toContain('“');
      for (const value of Object.values(details))
        if (typeof value === 'string') expect(value).toMatch(/^[\w:.+/ -]{0,100}$/);
    }
  });
});
