import { existsSync } from 'node:fs';
import bundledChromium from '@sparticuz/chromium';
import { type Browser, chromium, type Page } from 'playwright-core';
import { browserFonts } from './browser-fonts.ts';

/** Where distributions and vendors put a Chromium, for systems that the bundled one is not for. */
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

const browsers = new Set<Browser>();

/** The pages that are open in this test file's browsers. */
export const openPages = (): Page[] =>
  [...browsers].flatMap((browser) => browser.contexts().flatMap((context) => context.pages()));

/**
 * Starts a headless browser: the bundled one where it runs, so that journeys are the same on every
 * machine, and a system Chromium elsewhere. It knows no fonts but those that pages bring, and one
 * that stands in for what these lack.
 */
export async function launchBrowser(further: readonly string[] = []): Promise<Browser> {
  const bundled = process.platform === 'linux' && process.arch === 'x64';
  const system = SYSTEM_CHROMIUMS.find((path) => existsSync(path));
  const executablePath =
    bundled || system === undefined ? await bundledChromium.executablePath() : system;
  const env = { ...process.env, ...browserFonts() };
  const args = [...QUIET, ...further];
  const browser = await chromium.launch({ executablePath, headless: true, args, env });
  browsers.add(browser);
  browser.once('disconnected', () => browsers.delete(browser));
  return browser;
}

export const PHONE = { width: 390, height: 844 };
export const DESK = { width: 1280, height: 900 };
