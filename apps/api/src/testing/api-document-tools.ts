import { execFile } from 'node:child_process';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createConfig, lintFromString } from '@redocly/openapi-core';
import { Validator } from '@seriousme/openapi-schema-validator';
import type { OpenApiDocument } from '@viewpoints/api/http/document-parts';
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

const [url, slug, token] = process.argv.slice(2) as [string, string, string];
const client = createClient<paths>({ baseUrl: url });
const { data } = await client.GET('/v1/articles/{slug}', { params: { path: { slug } } });
const listed = await client.GET('/v1/articles', { params: { query: { limit: 100 } } });
const articles: components['schemas']['ListedArticle'][] = listed.data?.items ?? [];
const missing = await client.GET('/v1/findings', { params: { query: { actor: 'never-was' } } });
const problem: string | undefined = missing.error?.code;

const desk = createClient<paths>({ baseUrl: url, headers: { authorization: \`Bearer \${token}\` } });
const key = { header: { 'Idempotency-Key': crypto.randomUUID() } };
const body = { headline: 'A draft' };
const created = await desk.POST('/v1/editor/articles', { params: key, body });
const again = await desk.POST('/v1/editor/articles', { params: key, body });
const draft = created.data && 'state' in created.data ? created.data : null;
const path = { id: draft?.id ?? '' };
const content = { slug: draft?.slug ?? '', headline: 'By a generated client' };
const write = { params: { path }, body: { seen: draft?.save ?? 0, content } };
const saved = await desk.PUT('/v1/editor/articles/{id}', write);
const article = saved.data && 'article' in saved.data ? saved.data.article : null;
const other = { ...write, body: { seen: 1, content: { ...content, headline: 'Another' } } };
const stale = await desk.PUT('/v1/editor/articles/{id}', other);
const read = await desk.GET('/v1/editor/articles/{id}', { params: { path } });

// @ts-expect-error a headline is text
void (() => desk.POST('/v1/editor/articles', { body: { headline: 1 } }));
// @ts-expect-error nor a save without the one that was seen
void (() => desk.PUT('/v1/editor/articles/{id}', { params: { path }, body: { content } }));
// @ts-expect-error nor an address to approve
void (() => desk.POST('/v1/editor/articles/{id}/approval', { params: { path } }));
// @ts-expect-error there is no such address
void (() => client.GET('/v1/nothing'));
// @ts-expect-error nor such a parameter
void (() => client.GET('/v1/articles', { params: { query: { nothing: 1 } } }));
// @ts-expect-error nor such a field
void (() => data?.note);

console.log(
  JSON.stringify({
    ...{ slug: data?.slug, listed: articles.some((each) => each.slug === slug), problem },
    ...{ state: draft?.state, save: article?.save, same: again.data?.id === draft?.id },
    headline: read.data?.article?.headline,
    stale: stale.error?.reasons[0]?.details?.save,
  }),
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
  { slug, token }: { slug: string; token: string },
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
    const { stdout } = await run(process.execPath, ['program.ts', url, slug, token], options);
    return JSON.parse(stdout);
  } finally {
    await rm(directory, { recursive: true });
  }
}
