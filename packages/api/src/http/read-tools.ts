import { Document } from '@viewpoints/domain/document/document';
import { z } from 'zod';
import { type JsonSchema, parameterSchema, withoutFormatPattern } from './json-schemas.ts';
import { type PublicRead, publicReads } from './public-reads.ts';
import { parameterWords, resourceWords } from './read-words.ts';

/** A public read as a tool of the Model Context Protocol. */
export type ReadTool = {
  name: string;
  title: string;
  description: string;
  inputSchema: JsonSchema & { type: 'object' };
  outputSchema: JsonSchema & { type: 'object' };
  annotations: Record<
    'readOnlyHint' | 'idempotentHint' | 'destructiveHint' | 'openWorldHint',
    boolean
  >;
};

/** The name of a tool, such as `articles_bySlug`: not every program takes a dot. */
export const toolName = ({ id }: PublicRead): string => id.replaceAll('.', '_');

/** The reads by the names of their tools. */
export const readsByTool: ReadonlyMap<string, PublicRead> = new Map(
  publicReads.map((read) => [toolName(read), read]),
);

/** Describes all public reads as tools. */
export function describeTools(): ReadTool[] {
  return [...readsByTool].map(([name, read]) => ({
    ...{ name, title: read.summary, description: describe(read) },
    ...{ inputSchema: inputSchema(read), outputSchema: outputSchema(read) },
    annotations: {
      ...{ readOnlyHint: true, idempotentHint: true },
      ...{ destructiveHint: false, openWorldHint: false },
    },
  }));
}

function describe({ id, summary }: PublicRead): string {
  const resource = id.split('.')[0] as keyof typeof resourceWords;
  return `${summary}. ${resourceWords[resource]}`;
}

function inputSchema({ parameters }: PublicRead): ReadTool['inputSchema'] {
  const properties = parameters.map(({ name, value, fallback }) => {
    const description = parameterWords[name];
    const words = description === undefined ? {} : { description };
    return [name, { ...words, ...parameterSchema(value, fallback) }];
  });
  const required = parameters.flatMap((each) => (each.required ? [each.name] : []));
  return {
    ...{ type: 'object', properties: Object.fromEntries(properties), required },
    additionalProperties: false,
  };
}

/**
 * The schema of an answer. No field is required: `fields` narrows an answer, or the items of its page, to
 * some, and for what is within them the names are enough.
 */
function outputSchema({ answer }: PublicRead): ReadTool['outputSchema'] {
  const { $schema: _, ...schema } = z.toJSONSchema(answer, {
    ...{ io: 'output', reused: 'ref' },
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema === Document) {
        // Half of all schemas, and of little use to a program that reads.
        for (const key of Object.keys(jsonSchema)) delete jsonSchema[key];
        Object.assign(jsonSchema, { type: 'object', description: bodyWords });
      }
      // Fields may be added.
      if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
      withoutFormatPattern(jsonSchema);
      // What an answer has is what it has: bounds help who writes, and cost who reads.
      for (const bound of bounds) delete jsonSchema[bound];
    },
  }) as JsonSchema;
  return { ...withoutUnusedDefinitions(schema), type: 'object' };
}

const bounds = [
  ...(['pattern', 'minLength', 'maxLength', 'maxItems', 'minimum', 'maximum'] as const),
  'required' as const,
];

/** Removes the definitions that only the text of articles refers to. */
function withoutUnusedDefinitions({ $defs = {}, ...schema }: JsonSchema): JsonSchema {
  const used = new Set<string>();
  const follow = (part: unknown) => {
    for (const [, name = ''] of JSON.stringify(part).matchAll(/"#\/\$defs\/(\w+)"/g))
      if (!used.has(name)) {
        used.add(name);
        follow($defs[name]);
      }
  };
  follow(schema);
  const kept = Object.entries($defs).filter(([name]) => used.has(name));
  return kept.length === 0 ? schema : { ...schema, $defs: Object.fromEntries(kept) };
}

const bodyWords = 'The text, as the schema `Document` of the OpenAPI document describes it.';
