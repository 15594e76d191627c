import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type StaticFile, watchOwnScripts } from './static-files.ts';

let root: string;
let stop = async () => {};
const files = new Map<string, StaticFile>();
const scripts = new Map<string, string>();
const write = (path: string, text: string) => writeFile(join(root, 'src/scripts', path), text);
const present = (name: string) => files.get(scripts.get(name) ?? '')?.body.toString() ?? '';
/** The watcher of the files runs every few seconds, and later on a busy machine. */
const SOON = { timeout: 25_000, interval: 100 };

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'viewpoints-scripts-'));
  await mkdir(join(root, 'src/scripts/parts'), { recursive: true });
});
afterEach(async () => {
  await stop();
  await rm(root, { recursive: true, force: true });
});

describe('the scripts of the site in development', () => {
  it('given a change of one, or of what it is made of, are rebuilt under another address', async () => {
    await write('parts/said.ts', "export const said = 'first';");
    await write('box.ts', "import { said } from './parts/said.ts';\nconsole.log(said);");
    await write('box.test.ts', 'throw new Error();');
    stop = await watchOwnScripts(root, files, scripts);
    expect([...scripts.keys()]).toEqual(['box']);
    expect(present('box')).toContain('first');
    const before = scripts.get('box') ?? '';
    expect(before).toMatch(/^\/_next\/static\/scripts\/box\.\w+\.js$/);

    await write('parts/said.ts', "export const said = 'second';");
    await vi.waitFor(() => expect(present('box')).toContain('second'), SOON);
    expect(scripts.get('box')).not.toBe(before);
    expect(files.get(before)?.body.toString()).toContain('first');
  });
});
