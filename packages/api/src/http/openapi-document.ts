import { capitalised } from '@viewpoints/domain/text/sentence';
import { Slug } from '@viewpoints/domain/values';
import { z } from 'zod';
import { answerExamples } from './answer-examples.ts';
import { answerSchemas, type JsonSchema, parameterSchema } from './json-schemas.ts';
import { namedSchemas } from './named-schemas.ts';
import { type Parameter, type PublicRead, publicReads } from './public-reads.ts';
import { parameterWords, resourceWords } from './read-words.ts';

export type ParameterObject = {
  name: string;
  in: 'path' | 'query';
  description?: string;
  required: boolean;
  /** For a list: its values in one parameter, separated by commas. */
  explode?: false;
  schema: JsonSchema;
  example?: unknown;
};
type Ref = { $ref: string };
type Media = { schema: JsonSchema | Ref; example?: unknown };
type Answer = {
  description: string;
  headers?: Record<string, Ref>;
  content?: Record<string, Media>;
};
export type Operation = {
  operationId: string;
  summary: string;
  tags: string[];
  parameters: ParameterObject[];
  responses: Record<string, Answer | Ref>;
};

/** The document of an instance, as OpenAPI 3.1 has it. */
export type OpenApiDocument = {
  openapi: '3.1.0';
  info: { title: string; version: string; description: string };
  servers: { url: string }[];
  security: Record<string, string[]>[];
  tags: { name: string; description: string }[];
  paths: Record<string, { get: Operation }>;
  components: {
    schemas: Record<string, JsonSchema>;
    responses: Record<string, Answer>;
    headers: Record<string, { description: string; schema: JsonSchema }>;
  };
};

/** The version of the API, whose first number is that of `/v1`. It grows with each addition. */
const apiVersion = '1.0.0';

const description = `What a journal has published can be read by any program without an account, and by pages of other
sites in a browser. Lists are in pages: \`limit\` is how many items to give, and \`nextCursor\` of one page is the
\`cursor\` of the next. An answer has an \`ETag\`: sent back as \`If-None-Match\`, it gets 304 without a body while nothing has
changed. Fields may be added to answers; those that are there keep their names and meanings.`;

/**
 * The path of the API, relative to the host that the document was read from: that may be another host
 * than the API knows of.
 */
const serverPath = (apiUrl: string) => new URL(apiUrl).pathname.replace(/(.)\/$/, '$1');

/** Describes all public reads. `apiUrl` is the address of the API. */
export function describeApi(apiUrl: string): OpenApiDocument {
  const answers = new Map(publicReads.map((read) => [read.answer, answerName(read)]));
  const given = [...answers].filter(([answer]) => !namesBySchema.has(answer));
  return {
    openapi: '3.1.0',
    info: { title: 'Viewpoints', version: apiVersion, description },
    servers: [{ url: serverPath(apiUrl) }],
    security: [{}],
    tags,
    paths: Object.fromEntries(
      publicReads.map((read) => [read.path, { get: operationOf(read, answers.get(read.answer)) }]),
    ),
    components: {
      schemas: answerSchemas(Object.fromEntries(given.map(([answer, name]) => [name, answer]))),
      responses,
      headers,
    },
  };
}

const namesBySchema = new Map<z.ZodType, string>(
  Object.entries(namedSchemas).map(([name, schema]) => [schema, name]),
);

/** The name of the schema of an answer: that of the domain or, for a page, one made from its address. */
const answerName = ({ answer, path }: PublicRead): string =>
  namesBySchema.get(answer) ?? `${capitalised(path.split('/').at(-1) ?? '')}List`;

const tagOf = ({ id }: PublicRead) => capitalised(id.split('.')[0] ?? '');
const tags = Object.entries(resourceWords).map(([name, words]) => ({
  ...{ name: capitalised(name), description: words },
}));
const ref = (kind: 'schemas' | 'responses' | 'headers', name: string): Ref => ({
  $ref: `#/components/${kind}/${name}`,
});

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

const problem = (description: string, given: Answer['headers'] = {}): Answer => ({
  description,
  ...(Object.keys(given).length === 0 ? {} : { headers: given }),
  content: { 'application/problem+json': { schema: ref('schemas', 'Problem') } },
});

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
