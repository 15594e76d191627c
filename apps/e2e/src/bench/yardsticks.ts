import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFreePort } from '@viewpoints/config/free-port';

/** A server to compare with: it serves finished bytes at `/`, and does nothing else. */
export type Yardstick = { url: string; stop: () => Promise<void> };

/** The body of a server's response, still compressed. */
export function fetchPacked(url: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': 'br' } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve(Buffer.concat(chunks)));
    }).on('error', reject);
  });
}

const BARE = `
  const { createServer } = require('node:http');
  const body = require('node:fs').readFileSync(process.argv[1]);
  createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html', 'content-length': body.length });
    response.end(body);
  }).listen(Number(process.argv[2]), '127.0.0.1');`;

/** A bare Node server, in a process of its own as the reading site is. */
export async function startBareNode(body: Buffer): Promise<Yardstick> {
  const { directory, file, port } = await place(body);
  const child = spawn(process.execPath, ['-e', BARE, file, String(port)], { stdio: 'inherit' });
  return standing(child, port, directory);
}

/** nginx with the same bytes in a file. */
export async function startStaticNginx(body: Buffer): Promise<Yardstick> {
  const { directory, port } = await place(body);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${join(directory, name)};`)
    .join('\n');
  const user = process.getuid?.() === 0 ? 'user root;' : '';
  await writeFile(
    join(directory, 'nginx.conf'),
    `${user} daemon off; worker_processes 1; pid ${join(directory, 'pid')}; error_log stderr error;
     events { worker_connections 2048; }
     http {
       access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000000; open_file_cache max=100; ${temporary}
       server {
         listen 127.0.0.1:${port}; root ${directory}; default_type text/html;
         location = / { try_files /page =404; add_header Content-Encoding br; }
       }
     }`,
  );
  const args = ['-p', directory, '-c', 'nginx.conf'];
  return standing(spawn('/usr/sbin/nginx', args, { stdio: 'inherit' }), port, directory);
}

async function place(body: Buffer) {
  const directory = await mkdtemp(join(tmpdir(), 'viewpoints-yardstick-'));
  const file = join(directory, 'page');
  await writeFile(file, body);
  return { directory, file, port: await findFreePort() };
}

async function standing(child: ChildProcess, port: number, directory: string): Promise<Yardstick> {
  const url = `http://127.0.0.1:${port}/`;
  for (let tries = 0; tries < 200; tries += 1) {
    if (
      await fetchPacked(url).then(
        () => true,
        () => false,
      )
    )
      break;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  return {
    url,
    stop: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
      await rm(directory, { recursive: true, force: true });
    },
  };
}
