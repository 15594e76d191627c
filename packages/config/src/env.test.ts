import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadSettings, SettingsError } from './env.ts';
import { examplePath, renderExample } from './env-example.ts';

let dataDir: string;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'viewpoints-env-'));
});

afterEach(() => rmSync(dataDir, { recursive: true }));

const load = (env: Record<string, string>) => loadSettings({ DATA_DIR: dataDir, ...env });

describe('given nothing but a data directory', () => {
  test('every setting has its default', () => {
    expect(load({})).toMatchObject({
      databaseUrl: null,
      databaseReaderUrl: null,
      dataDir,
      ports: { reader: 3000, admin: 3001, api: 3002 },
      readerUrl: 'http://localhost:3000',
      adminUrl: 'http://localhost:3001',
      apiUrl: 'http://localhost:3002',
      trustedProxies: [],
      networkLimit: 1200,
      purgeUrls: [],
      showsCacheStatus: false,
      smtpUrl: null,
      mediaDirectory: join(dataDir, 'media'),
      storage: { current: { kind: 'files', directory: join(dataDir, 'media') }, also: null },
      owner: null,
      sample: true,
      metricsToken: null,
      logLevel: 'info',
    });
  });

  test('a secret is created once, stored, and closed to others', () => {
    const { secret } = load({});
    expect(secret.length).toBeGreaterThanOrEqual(43);
    expect(load({}).secret).toBe(secret);
    if (process.platform !== 'win32') {
      expect(statSync(join(dataDir, 'secret')).mode & 0o777).toBe(0o600);
    }
  });

  test('a variable set to nothing counts as unset', () => {
    expect(load({ DATABASE_URL: '', READER_PORT: ' ' }).ports.reader).toBe(3000);
  });
});

test('addresses follow the ports, and lose the slash at their end', () => {
  const settings = load({ API_PORT: '4002', READER_URL: 'https://journal.example/' });
  expect(settings.apiUrl).toBe('http://localhost:4002');
  expect(settings.readerUrl).toBe('https://journal.example');
});

test('trusted proxies are addresses', () => {
  expect(load({ TRUSTED_PROXIES: '10.0.0.0/8, 2001:db8::7,' }).trustedProxies).toEqual([
    '10.0.0.0/8',
    '2001:db8::7',
  ]);
});

describe('given a setting that cannot be used, the error names it and says how to correct it', () => {
  test.each([
    [{ READER_PORT: 'many' }, 'READER_PORT', 'port number'],
    [{ READER_PORT: '70000' }, 'READER_PORT', '1 to 65535'],
    [{ ADMIN_PORT: '3000' }, 'ADMIN_PORT', 'must differ from READER_PORT'],
    [{ DATABASE_URL: 'mysql://localhost/x' }, 'DATABASE_URL', 'postgres://'],
    [{ READER_URL: 'journal.example' }, 'READER_URL', 'https://journal.example'],
    [{ READER_URL: 'https://journal.example/news' }, 'READER_URL', 'no path'],
    [{ TRUSTED_PROXIES: 'my proxy' }, 'TRUSTED_PROXIES', 'addresses of proxies'],
    [{ TRUSTED_PROXIES: '10.0.0.0/99' }, 'TRUSTED_PROXIES', '10.0.0.0/8'],
    [{ TRUSTED_PROXIES: '2' }, 'TRUSTED_PROXIES', 'addresses of proxies'],
    [{ NETWORK_LIMIT: '0' }, 'NETWORK_LIMIT', 'from 1'],
    [{ SMTP_URL: 'https://mail.example' }, 'SMTP_URL', 'smtp://'],
    [{ SECRET: 'short' }, 'SECRET', '32 characters'],
    [{ OWNER_EMAIL: 'owner@journal.example' }, 'OWNER_PASSWORD', 'where OWNER_EMAIL is'],
    [{ OWNER_PASSWORD: 'long enough' }, 'OWNER_EMAIL', 'where OWNER_PASSWORD is'],
    [{ SAMPLE: 'no' }, 'SAMPLE', 'on or off'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL', 'warn'],
  ])('%o', (env: Record<string, string>, variable, words) => {
    const refusal = refusalOf(env);
    expect(refusal.variables).toEqual([variable]);
    expect(refusal.message).toContain(`${variable} must`);
    expect(refusal.message).toContain(words);
    expect(refusal.message).toContain('.env');
  });

  test('several at once are all named', () => {
    expect(refusalOf({ SAMPLE: 'no', API_PORT: '0' }).variables).toEqual(['API_PORT', 'SAMPLE']);
  });

  test('a data directory that is a file is one sentence, not a stack', () => {
    expect(refusalOf({ DATA_DIR: examplePath }).variables).toEqual(['DATA_DIR']);
  });
});

test('.env.example says what the schema says', () => {
  expect(readFileSync(examplePath, 'utf8'), 'run: npm run example -w @viewpoints/config').toBe(
    renderExample(),
  );
});

function refusalOf(env: Record<string, string>): SettingsError {
  try {
    load(env);
  } catch (error) {
    if (error instanceof SettingsError) return error;
    throw error;
  }
  throw new Error(`accepted ${JSON.stringify(env)}`);
}
