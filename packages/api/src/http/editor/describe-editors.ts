import { capitalised } from '@viewpoints/domain/text/sentence';
import type { z } from 'zod';
import {
  type Answer,
  type OpenApiDocument,
  type Operation,
  type ParameterObject,
  type PathItem,
  problem,
  ref,
} from '../document-parts.ts';
import { answerSchemas, bodySchemas, type JsonSchema } from '../json-schemas.ts';
import { namedSchemas } from '../named-schemas.ts';
import type { Parameter } from '../public-reads.ts';
import { editorSchemas } from './editor-schemas.ts';
import { editorGroups, editorGroupWords, editorParameterWords } from './editor-words.ts';
import { type EditorOperation, openOperations } from './list-operations.ts';

type Described = Pick<OpenApiDocument, 'tags' | 'paths'> &
  Pick<OpenApiDocument['components'], 'schemas' | 'responses' | 'headers' | 'securitySchemes'>;

type DescribeParameter = (
  parameter: Parameter,
  examples: Readonly<Record<string, string | number>>,
) => ParameterObject;

/**
 * The part of the document about what editors do, with all schemas: those of public answers are given, since
 * both refer to the same.
 */
export function describeEditors(
  publicAnswers: Record<string, z.ZodType>,
  describeParameter: DescribeParameter,
): Described {
  const names = new Map<z.ZodType, string>(
    Object.entries({ ...namedSchemas, ...editorSchemas }).map(([name, schema]) => [schema, name]),
  );
  const lists: Record<string, z.ZodType> = {};
  const inputs = new Map<z.ZodType, string>();
  for (const operation of openOperations) {
    const { answer, body } = operation;
    if (answer !== null && !names.has(answer)) {
      const name = answerName(operation);
      names.set(answer, name);
      lists[name] = answer;
    }
    if (body !== null && !inputs.has(body)) inputs.set(body, operation.id.replaceAll('.', '_'));
  }
  const ofAnswers = answerSchemas({ ...publicAnswers, ...editorSchemas, ...lists });
  const { bodies, schemas } = bodySchemas(
    Object.fromEntries([...inputs].map(([schema, name]) => [name, schema])),
    { ...namedSchemas, ...editorSchemas },
    ofAnswers,
  );
  const paths: Record<string, PathItem> = {};
  for (const operation of openOperations) {
    const { path, method, body, answer } = operation;
    const schema = body === null ? null : (bodies[inputs.get(body) ?? ''] ?? {});
    paths[path] = {
      ...paths[path],
      [method.toLowerCase()]: operationOf(operation, {
        parameters: parametersOf(operation, describeParameter),
        body: schema,
        answer: answer === null ? null : (names.get(answer) ?? ''),
      }),
    };
  }
  return {
    tags: Object.entries(editorGroupWords).map(([name, description]) => ({ name, description })),
    paths,
    schemas: withUsed({ ...ofAnswers, ...schemas }, paths, Object.keys(publicAnswers)),
    responses,
    headers,
    securitySchemes,
  };
}

/** Whether a call may be made with a key. */
export const takesKey = ({ isQuery, scope }: EditorOperation): boolean =>
  !isQuery && scope !== 'read';

const keyParameter: ParameterObject = {
  name: 'Idempotency-Key',
  in: 'header',
  description: editorParameterWords['Idempotency-Key'] ?? '',
  required: false,
  schema: { type: 'string', pattern: '^[\\x21-\\x7e]{1,200}$' },
};

function parametersOf(
  operation: EditorOperation,
  describeParameter: DescribeParameter,
): ParameterObject[] {
  const examples = operation.example as Parameters<DescribeParameter>[1];
  const described = operation.parameters.map((parameter) => {
    const words = editorParameterWords[parameter.name];
    return {
      ...describeParameter(parameter, examples),
      ...(words === undefined ? {} : { description: words }),
    };
  });
  return takesKey(operation) ? [...described, keyParameter] : described;
}

function operationOf(
  operation: EditorOperation,
  {
    parameters,
    body,
    answer,
  }: { parameters: ParameterObject[]; body: JsonSchema | null; answer: string | null },
): Operation {
  const { id, summary, scope, status, example, mayBeMissing } = operation;
  const inPath = new Set(operation.parameters.map(({ name }) => name));
  const schema = body === null ? null : withoutFields(body, inPath);
  const sent = Object.fromEntries(Object.entries(example).filter(([name]) => !inPath.has(name)));
  const names = parameters.some((each) => each.in === 'path') || mayBeMissing;
  return {
    ...{ operationId: `editor.${id}`, summary, tags: [groupOf(id)], parameters },
    ...(schema === null
      ? {}
      : {
          requestBody: {
            // Generated clients do not check a body that may be left out.
            required: true,
            content: { 'application/json': { schema, example: sent } },
          },
        }),
    responses: {
      [status]: answerOf(operation, answer),
      400: ref('responses', 'InvalidCall'),
      401: ref('responses', 'SignedOut'),
      403: ref('responses', 'NotPermitted'),
      ...(names ? { 404: ref('responses', 'Missing') } : {}),
      ...(operation.isQuery
        ? {}
        : { 409: ref('responses', 'Conflict'), 422: ref('responses', 'Refused') }),
      429: ref('responses', 'TooManyRequests'),
      default: ref('responses', 'Problem'),
    },
    security: [{ accessToken: scope === null ? [] : [scope] }],
  };
}

