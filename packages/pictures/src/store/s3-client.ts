import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { StoragePlace } from '@viewpoints/config/storage-settings';
import { AwsV4Signer } from 'aws4fetch';
import { StorageError } from './media-store.ts';
import { readErrorCode, readPage, type S3Page } from './s3-answers.ts';

export type S3Place = Extract<StoragePlace, { kind: 's3' }>;

/** How long is waited, in milliseconds. */
export type S3Timeouts = {
  /** Until the store begins to answer. */
  answer: number;
  /** Until it has taken what is sent to it, and answers. */
  send: number;
  /** Between two pieces of an answer. */
  idle: number;
  /** Before the first repetition; later ones wait longer. */
  pause: number;
};

const usualTimeouts: S3Timeouts = { answer: 5_000, send: 60_000, idle: 10_000, pause: 200 };

/** An object that is being read. */
export type S3Object = { size: number; chunks: AsyncGenerator<Buffer>; close: () => void };

/** The calls of an S3-compatible store that are used here; each may be made again without harm. */
export type S3Client = {
  put: (key: string, bytes: Uint8Array) => Promise<void>;
  /** Null if there is no such object. */
  get: (key: string) => Promise<S3Object | null>;
  delete: (key: string) => Promise<void>;
  list: (prefix: string, token: string | null) => Promise<S3Page>;
};

type Call = { method: string; url: URL; body?: Uint8Array };

/** Attempts in all: a store that throttles or restarts answers one of them. */
const attempts = 3;

/** A client of one bucket. It holds no connection open by itself. */
export function createS3Client(place: S3Place, timeouts: S3Timeouts = usualTimeouts): S3Client {
  const addressOf = addressesOf(place);
  // While a store is away, requests do not each wait until it has failed them.
  let awayUntil = 0;
  const call = async (one: Call) => {
    if (performance.now() < awayUntil) throw unreachable();
    const answer = await callRepeatedly(place, timeouts, one);
    if (answer !== null) return answer;
    awayUntil = performance.now() + timeouts.pause * 10;
    throw unreachable();
  };
  return {
    put: async (key, bytes) => {
      const answer = await call({ method: 'PUT', url: addressOf(key), body: bytes });
      const text = await answer.text();
      if (!answer.ok) throw failureOf(answer.status, text);
    },
    get: async (key) => {
      const answer = await call({ method: 'GET', url: addressOf(key) });
      if (answer.ok) return readObject(answer, timeouts.idle);
      return absentOrThrow(answer.status, await answer.text());
    },
    delete: async (key) => {
      const answer = await call({ method: 'DELETE', url: addressOf(key) });
      const text = await answer.text();
      if (!answer.ok) absentOrThrow(answer.status, text);
    },
    list: async (prefix, token) => {
      const url = addressOf('');
      url.searchParams.set('list-type', '2');
      url.searchParams.set('prefix', prefix);
      if (token !== null) url.searchParams.set('continuation-token', token);
      const answer = await call({ method: 'GET', url });
      const text = await answer.text();
      if (!answer.ok) throw failureOf(answer.status, text);
      return readPage(text);
    },
  };
}

function addressesOf({ endpoint, bucket, pathStyle }: S3Place): (key: string) => URL {
  const base = new URL(endpoint);
  if (!pathStyle) base.hostname = `${bucket}.${base.hostname}`;
  // Keys have no character that would have to be escaped: see the settings, and ids.
  return (key) => new URL(pathStyle ? `/${bucket}/${key}` : `/${key}`, base);
}

const unreachable = () =>
  new StorageError('unreachable', 'The store of pictures and files does not answer.');

/** An answer of the store, whose body is still to be read or let go. */
type Answer = {
  ok: boolean;
  status: number;
  response: Response;
  /** All of the body. */
  text: () => Promise<string>;
  end: () => void;
};

/** Makes a call until it is answered for good, and signs it each time; null where it never is. */
async function callRepeatedly(
  place: S3Place,
  timeouts: S3Timeouts,
  one: Call,
): Promise<Answer | null> {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await callOnce(place, timeouts, one).catch(() => null);
    const isPassing = answer === null || answer.status === 429 || answer.status >= 500;
    if (!isPassing) return answer;
    answer?.end();
    if (attempt === attempts) return null;
    await wait(timeouts.pause * 2 ** (attempt - 1) * (0.5 + Math.random()));
  }
}

async function callOnce(
  place: S3Place,
  timeouts: S3Timeouts,
  { method, url, body }: Call,
): Promise<Answer> {
  const { accessKeyId, secretAccessKey, region } = place;
  // The hash is signed: bytes that were changed or cut short on their way are refused.
  const hash = createHash('sha256')
    .update(body ?? '')
    .digest('hex');
  const signer = new AwsV4Signer({
    ...{ method, url: url.href, accessKeyId, secretAccessKey, region, service: 's3' },
    headers: { 'x-amz-content-sha256': hash },
  });
  const { headers } = await signer.sign();
  // Not signed: proxies in front of stores change it.
  headers.set('accept-encoding', 'identity');
  const controller = new AbortController();
  const end = () => controller.abort();
  const timer = setTimeout(end, body === undefined ? timeouts.answer : timeouts.send);
  try {
    const response = await fetch(url, {
      ...{ method, headers, redirect: 'manual', signal: controller.signal },
      ...(body === undefined ? {} : { body: body as Uint8Array<ArrayBuffer> }),
    });
    const text = async () => {
      const readTimer = setTimeout(end, timeouts.answer);
      return response
        .text()
        .catch(() => Promise.reject(unreachable()))
        .finally(() => clearTimeout(readTimer));
    };
    return { ok: response.ok, status: response.status, response, text, end };
  } finally {
    clearTimeout(timer);
  }
}

function failureOf(status: number, text: string): StorageError {
  const code = readErrorCode(text);
  const said = `${status}${code === null ? '' : ` ${code}`}`;
  if (status === 403 || status === 401)
    return new StorageError(
      'refused',
      `The store of pictures and files refuses this key (${said}). Correct S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY, or the policy of the bucket.`,
    );
  return new StorageError(
    'misconfigured',
    `The store of pictures and files answers ${said}. Correct STORAGE_URL, S3_ENDPOINT, S3_REGION or S3_PATH_STYLE.`,
  );
}

/** A bucket that is not there is no missing picture. */
function absentOrThrow(status: number, text: string): null {
  if (status === 404 && readErrorCode(text) === 'NoSuchKey') return null;
  throw failureOf(status, text);
}

function readObject({ response, end }: Answer, idle: number): S3Object {
  const size = Number(response.headers.get('content-length'));
  const incomplete = () =>
    new StorageError('incomplete', 'The store of pictures and files sent only a part.');
  return {
    size,
    close: end,
    chunks: (async function* () {
      const reader = response.body?.getReader();
      let received = 0;
      try {
        while (reader !== undefined) {
          // Only while the store is waited for: who reads may be as slow as they are.
          const timer = setTimeout(end, idle);
          const { done, value } = await reader
            .read()
            .catch(() => Promise.reject(incomplete()))
            .finally(() => clearTimeout(timer));
          if (done) break;
          received += value.byteLength;
          yield Buffer.from(value.buffer, value.byteOffset, value.byteLength);
        }
        if (received !== size) throw incomplete();
      } finally {
        end();
      }
    })(),
  };
}
