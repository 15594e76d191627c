import { existsSync } from 'node:fs';
import bundledChromium from '@sparticuz/chromium';
import { browserFonts } from './browser-fonts.ts';

/** Paths where distributions and vendors install a Chromium, for systems without the bundled one. */
const SYSTEM_CHROMIUMS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
];

/** No telephoning home: on a closed network those connections fail by the hundred. */
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-default-apps',
  '--disable-dev-shm-usage',
  '--font-render-hinting=none',
];

/**
 * Options with which Playwright starts a headless browser: the bundled one where it runs, so that
 * tests are the same on every machine, and a system Chromium elsewhere. It has no fonts but those
 * that pages load, and one fallback.
 */
export async function chromiumLaunchOptions() {
  const bundled = process.platform === 'linux' && process.arch === 'x64';
  const system = SYSTEM_CHROMIUMS.find((path) => existsSync(path));
  return {
    executablePath:
      bundled || system === undefined ? await bundledChromium.executablePath() : system,
    headless: true,
    args: [...QUIET],
    env: { ...process.env, ...browserFonts() },
  };
}
