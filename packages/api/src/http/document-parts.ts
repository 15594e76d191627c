import type { JsonSchema } from './json-schemas.ts';

export type ParameterObject = {
  name: string;
  in: 'path' | 'query' | 'header';
  description?: string;
  required: boolean;
  /** For a list: its values in one parameter, separated by commas. */
  explode?: false;
  schema: JsonSchema;
  example?: unknown;
};
export type Ref = { $ref: string };
export type Media = { schema: JsonSchema | Ref; example?: unknown };
export type Answer = {
  description: string;
  headers?: Record<string, Ref>;
  content?: Record<string, Media>;
};
export type Operation = {
  operationId: string;
  summary: string;
  tags: string[];
  parameters: ParameterObject[];
  requestBody?: { required: boolean; content: Record<string, Media> };
  responses: Record<string, Answer | Ref>;
  /** For one that needs a token, with the scopes it has to have. Public reads need none. */
  security?: Record<string, string[]>[];
};
/** The operations of an address by their methods. */
export type PathItem = Partial<Record<'get' | 'post' | 'put' | 'patch' | 'delete', Operation>>;

/** The document of an instance, as OpenAPI 3.1 has it. */
export type OpenApiDocument = {
  openapi: '3.1.0';
  info: { title: string; version: string; description: string };
  servers: { url: string }[];
  security: Record<string, string[]>[];
  tags: { name: string; description: string }[];
  paths: Record<string, PathItem>;
  components: {
    schemas: Record<string, JsonSchema>;
    responses: Record<string, Answer>;
    headers: Record<string, { description: string; schema: JsonSchema }>;
    securitySchemes: Record<string, { type: 'http'; scheme: 'bearer'; description: string }>;
  };
};

/** A reference to a component of the document. */
export const ref = (kind: 'schemas' | 'responses' | 'headers', name: string): Ref => ({
  $ref: `#/components/${kind}/${name}`,
});

/** An answer that is a problem. */
export const problem = (description: string, given: Answer['headers'] = {}): Answer => ({
  description,
  ...(Object.keys(given).length === 0 ? {} : { headers: given }),
  content: { 'application/problem+json': { schema: ref('schemas', 'Problem') } },
});
