import type { IncomingMessage, ServerResponse } from 'node:http';
import { Cadence, SubjectAddress } from '@viewpoints/domain/subscriptions/subject';
import { SubscriberAddress } from '@viewpoints/domain/subscriptions/subscriber-address';
import {
  ConfirmationToken,
  PreferenceChange,
  SubscriberToken,
} from '@viewpoints/domain/subscriptions/subscription';
import { Id, Language } from '@viewpoints/domain/values';
import type { Logger } from 'pino';
import type { ApiSource } from '../http/call-api.ts';
import { plainPageHeaders } from '../http/plain-page.ts';
import { readForm } from '../http/read-form.ts';
import * as calls from './call-subscriptions.ts';
import { isOneClick } from './one-click.ts';
import { pathOfSubject } from './subject-path.ts';
import * as pages from './subscription-pages.ts';

export type Subscriptions = {
  source: ApiSource;
  /** The public name of the journal, and whether readers can subscribe. */
  journal: () => Promise<{ name: string; subscriptions: boolean }>;
  /** Whether this request is one too many of its network. */
  isTooMany: (request: IncomingMessage) => boolean;
  /** The same for requests that may lead to a message. */
  asksTooOften: (request: IncomingMessage) => boolean;
  log: Pick<Logger, 'error'>;
};

type Answer = readonly [status: number, page: string];
const ended: Answer = [410, pages.endedPage];

/** As much as a form takes where each character is written as nine, and all subjects are chosen. */
const maxBytes = 16_000;

/** Whether a request is about subscriptions. The page with the form itself is one of the site. */
export const isSubscription = (method: string | undefined, path: string): boolean => {
  if (method === 'POST' && path === '/subscribe') return true;
  const { subscriptionsPath: own } = pages;
  return (
    (method === 'GET' || method === 'HEAD' || method === 'POST') &&
    (path === own || path.startsWith(`${own}/`))
  );
};

/**
 * Serves forms and links of readers who subscribe by e-mail, without a script. What is requested by GET
 * changes nothing. No page is kept, indexed or logged with its address, nor sends it anywhere.
 */
