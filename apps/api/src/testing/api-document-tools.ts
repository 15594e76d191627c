import { execFile } from 'node:child_process';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createConfig, lintFromString } from '@redocly/openapi-core';
import { Validator } from '@seriousme/openapi-schema-validator';
import type { OpenApiDocument } from '@viewpoints/api/http/openapi-document';
import openapiTS, { astToString } from 'openapi-typescript';

const run = promisify(execFile);

/** The faults that two linters find in a document: one by the schema of OpenAPI, one by style rules. */
export async function lintDocument(document: OpenApiDocument): Promise<unknown[]> {
  const { errors = [] } = await new Validator().validate(document);
  const source = JSON.stringify(document);
  const config = await createConfig({
    extends: ['recommended-strict'],
    rules: {
      // Content has a licence of its own, which each journal chooses.
      'info-license': 'off',
      'no-invalid-media-type-examples': 'error',
      'no-invalid-parameter-examples': 'error',
      'operation-operationId-unique': 'error',
    },
  });
  const problems = await lintFromString({ source, config });
  const found = problems.map(({ ruleId, message, location }) => [
    ...[ruleId, message, location[0]?.pointer],
  ]);
  return [errors, found].flat();
}

const program = `
import createClient from 'openapi-fetch';
import type { components, paths } from './schema.d.ts';

const [url, slug] = process.argv.slice(2) as [string, string];
const client = createClient<paths>({ baseUrl: url });
const { data } = await client.GET('/v1/articles/{slug}', { params: { path: { slug } } });
const listed = await client.GET('/v1/articles', { params: { query: { limit: 100 } } });
const articles: components['schemas']['ListedArticle'][] = listed.data?.items ?? [];
const missing = await client.GET('/v1/findings', { params: { query: { actor: 'never-was' } } });
const problem: string | undefined = missing.error?.code;

// @ts-expect-error there is no such address
void (() => client.GET('/v1/nothing'));
// @ts-expect-error nor such a parameter
void (() => client.GET('/v1/articles', { params: { query: { nothing: 1 } } }));
// @ts-expect-error nor such a field
void (() => data?.note);

console.log(
  JSON.stringify({ slug: data?.slug, listed: articles.some((each) => each.slug === slug), problem }),
);
`;

const compilerOptions = {
  ...{ strict: true, noEmit: true, module: 'nodenext', target: 'es2024', types: ['node'] },
  ...{ allowImportingTsExtensions: true, skipLibCheck: false },
};

/** Generates a client from a document, checks a program against its types, and runs it. */
export async function runGeneratedClient(
  document: OpenApiDocument,
  url: string,
  slug: string,
): Promise<unknown> {
  const directory = await mkdtemp(join(tmpdir(), 'generated-client-'));
  try {
    const modules = join(import.meta.dirname, '../../../../node_modules');
    await symlink(modules, join(directory, 'node_modules'));
    const types = await openapiTS(document as never);
    await Promise.all([
      writeFile(join(directory, 'schema.d.ts'), astToString(types)),
      writeFile(join(directory, 'program.ts'), program),
      writeFile(join(directory, 'package.json'), '{"type":"module"}'),
      writeFile(
        join(directory, 'tsconfig.json'),
        JSON.stringify({ compilerOptions, include: ['*.ts'] }),
      ),
    ]);
    const options = { cwd: directory };
    const tsc = join(modules, 'typescript/bin/tsc');
    await run(process.execPath, [tsc, '-p', '.'], options).catch(({ stdout }) => {
      throw new Error(stdout);
    });
    const { stdout } = await run(process.execPath, ['program.ts', url, slug], options);
    return JSON.parse(stdout);
  } finally {
    await rm(directory, { recursive: true });
  }
}
