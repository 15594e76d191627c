import { chromiumLaunchOptions } from '@viewpoints/config/testing/chromium';
import { type Browser, chromium, type Page } from 'playwright-core';

const browsers = new Set<Browser>();

/** The pages that are open in this test file's browsers. */
export const openPages = (): Page[] =>
  [...browsers].flatMap((browser) => browser.contexts().flatMap((context) => context.pages()));

/** Starts a headless browser. */
export async function launchBrowser(further: readonly string[] = []): Promise<Browser> {
  const options = await chromiumLaunchOptions();
  const browser = await chromium.launch({ ...options, args: [...options.args, ...further] });
  browsers.add(browser);
  browser.once('disconnected', () => browsers.delete(browser));
  return browser;
}

export const PHONE = { width: 390, height: 844 };
export const DESK = { width: 1280, height: 900 };
