import { afterEach } from 'vitest';
import { cleanup } from 'vitest-browser-react/pure';

// Modules are loaded once for all files, and this is run for each of them.
afterEach(() => cleanup());
