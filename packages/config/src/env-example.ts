import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { environmentSchema, findRoot } from './env.ts';

export const examplePath = join(findRoot(), '.env.example');

/** The text of `.env.example`: every setting, what it is for and its default, commented out. */
export function renderExample(): string {
  const settings = Object.entries(environmentSchema.shape).map(([name, schema]) => {
    const preset = schema.safeParse(undefined).data ?? '';
    return `# ${schema.description}\n# ${name}=${preset}\n`;
  });
  const head =
    '# Copy this file to .env, and remove the # from each setting you change.\n' +
    '# Written by `npm run example -w @viewpoints/config`; change packages/config/src/env.ts.\n';
  return [head, ...settings].join('\n');
}

if (import.meta.main) writeFileSync(examplePath, renderExample());
