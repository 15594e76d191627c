import { afterEach } from 'vitest';
import { cleanup } from 'vitest-browser-react/pure';

// Of Vitest's own page; the admin's is rendered by the server.
document.documentElement.lang = 'en-GB';
document.title = 'Viewpoints';

// Modules are loaded once for all files, and this is run for each of them.
afterEach(() => cleanup());
