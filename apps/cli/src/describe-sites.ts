import type { Settings } from '@viewpoints/config/env';
import type { SiteOptions } from './site.ts';

/** Set to nothing, not left out: what is left out is read from `.env`. */
const withheld = {
  DATABASE_URL: '',
  DATABASE_READER_URL: '',
  SMTP_URL: '',
  OWNER_EMAIL: '',
  OWNER_PASSWORD: '',
};

/** The admin sends pictures on and reads none. */
const withoutStorage = {
  STORAGE_URL: '',
  STORAGE_ALSO: '',
  S3_ACCESS_KEY_ID: '',
  S3_SECRET_ACCESS_KEY: '',
};

/** The environment of each program: its own settings, without the database credentials of others. */
export function describeSites(
  settings: Settings,
  { database, reader, development }: { database: string; reader: string; development: boolean },
): SiteOptions[] {
  const common = {
    ...process.env,
    NODE_ENV: development ? 'development' : 'production',
    DATA_DIR: settings.dataDir,
    SECRET: settings.secret,
    READER_URL: settings.readerUrl,
    ADMIN_URL: settings.adminUrl,
    API_URL: settings.apiUrl,
    ...withheld,
  };
  const envs = {
    api: {
      ...common,
      DATABASE_URL: database,
      DATABASE_READER_URL: reader,
      SMTP_URL: settings.smtpUrl ?? '',
    },
    reader: { ...common, DATABASE_READER_URL: reader },
    admin: { ...common, ...withoutStorage },
  };
  return (['api', 'reader', 'admin'] as const).map((name) => ({
    name,
    port: settings.ports[name],
    env: envs[name],
    print: (line) => console.log(`${name.padEnd(6)} | ${line}`),
  }));
}
