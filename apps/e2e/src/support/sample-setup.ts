import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSample } from '@viewpoints/api/sample/load-sample';
import { connectEditorial } from '@viewpoints/db/client';
import { runSql } from '@viewpoints/db/testing/run-sql';
import { fileStore } from '@viewpoints/pictures/store/file-store';
import type {} from '@viewpoints/published/testing/global-setup';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** The database that holds the sample journal, for cloning, and where its pictures lie. */
    sampleJournal: { template: string; mediaDirectory: string };
  }
}

/** Loads the sample journal once for all journeys; runs after the database's own set-up. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { url, template: empty } = project.getProvidedContext().testServer;
  const template = `${empty}_sample`;
  await runSql(url, `CREATE DATABASE "${template}" TEMPLATE "${empty}"`);
  const directory = await mkdtemp(join(tmpdir(), 'viewpoints-sample-'));
  await chmod(directory, 0o755);
  const mediaDirectory = join(directory, 'media');
  const address = new URL(url);
  address.pathname = `/${template}`;
  const editorial = connectEditorial(address.href, { poolSize: 2 });
  await loadSample({ editorial, media: fileStore(mediaDirectory) });
  await editorial.$disconnect();
  project.provide('sampleJournal', { template, mediaDirectory });
  return async () => {
    await runSql(url, `DROP DATABASE IF EXISTS "${template}" WITH (FORCE)`);
    await rm(directory, { recursive: true, force: true });
  };
}
