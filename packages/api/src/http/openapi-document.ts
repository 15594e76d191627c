import { capitalised } from '@viewpoints/domain/text/sentence';
import { Slug } from '@viewpoints/domain/values';
import { z } from 'zod';
import { answerExamples } from './answer-examples.ts';
import {
  type OpenApiDocument,
  type Operation,
  type ParameterObject,
  type PathItem,
  problem,
  ref,
} from './document-parts.ts';
import { describeEditors } from './editor/describe-editors.ts';
import { parameterSchema } from './json-schemas.ts';
import { namedSchemas } from './named-schemas.ts';
import { type Parameter, type PublicRead, publicReads } from './public-reads.ts';
import { parameterWords, resourceWords } from './read-words.ts';

/** The version of the API, whose first number is that of `/v1`. It grows with each addition. */
const apiVersion = '1.1.0';

const description = `What a journal has published can be read by any program without an account, and by pages of other
sites in a browser. Lists are in pages: \`limit\` is how many items to give, and \`nextCursor\` of one page is the
\`cursor\` of the next. An answer has an \`ETag\`: sent back as \`If-None-Match\`, it gets 304 without a body while nothing has
changed. Fields may be added to answers; those that are there keep their names and meanings.

Under \`/v1/editor\` a program does what an editor does on a screen, by an access token with the scope that an
address names. What a person answers for, such as an approval, has no address.`;

/**
 * The path of the API, relative to the host that the document was read from: that may be another host
 * than the API knows of.
 */
const serverPath = (apiUrl: string) => new URL(apiUrl).pathname.replace(/(.)\/$/, '$1');

/** Describes all public reads, and what editors do. `apiUrl` is the address of the API. */
export function describeApi(apiUrl: string): OpenApiDocument {
  const answers = new Map(publicReads.map((read) => [read.answer, answerName(read)]));
  const given = [...answers].filter(([answer]) => !namesBySchema.has(answer));
  const editors = describeEditors(
    Object.fromEntries(given.map(([answer, name]) => [name, answer])),
    describeParameter,
  );
  const reads = publicReads.map((read): [string, PathItem] => [
    read.path,
    { get: operationOf(read, answers.get(read.answer)) },
  ]);
  return {
    openapi: '3.1.0',
    info: { title: 'Viewpoints', version: apiVersion, description },
    servers: [{ url: serverPath(apiUrl) }],
    security: [{}],
    tags: [...tags, ...editors.tags],
    paths: { ...Object.fromEntries(reads), ...editors.paths },
    components: {
      schemas: editors.schemas,
      responses: { ...responses, ...editors.responses },
      headers: { ...headers, ...editors.headers },
      securitySchemes: editors.securitySchemes,
    },
  };
}

const namesBySchema = new Map<z.ZodType, string>(
  Object.entries(namedSchemas).map(([name, schema]) => [schema, name]),
);

/** The name of the schema of an answer: that of the domain or, for a page, one made from its address. */
function answerName({ id, answer, path, isPage }: PublicRead): string {
  const name = namesBySchema.get(answer);
  if (name !== undefined) return name;
  // Two answers with the same last part of an address would be described as one.
  if (!isPage) throw new Error(`name the schema of ${id} in named-schemas.ts`);
  return `${capitalised(path.split('/').at(-1) ?? '')}List`;
}

const tagOf = ({ id }: PublicRead) => capitalised(id.split('.')[0] ?? '');
const tags = Object.entries(resourceWords).map(([name, words]) => ({
  ...{ name: capitalised(name), description: words },
}));

function operationOf(read: PublicRead, schema = ''): Operation {
  const { id, summary, parameters } = read;
  const example = answerExamples[id];
  return {
    ...{ operationId: id, summary, tags: [tagOf(read)] },
    parameters: parameters.map((parameter) => describeParameter(parameter, read.example)),
    responses: {
      200: {
        description: summary,
        headers: { ETag: ref('headers', 'ETag'), ...limitHeaders },
        content: {
          'application/json': {
            schema: ref('schemas', schema),
            ...(example === undefined ? {} : { example }),
          },
        },
      },
      304: ref('responses', 'NotModified'),
      400: ref('responses', 'InvalidInput'),
      ...(parameters.some(names) ? { 404: ref('responses', 'NotFound') } : {}),
      429: ref('responses', 'TooManyRequests'),
      default: ref('responses', 'Problem'),
    },
  };
}

/** Whether a parameter names a resource, which may not exist. */
const names = ({ value, in: place }: Parameter) => place === 'path' || value === Slug;

function describeParameter(
  { name, in: place, required, value, fallback }: Parameter,
  examples: PublicRead['example'],
): ParameterObject {
  const example = examples[name];
  const description = parameterWords[name];
  return {
    ...{ name, in: place, ...(description === undefined ? {} : { description }) },
    ...{ required, schema: parameterSchema(value, fallback) },
    ...(value instanceof z.ZodArray ? { explode: false as const } : {}),
    ...(example === undefined ? {} : { example }),
  };
}

const headers: OpenApiDocument['components']['headers'] = {
  ETag: {
    description: 'Identifies this answer. Send it back as `If-None-Match`.',
    schema: { type: 'string' },
  },
  'RateLimit-Policy': {
    description:
      'How many calls a network has without an account (`q`), in how many seconds (`w`): draft-ietf-httpapi-ratelimit-headers.',
    schema: { type: 'string' },
  },
  RateLimit: {
    description: 'How many of them are left (`r`), and in how many seconds there are more (`t`).',
    schema: { type: 'string' },
  },
  'Retry-After': {
    description: 'After how many seconds to try again.',
    schema: { type: 'integer', minimum: 1 },
  },
};

const limitHeaders = {
  RateLimit: ref('headers', 'RateLimit'),
  'RateLimit-Policy': ref('headers', 'RateLimit-Policy'),
};

const responses: OpenApiDocument['components']['responses'] = {
  NotModified: {
    description: 'Unchanged since the answer whose `ETag` was sent as `If-None-Match`.',
    headers: { ETag: ref('headers', 'ETag'), ...limitHeaders },
  },
  InvalidInput: problem('A parameter cannot be used: `reasons` names each.'),
  NotFound: problem('Nothing public has this address.'),
  TooManyRequests: problem('The network has called too often.', {
    'Retry-After': ref('headers', 'Retry-After'),
    ...limitHeaders,
  }),
  Problem: problem('Any other problem; `code` says which.'),
};