export async function answerSubscription(
  request: IncomingMessage,
  response: ServerResponse,
  parts: Subscriptions,
): Promise<void> {
  for (const [name, value] of plainPageHeaders) response.setHeader(name, value);
  const [status, page] = await pageFor(request, parts).catch((err: unknown): Answer => {
    parts.log.error({ err }, 'could not answer about subscriptions');
    return [503, pages.failedPage];
  });
  const body = Buffer.from(page);
  response.writeHead(status, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Length': body.length,
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

async function pageFor(request: IncomingMessage, parts: Subscriptions): Promise<Answer> {
  const journal = await parts.journal();
  if (!journal.subscriptions) return [404, pages.nothingPage];
  if (parts.isTooMany(request)) return [429, pages.busyPage];
  const path = (request.url ?? '').split('?', 1)[0] ?? '';
  const isPost = request.method === 'POST';
  if (path === '/subscribe') return ask(request, parts);
  if (path === pages.subscriptionsPath)
    return isPost ? answerForm(request, parts, journal.name) : [404, pages.nothingPage];
  if (path.startsWith(`${pages.leavePath}/`)) {
    const [text, kind, tag, ...more] = path.slice(pages.leavePath.length + 1).split('/');
    const token = SubscriberToken.safeParse(text);
    const list = kind === 'newsletter' ? (Language.safeParse(tag).data ?? null) : null;
    if (more.length > 0 || (kind !== undefined && list === null)) return ended;
    if (!token.success) return ended;
    const leavePage = pages.leavePage(journal.name, token.data, list);
    if (!isPost) return [200, leavePage];
    if (!(await isOneClick(request))) return [400, leavePage];
    const wanted: PreferenceChange =
      list === null ? { act: 'leave_all' } : { act: 'leave_newsletter', language: list };
    return change(parts, journal.name, { token: token.data, change: wanted });
  }
  if (isPost) return [404, pages.nothingPage];
  return showLink(path.slice(pages.subscriptionsPath.length + 1), parts, journal.name);
}

/** Takes a request for a subscription. */
async function ask(request: IncomingMessage, parts: Subscriptions): Promise<Answer> {
  // So that no other site makes its visitors ask, each from a network of their own.
  if (request.headers['sec-fetch-site'] === 'cross-site') return [403, pages.elsewherePage];
  if (parts.asksTooOften(request)) return [429, pages.busyPage];
  const fields = await readForm(request, maxBytes);
  const [kind, slug, issue] = ['kind', 'slug', 'issue'].map((name) => fields?.get(name));
  const subject = SubjectAddress.safeParse({
    kind,
    ...(kind === 'newsletter' ? { language: fields?.get('language') } : {}),
    ...(slug == null ? {} : { slug }),
    ...(issue == null ? {} : { issue }),
  });
  if (!subject.success) return [404, pages.nothingPage];
  const address = SubscriberAddress.safeParse(fields?.get('email'));
  // A newsletter has no cadence: it comes when an editor sends it.
  const cadence = Cadence.safeParse(kind === 'newsletter' ? 'at_once' : fields?.get('cadence'));
  const language = Language.safeParse(fields?.get('language'));
  if (!address.success || !cadence.success || !language.success)
    return [400, pages.invalidPage(pathOfSubject(subject.data))];
  const isThere = await calls.sendRequest(parts.source, {
    ...{ subject: subject.data, address: address.data },
    ...{ cadence: cadence.data, language: language.data },
  });
  return isThere ? [202, pages.askedPage] : [404, pages.nothingPage];
}

/** What a link of a message opens: it changes nothing. */
async function showLink(text: string, { source }: Subscriptions, journal: string): Promise<Answer> {
  const confirmation = ConfirmationToken.safeParse(text);
  if (confirmation.success) {
    const shown = await calls.fetchConfirmation(source, confirmation.data);
    if (shown === null || shown.subjects.length === 0) return ended;
    return [200, pages.confirmPage(journal, confirmation.data, shown)];
  }
  const token = SubscriberToken.safeParse(text);
  if (!token.success) return ended;
  return showPreferences(source, journal, token.data);
}

async function showPreferences(
  source: ApiSource,
  journal: string,
  token: string,
  isSaved = false,
): Promise<Answer> {
  const shown = await calls.fetchPreferences(source, token);
  return shown === null ? ended : [200, pages.preferencesPage(journal, token, shown, isSaved)];
}

async function answerForm(
  request: IncomingMessage,
  parts: Subscriptions,
  journal: string,
): Promise<Answer> {
  const fields = await readForm(request, maxBytes);
  if (fields === null) return ended;
  const { act, ...given } = Object.fromEntries(fields);
  if (act === 'confirm') return confirm(fields, parts, journal);
  const token = SubscriberToken.safeParse(given['token']);
  const { id, cadence } = given;
  const wanted = PreferenceChange.safeParse({
    act,
    ...(id === undefined ? {} : { id }),
    ...(cadence === undefined ? {} : { cadence }),
  });
  if (!token.success || !wanted.success) return ended;
  return change(parts, journal, { token: token.data, change: wanted.data });
}

async function confirm(
  fields: URLSearchParams,
  { source }: Subscriptions,
  journal: string,
): Promise<Answer> {
  const token = ConfirmationToken.safeParse(fields.get('token'));
  if (!token.success) return ended;
  const ids = fields.getAll('id').flatMap((each) => Id.safeParse(each).data ?? []);
  if (ids.length === 0) {
    const shown = await calls.fetchConfirmation(source, token.data);
    if (shown === null) return ended;
    const problem = 'Choose at least one subject.';
    return [400, pages.confirmPage(journal, token.data, shown, problem)];
  }
  const own = await calls.sendConfirmation(source, { token: token.data, ids });
  return own === null ? ended : [200, pages.confirmedPage(journal, own)];
}

async function change(
  { source }: Subscriptions,
  journal: string,
  wanted: { token: string; change: PreferenceChange },
): Promise<Answer> {
  const hasLeft = await calls.sendChange(source, wanted);
  if (hasLeft === null) return ended;
  return hasLeft ? [200, pages.leftPage] : showPreferences(source, journal, wanted.token, true);
}
