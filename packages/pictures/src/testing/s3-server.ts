import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { S3Place } from '../store/s3-client.ts';

/** What a store may do instead of answering as it should. */
export type Fault =
  | 'none'
  /** Every call is answered with 503. */
  | 'away'
  /** The next two calls are. */
  | 'throttling'
  /** Nothing is answered. */
  | 'silent'
  /** Objects are begun to be sent, and never ended. */
  | 'stalling'
  /** The connection ends in the middle of an object. */
  | 'truncating'
  | 'forbidden'
  /** Bytes change on their way. */
  | 'corrupting';

/**
 * As much of an S3 store as is used here, in memory: objects, lists in pages of two, and signatures that are
 * checked as Amazon describes them (Signature Version 4).
 */
export type S3Server = {
  place: S3Place;
  /** By key. */
  objects: Map<string, { bytes: Buffer; writtenAt: Date }>;
  calls: string[];
  fault: Fault;
  close: () => Promise<void>;
};

const accessKeyId = 'key-of-a-test';
const secretAccessKey = 'secret-of-a-test';
const region = 'eu-test-1';

export async function startS3Server(): Promise<S3Server> {
  const server = createServer((request, response) => {
    answer(s3, request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const s3: S3Server = {
    place: {
      ...{ kind: 's3', bucket: 'journal', prefix: 'a/b', endpoint, region, pathStyle: true },
      ...{ accessKeyId, secretAccessKey },
    },
    ...{ objects: new Map(), calls: [], fault: 'none' },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return s3;
}

let passing = 0;

async function answer(s3: S3Server, request: IncomingMessage, response: ServerResponse) {
  const url = new URL(request.url ?? '', 'http://store');
  const bytes = await readBody(request);
  s3.calls.push(`${request.method} ${url.pathname}`);
  if (s3.fault === 'silent') return;
  if (s3.fault === 'away') return refuse(response, 503, 'ServiceUnavailable');
  if (s3.fault === 'throttling') {
    passing += 1;
    if (passing % 3 !== 0) return refuse(response, 503, 'SlowDown');
  }
  if (s3.fault === 'forbidden') return refuse(response, 403, 'AccessDenied');
  if (!isSigned(request, url)) return refuse(response, 403, 'SignatureDoesNotMatch');
  const sent = s3.fault === 'corrupting' ? Buffer.concat([bytes, Buffer.from('!')]) : bytes;
  if (request.headers['x-amz-content-sha256'] !== sha256(sent))
    return refuse(response, 400, 'XAmzContentSHA256Mismatch');
  const [, bucket, ...rest] = url.pathname.split('/');
  if (bucket !== s3.place.bucket) return refuse(response, 404, 'NoSuchBucket');
  const key = rest.join('/');
  if (key === '') return sendList(s3, url, response);
  if (request.method === 'PUT') {
    s3.objects.set(key, { bytes, writtenAt: new Date() });
    return response.writeHead(200).end();
  }
  if (request.method === 'DELETE') {
    s3.objects.delete(key);
    return response.writeHead(204).end();
  }
  return sendObject(s3, key, response);
}

function sendObject(s3: S3Server, key: string, response: ServerResponse) {
  const object = s3.objects.get(key);
  if (object === undefined) return refuse(response, 404, 'NoSuchKey');
  response.writeHead(200, { 'content-length': object.bytes.length });
  const isCut = s3.fault === 'truncating' || s3.fault === 'stalling';
  if (!isCut) return response.end(object.bytes);
  response.write(object.bytes.subarray(0, object.bytes.length / 2), () => {
    if (s3.fault === 'truncating') response.destroy();
  });
}

function sendList(s3: S3Server, url: URL, response: ServerResponse) {
  const prefix = url.searchParams.get('prefix') ?? '';
  const after = url.searchParams.get('continuation-token') ?? '';
  const keys = [...s3.objects.keys()].sort().filter((key) => key.startsWith(prefix) && key > after);
  const page = keys.slice(0, 2);
  const isTruncated = keys.length > page.length;
  const entries = page.map((key) => {
    const { bytes, writtenAt } = s3.objects.get(key) ?? { bytes: '', writtenAt: new Date() };
    return `<Contents><Key>${key}</Key><LastModified>${writtenAt.toISOString()}</LastModified><Size>${bytes.length}</Size></Contents>`;
  });
  const token = isTruncated ? `<NextContinuationToken>${page.at(-1)}</NextContinuationToken>` : '';
  response
    .writeHead(200, { 'content-type': 'application/xml' })
    .end(
      `<?xml version="1.0"?><ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><IsTruncated>${isTruncated}</IsTruncated>${token}${entries.join('')}</ListBucketResult>`,
    );
}

const refuse = (response: ServerResponse, status: number, code: string) =>
  response
    .writeHead(status, { 'content-type': 'application/xml' })
    .end(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>no</Message></Error>`);

/** Works the signature out anew from the request as it came. */
function isSigned({ method, headers }: IncomingMessage, url: URL): boolean {
  const [, key, date, names, signature] =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/eu-test-1\/s3\/aws4_request, SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/.exec(
      headers.authorization ?? '',
    ) ?? [];
  if (key !== accessKeyId || date === undefined || names === undefined) return false;
  if (
    !['host', 'x-amz-content-sha256', 'x-amz-date'].every((one) => names.split(';').includes(one))
  )
    return false;
  const query = [...url.searchParams]
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .sort()
    .join('&');
  const canonical = [
    ...[method, url.pathname, query],
    ...names.split(';').map((name) => `${name}:${headers[name]}`),
    ...['', names, headers['x-amz-content-sha256']],
  ].join('\n');
  const scope = `${date}/${region}/s3/aws4_request`;
  const toSign = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, sha256(canonical)].join('\n');
  const signingKey = [date, region, 's3', 'aws4_request'].reduce<Buffer | string>(
    (secret, part) => hmac(secret, part),
    `AWS4${secretAccessKey}`,
  );
  return hmac(signingKey, toSign).toString('hex') === signature;
}

const hmac = (key: Buffer | string, text: string) =>
  createHmac('sha256', key).update(text).digest();
const sha256 = (content: Buffer | string) => createHash('sha256').update(content).digest('hex');

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}
