import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlQuery,
} from '@prisma/driver-adapter-utils';
import type {
  MigrationList,
  SchemaContainer,
  SchemaEngine,
} from '@prisma/schema-engine-wasm/schema_engine_bg';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';
import { Client, type Pool, type QueryResult } from 'pg';
import { explainFailure } from './explain-failure.ts';

/** The part of the global that is used; its types come with the browser's, which are not ours. */
declare const WebAssembly: {
  instantiate(
    bytes: Uint8Array,
    imports: Record<string, object>,
  ): Promise<{ instance: { exports: Record<string, unknown> } }>;
};

let loading: Promise<void> | undefined;

/**
 * The package expects a bundler to link its `.wasm`; Node does not, so it is linked here, once a
 * process.
 */
function loadWasm(): Promise<void> {
  loading ??= (async () => {
    const entry = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm');
    const bytes = await readFile(join(dirname(entry), 'schema_engine_bg.wasm'));
    const { instance } = await WebAssembly.instantiate(bytes, {
      './schema_engine_bg.js': bindings,
    });
    bindings.__wbg_set_wasm(instance.exports);
    (instance.exports.__wbindgen_start as () => void)();
  })();
  return loading;
}

/**
 * Marks the running migration finished inside its own transaction: a process killed between the
 * script and the engine's own mark would else leave a migration applied and called failed.
 */
const markFinished = `
;UPDATE "_prisma_migrations" SET finished_at = now()
WHERE finished_at IS NULL AND rolled_back_at IS NULL;`;

/**
 * The engine's own lock, for ten seconds of waiting: anybody who may connect can hold it, and whose
 * turn it is was decided before (`takeMigrationTurn`).
 */
const advisoryLock = /^SELECT pg_advisory_lock\(\d+\)$/;

/**
 * Prisma's adapter with some of its methods changed for migrations written by hand:
 * a script goes to the server whole, hence in one transaction and with its function bodies intact
 * (the original cuts it at every semicolon), the engine's advisory lock is not taken, and the
 * shadow database is a database of its own (the original connects to the first one again where a
 * connection string was given).
 */
class MigrationAdapter implements SqlMigrationAwareDriverAdapterFactory {
  readonly provider = 'postgres';
  readonly adapterName = '@prisma/adapter-pg';
  readonly #url: string;
  readonly #migrationsBySql: ReadonlyMap<string, string>;
  readonly #open = new Set<SqlDriverAdapter>();
  /** The migration whose SQL the server refused; the engine's own error does not name it. */
  failure: FailedScript | null = null;

  constructor(url: string, migrationsBySql: ReadonlyMap<string, string>) {
    this.#url = url;
    this.#migrationsBySql = migrationsBySql;
  }

  connect(): Promise<SqlDriverAdapter> {
    return this.#connectTo(this.#url, async () => {});
  }

  async connectToShadowDb(): Promise<SqlDriverAdapter> {
    const name = `viewpoints_shadow_${randomUUID()}`;
    await this.#onServer(`CREATE DATABASE "${name}" TEMPLATE template0`);
    const url = new URL(this.#url);
    url.pathname = `/${name}`;
    // Migrations are only replayed there: it has no table to mark them in.
    const replayed = new Map<string, string>();
    const drop = () => this.#onServer(`DROP DATABASE "${name}" WITH (FORCE)`);
    return this.#connectTo(url.href, drop, replayed);
  }

  /** Closes what the engine left open: freeing it does not close its connections. */
  async close(): Promise<void> {
    await Promise.all([...this.#open].map((adapter) => adapter.dispose()));
  }

  async #connectTo(
    url: string,
    afterwards: () => Promise<void>,
    migrationsBySql = this.#migrationsBySql,
  ): Promise<SqlDriverAdapter> {
    const factory = new PrismaPg(
      // One connection: the engine does one thing after another.
      { connectionString: url, max: 1, application_name: 'viewpoints-migrate' },
      { onPoolError: () => {}, onConnectionError: () => {} },
    );
    const adapter = await factory.connect();
    const pool = adapter.underlyingDriver();
    const dispose = adapter.dispose.bind(adapter);
    const executeRaw = adapter.executeRaw.bind(adapter);
    const patched: SqlDriverAdapter = Object.assign(adapter, {
      queryRaw: readingLetters(adapter, pool),
      executeRaw: async (query: SqlQuery) =>
        advisoryLock.test(query.sql) ? 0 : await executeRaw(query),
      executeScript: async (script: string) => {
        const migration = migrationsBySql.get(script);
        try {
          await pool.query(migration === undefined ? script : script + markFinished);
        } catch (error) {
          if (migration !== undefined) {
            this.failure = { migration, detail: explainFailure(error, script) };
          }
          throw error;
        }
      },
      dispose: async () => {
        if (!this.#open.delete(patched)) return;
        await dispose();
        await afterwards();
      },
    });
    this.#open.add(patched);
    return patched;
  }

  async #onServer(sql: string): Promise<void> {
    const client = new Client({ connectionString: this.#url });
    await client.connect();
    try {
      await client.query(sql);
    } finally {
      await client.end();
    }
  }
}

/** The one-byte type "char" of PostgreSQL's catalogues, and text, by their numbers there. */
const letterType = 18;
const textType = 25;

/**
 * The engine reads catalogues with columns of type "char", of which Prisma's adapter knows nothing.
 * To it they are passed as text, and to the engine as what they are. One query runs at a time.
 */
function readingLetters(adapter: SqlDriverAdapter, pool: Pool): SqlDriverAdapter['queryRaw'] {
  const query = pool.query.bind(pool) as (...given: unknown[]) => Promise<QueryResult>;
  const queryRaw = adapter.queryRaw.bind(adapter);
  let letters: number[] = [];
  const asText = async (...given: unknown[]) => {
    const result = await query(...given);
    letters = (result.fields ?? []).flatMap((field, index) => {
      if (field.dataTypeID !== letterType) return [];
      field.dataTypeID = textType;
      return [index];
    });
    return result;
  };
  Object.assign(pool, { query: asText });
  return async (sql) => {
    const result = await queryRaw(sql);
    for (const index of letters) result.columnTypes[index] = ColumnTypeEnum.Character;
    return result;
  };
}

/** A migration the server refused, and its words. */
export type FailedScript = { migration: string; detail: string };

/** An engine, the way to let go of its connections, and what the server refused, if anything. */
export type OpenEngine = {
  engine: SchemaEngine;
  close: () => Promise<void>;
  failure: () => FailedScript | null;
};

/** Prisma's schema engine on one database, in this process. */
export async function openSchemaEngine(options: {
  databaseUrl: string;
  schema: SchemaContainer[];
  migrations: MigrationList;
}): Promise<OpenEngine> {
  await loadWasm();
  const migrationsBySql = new Map(
    options.migrations.migrationDirectories.flatMap(({ path, migrationFile: { content } }) =>
      content.tag === 'ok' ? [[content.value, path] as const] : [],
    ),
  );
  const adapter = new MigrationAdapter(options.databaseUrl, migrationsBySql);
  const engine = await bindings.SchemaEngine.new(
    { datamodels: options.schema.map((file): [string, string] => [file.path, file.content]) },
    () => {},
    bindMigrationAwareSqlAdapterFactory(adapter),
  );
  return {
    engine,
    close: async () => {
      engine.free();
      await adapter.close();
    },
    failure: () => adapter.failure,
  };
}
