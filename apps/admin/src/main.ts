import { once } from 'node:events';
import { resolve } from 'node:path';
import { endProcess } from '@viewpoints/config/end-process';
import { isDevelopment, readSettings } from './env.ts';
import { createAdminServer } from './server/admin-server.ts';

/** Starts the admin on its port and ends it, requests finished, on SIGTERM or SIGINT. */
async function main(): Promise<void> {
  const { ports, apiUrl, adminUrl, readerUrl } = readSettings();
  const { server, close } = await createAdminServer({
    dir: resolve(import.meta.dirname, '..'),
    port: ports.admin,
    adminUrl,
    apiUrl,
    readerUrl,
    development: isDevelopment,
  });
  server.listen(ports.admin);
  await once(server, 'listening');
  console.info(`Admin ready at ${adminUrl}`);

  let ending = false;
  const end = () => {
    if (ending) return;
    ending = true;
    void close().then(endProcess);
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
}

main().catch((error: NodeJS.ErrnoException) => {
  const inUse = error.code === 'EADDRINUSE';
  console.error(
    inUse
      ? `Port ${readSettings().ports.admin} is in use. Stop what uses it, or set ADMIN_PORT to another port.`
      : error.message,
  );
  process.exit(1);
});
