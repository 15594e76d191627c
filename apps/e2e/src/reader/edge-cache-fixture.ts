import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../support/stack.ts';

const NGINX = '/usr/sbin/nginx';
const VARNISH = '/usr/sbin/varnishd';

/** Whether this machine has them, as Debian installs them. */
export const hasNginx = existsSync(NGINX);
export const hasVarnish = existsSync(VARNISH);

export type EdgeCache = { url: string; stop: () => Promise<void> };
type Options = { port: number; readers: string[]; workers?: number };

/** nginx in front of reading sites, with the configuration that is shipped. */
export async function startNginx({ port, readers, workers = 1 }: Options): Promise<EdgeCache> {
  const directory = await mkdtemp(join(tmpdir(), 'viewpoints-nginx-'));
  const shipped = await readFile(join(ROOT, 'deploy/nginx/viewpoints.conf'), 'utf8');
  const adapted = shipped
    .replace('listen 80;', `listen 127.0.0.1:${port};`)
    .replace('/var/cache/nginx/viewpoints', join(directory, 'cache'))
    .replace(
      'server 127.0.0.1:3000 max_fails=0;',
      readers.map((url) => `server ${new URL(url).host} max_fails=0;`).join('\n'),
    );
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${join(directory, name)};`)
    .join('\n');
  const user = process.getuid?.() === 0 ? 'user root;' : '';
  await writeFile(
    join(directory, 'nginx.conf'),
    `${user} daemon off; worker_processes ${workers}; pid ${join(directory, 'pid')}; error_log stderr warn;
     events { worker_connections 2048; }
     http { ${temporary}\n${adapted} }`,
  );
  const args = ['-p', directory, '-c', 'nginx.conf'];
  return standing(spawn(NGINX, args, { stdio: ['ignore', 'ignore', 'inherit'] }), port, directory);
}

/** Varnish in front of a reading site, with the configuration that is shipped. */
export async function startVarnish({ port, readers: [reader = ''] }: Options): Promise<EdgeCache> {
  const directory = await mkdtemp(join(tmpdir(), 'viewpoints-varnish-'));
  const shipped = await readFile(join(ROOT, 'deploy/varnish/viewpoints.vcl'), 'utf8');
  const vcl = join(directory, 'viewpoints.vcl');
  await writeFile(vcl, shipped.replace('"3000"', `"${new URL(reader).port}"`));
  const where = ['-n', join(directory, 'state'), '-a', `127.0.0.1:${port}`];
  const args = ['-F', '-j', 'none', '-f', vcl, '-s', 'malloc,64m', ...where];
  return standing(
    spawn(VARNISH, args, { stdio: ['ignore', 'ignore', 'inherit'] }),
    port,
    directory,
  );
}

async function standing(child: ChildProcess, port: number, directory: string): Promise<EdgeCache> {
  const url = `http://127.0.0.1:${port}`;
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    }
    await rm(directory, { recursive: true, force: true });
  };
  for (let tries = 0; tries < 400 && child.exitCode === null; tries += 1) {
    const answer = await fetch(`${url}/healthz`).catch(() => null);
    if (answer?.ok) return { url, stop };
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await stop();
  throw new Error(`Nothing answered at ${url}.`);
}
