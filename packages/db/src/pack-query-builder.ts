import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** The used exports of the query builder; its types are included completely. */
const exported = {
  kysely: [
    'DefaultQueryExecutor',
    'PostgresAdapter',
    'PostgresQueryCompiler',
    'QueryCreator',
    'expressionBuilder',
    'sql',
  ],
  'kysely/helpers/postgres': ['jsonArrayFrom', 'jsonBuildObject', 'jsonObjectFrom'],
} as const;

const at = (name: string) => fileURLToPath(new URL(`generated/${name}`, import.meta.url));

/**
 * Packs what we use of Kysely into one file, with its types next to it. As published it is 300
 * modules, which take longer to load than all the rest of a reading site's queries.
 */
export async function packQueryBuilder(): Promise<void> {
  const exports = Object.entries(exported)
    .map(([from, names]) => `export { ${names.join(', ')} } from '${from}';\n`)
    .join('');
  await build({
    stdin: { contents: exports, resolveDir: fileURLToPath(new URL('.', import.meta.url)) },
    outfile: at('kysely.js'),
    bundle: true,
    format: 'esm',
    platform: 'node',
    minifySyntax: true,
    minifyWhitespace: true,
    logLevel: 'warning',
  });
  await writeFile(at('kysely.d.ts'), `${exports}export type * from 'kysely';\n`);
}
