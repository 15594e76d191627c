import { enableCompileCache } from 'node:module';
import { resolve } from 'node:path';

// Most of a start is compiling what was compiled at the last one. Cached with the build, where only
// those can write who could change the build itself.
enableCompileCache(resolve(import.meta.dirname, '../.next/cache/compiled'));

const { startReader } = await import('./start-reader.ts');
await startReader();