function answerOf(operation: EditorOperation, answer: string | null): Answer {
  const isKept = takesKey(operation);
  const rates = {
    RateLimit: ref('headers', 'RateLimit'),
    'RateLimit-Policy': ref('headers', 'RateLimit-Policy'),
  };
  const whole = { schema: ref('schemas', answer ?? '') };
  const either = { schema: { anyOf: [whole.schema, ref('schemas', 'EditorRepeated')] } };
  return {
    description:
      isKept && answer !== null ? `${operation.summary}. ${repeatedWords}` : operation.summary,
    headers: {
      ...rates,
      ...(isKept ? { 'Idempotent-Replayed': ref('headers', 'Idempotent-Replayed') } : {}),
      ...(operation.status === 201 ? { Location: ref('headers', 'Location') } : {}),
    },
    ...(answer === null ? {} : { content: { 'application/json': isKept ? either : whole } }),
  };
}

const repeatedWords =
  'A call that was made before with the same key has the id alone (`EditorRepeated`).';

function groupOf(id: string): string {
  const [router = ''] = id.split('.');
  return editorGroups[router as keyof typeof editorGroups];
}

/** The name of the schema of an answer that has none: a page, or a few fields. */
function answerName({ path, isPage }: EditorOperation): string {
  const words = path
    .split('/')
    .filter((part) => /^[a-z-]+$/.test(part) && part !== 'editor')
    .flatMap((part) => part.split('-'))
    .map(capitalised);
  return `Editor${words.join('')}${isPage ? 'List' : 'Answer'}`;
}

/** A body without the fields that are in the address. */
function withoutFields(schema: JsonSchema, names: ReadonlySet<string>): JsonSchema {
  const { properties, required, ...rest } = schema;
  if (properties === undefined) return schema;
  const left = Object.entries(properties).filter(([name]) => !names.has(name));
  const needed = (required ?? []).filter((name) => !names.has(name));
  return {
    ...rest,
    properties: Object.fromEntries(left),
    ...(needed.length === 0 ? {} : { required: needed }),
  };
}

/** The schemas that some address refers to, and those of public answers. */
function withUsed(
  schemas: Record<string, JsonSchema>,
  paths: Record<string, PathItem>,
  given: string[],
): Record<string, JsonSchema> {
  const used = new Set<string>();
  const follow = (part: unknown) => {
    for (const [, name = ''] of JSON.stringify(part).matchAll(/"#\/components\/schemas\/(\w+)"/g))
      if (!used.has(name)) {
        used.add(name);
        follow(schemas[name]);
      }
  };
  for (const name of [...given, ...Object.keys(namedSchemas), 'Problem']) {
    used.add(name);
    follow(schemas[name]);
  }
  follow(paths);
  return Object.fromEntries(Object.entries(schemas).filter(([name]) => used.has(name)));
}

const retry = { 'Retry-After': ref('headers', 'Retry-After') };

const responses: OpenApiDocument['components']['responses'] = {
  InvalidCall: problem('A parameter or a field cannot be used: `reasons` names each.'),
  SignedOut: problem('No token, or one that is unknown, revoked or too old.'),
  NotPermitted: problem(
    'The scopes of the token or the roles of its account do not allow it, or a person has to do it.',
  ),
  Missing: problem('There is no such thing, or none that this account may see.'),
  Conflict: problem(
    'Somebody saved since (`stale`: the reason has the present `save`), it exists or is in use already, or the same call is running (`call_running`).',
    retry,
  ),
  Refused: problem(
    'A rule of the journal stands against it, a field is not known, or the key belongs to another call.',
  ),
};

const headers: OpenApiDocument['components']['headers'] = {
  'Idempotent-Replayed': {
    description:
      'There, with the value `true`, if the call had been made before with the same key.',
    schema: { type: 'string' },
  },
  Location: {
    description: 'The address of what was made, if it has one.',
    schema: { type: 'string' },
  },
};

const securitySchemes: OpenApiDocument['components']['securitySchemes'] = {
  accessToken: {
    type: 'http',
    scheme: 'bearer',
    description:
      'An access token of an account, `vpt_…`, with the scope that an address names: `read`, `write` or `publish`.',
  },
};
