import { insertFormerPaths } from '@viewpoints/db/editorial/imports';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DESK, launchBrowser, PHONE } from '../support/browser.ts';
import { type Answer, ask, isNarrowed } from '../support/crawl.ts';
import { pageKinds } from './page-kinds.ts';
import { type ReaderFixture, startReaders } from './reader-fixture.ts';

let fixture: ReaderFixture;
let browser: Browser;
let url: string;
beforeAll(async () => {
  [fixture, browser] = await Promise.all([startReaders(1), launchBrowser()]);
  url = fixture.urls[0] ?? '';
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await fixture?.stop();
});

/** Follows every link, picture and file that a page names on this site, from the front page on. */
async function readEverything(): Promise<Answer[]> {
  const seen = new Set([`${url}/`]);
  const answers: Answer[] = [];
  for (const address of seen) {
    const answer = await ask(address);
    answers.push(answer);
    for (const [, link = ''] of answer.bytes
      .toString('utf8')
      .matchAll(/\s(?:href|src)="([^"]+)"/g)) {
      const target = new URL(link.replaceAll('&amp;', '&'), address);
      target.hash = '';
      if (target.origin === url && !isNarrowed(target)) seen.add(target.href);
    }
  }
  return answers;
}

describe('an address of the journal’s former site', () => {
  it('leads to its article where readers have that, and nowhere otherwise', async () => {
    const slug = 'arveth-changes-his-tense';
    const article = await fixture.editorial.article.findUniqueOrThrow({ where: { slug } });
    const draft = await fixture.editorial.article.findFirstOrThrow({ where: { state: 'draft' } });
    await insertFormerPaths(fixture.editorial, article.id, ['/2019/04/his-tense', '/?p=7']);
    await insertFormerPaths(fixture.editorial, draft.id, ['/2019/04/not-yet']);
    const get = (path: string) => fetch(url + path, { redirect: 'manual' });
    for (const path of ['/2019/04/his-tense/', '/2019/04/His-Tense?utm_source=x', '/?p=7']) {
      const answer = await get(path);
      expect([answer.status, answer.headers.get('location')]).toEqual([308, `/articles/${slug}`]);
    }
    for (const path of ['/2019/04/not-yet/', '/2019/04/never', '/%ff'])
      expect((await get(path)).status).toBe(404);
    expect((await get('/?p=8')).status).toBe(200);
  });
});

describe('the article page', () => {
  it('has each finding next to its sentence if the page is wide, none over another', async () => {
    const context = await browser.newContext({ viewport: DESK });
    const page = await context.newPage();
    await page.goto(`${url}/articles/arveth-changes-his-tense`, { waitUntil: 'networkidle' });
    const places = await page.evaluate(() =>
      [...document.querySelectorAll('.finding-note')].map((note) => {
        const inText = note.querySelector<HTMLAnchorElement>('a[href^="#finding-"]')?.hash ?? '#';
        const sentence = document.getElementById(inText.slice(1))?.getBoundingClientRect();
        const { top, bottom, left } = note.getBoundingClientRect();
        return { top, bottom, left, sentence: sentence?.top ?? 0, edge: sentence?.right ?? 0 };
      }),
    );
    expect(places.length).toBeGreaterThan(4);
    for (const [index, { top, left, sentence, edge }] of places.entries()) {
      expect(left).toBeGreaterThan(edge - 1);
      const above = places[index - 1]?.bottom ?? 0;
      expect(top).toBeGreaterThanOrEqual(above);
      // Next to its sentence, or as near to it as the note before leaves room.
      expect(Math.abs(top - Math.max(sentence, above))).toBeLessThan(32);
    }
    await context.close();
  });

  it('unfolds a finding in place where it is narrow, by its own link, without a script', async () => {
    const context = await browser.newContext({ viewport: PHONE, javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${url}/articles/arveth-changes-his-tense`);
    const proposition = page.locator('.finding-note .proposition').first();
    expect(await proposition.isVisible()).toBe(false);
    await page.locator('.finding-note summary').first().click();
    expect(await proposition.isVisible()).toBe(true);
    await page.locator('.finding-note summary').first().click();
    expect(await proposition.isVisible()).toBe(false);
    await page.locator('a.finding-ref').first().click();
    expect(await proposition.isVisible()).toBe(true);
    await context.close();
  });

  it('opens a note in its place, without a script', async () => {
    const context = await browser.newContext({ viewport: PHONE, javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${url}/articles/the-grammar-of-conditions`);
    const note = page.locator('#note-1');
    const isInView = async () => ((await note.boundingBox())?.y ?? Infinity) < PHONE.height;
    await page.locator('#note-ref-1').scrollIntoViewIfNeeded();
    expect(await isInView()).toBe(false);
    await page.locator('#note-ref-1').click();
    await expect.poll(isInView).toBe(true);
    await page.locator('#note-1 .close-note').click();
    await expect.poll(isInView).toBe(false);
    await context.close();
  });

  it('leads from finding to finding by single keys, until they are turned off', async () => {
    const context = await browser.newContext({ viewport: DESK, reducedMotion: 'reduce' });
    const page = await context.newPage();
    await page.goto(`${url}/articles/the-grammar-of-conditions`);
    const keys = page.locator('[data-tool="keys"]');
    await keys.waitFor();
    // The reference that has the focus, by its figure.
    const focused = () =>
      page.evaluate(() => {
        const link = document.activeElement;
        return link?.matches('.finding-ref') ? link.textContent : null;
      });
    await page.keyboard.press('n');
    expect(await focused()).toBe('1');
    await page.keyboard.press('j');
    expect(await focused()).toBe('2');
    await page.keyboard.press('p');
    expect(await focused()).toBe('1');
    await keys.click();
    await page.getByRole('checkbox').uncheck();
    await page.keyboard.press('Escape');
    await page.keyboard.press('n');
    expect(await focused()).not.toBe('2');
    await context.close();
  });

  it('is set from right to left where its language is', async () => {
    const text = await (await fetch(`${url}/articles/where-the-water-stands`)).text();
    expect(text).toMatch(/<article class="article" lang="fa" dir="rtl"/);
  });

  it('keeps what it says of a holder in one piece where the two run in opposite directions', async () => {
    const context = await browser.newContext({ viewport: DESK });
    const page = await context.newPage();
    await page.goto(`${url}/articles/one-number-on-one-board`);
    // The position on the screen of each letter of "(this article’s own view)", in pixels from the left.
    const lefts = await page.evaluate(() => {
      const holders = [...document.querySelectorAll('.finding-note-holder')];
      const shown = holders.find((each) => each.textContent?.includes('own view)'));
      if (shown === undefined) return [];
      const walker = document.createTreeWalker(shown, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const text = node.textContent ?? '';
        if (!text.includes('own view)')) continue;
        const letters = [text.indexOf('('), text.indexOf('this'), text.indexOf('view)') + 4];
        return letters.map((at) => {
          const range = document.createRange();
          range.setStart(node, at);
          range.setEnd(node, at + 1);
          return range.getBoundingClientRect().left;
        });
      }
      return [];
    });
    expect(lefts).toHaveLength(3);
    expect(lefts).toEqual(lefts.toSorted((a, b) => a - b));
    await context.close();
  });
});

describe('a reader in a browser', () => {
  it('stores nothing, and contacts no other site, whatever the page', async () => {
    const context = await browser.newContext({ viewport: DESK });
    const page = await context.newPage();
    const elsewhere: string[] = [];
    const cookies: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(`${url}/`)) elsewhere.push(request.url());
    });
    page.on('response', async (response) => {
      if ((await response.allHeaders())['set-cookie'] !== undefined) cookies.push(response.url());
    });
    for (const path of Object.values(await pageKinds(fixture))) {
      await page.goto(url + path, { waitUntil: 'networkidle' });
      // As a reader who reads to the end would.
      await page.keyboard.press('End');
      expect(await page.evaluate(whatIsKept), path).toEqual({
        ...{ cookie: '', local: 0, session: 0, databases: 0, caches: 0, workers: 0 },
        reached: [],
      });
    }
    expect(await context.cookies()).toEqual([]);
    expect({ elsewhere, cookies }).toEqual({ elsewhere: [], cookies: [] });
    await context.close();
  });
});

/** What the browser stores for this site, and the parts of a page that would contact others. */
async function whatIsKept() {
  const reaching = [
    'a[ping]',
    'link:is([rel~="preconnect"], [rel~="dns-prefetch"], [rel~="prefetch"], [rel~="prerender"])',
    'iframe',
    'object',
    'embed',
    'form[action^="http"]',
  ];
  return {
    cookie: document.cookie,
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    // Neither exists if a site is reached without TLS and not by a name of this machine.
    caches: 'caches' in globalThis ? (await caches.keys()).length : 0,
    workers: (await navigator.serviceWorker?.getRegistrations())?.length ?? 0,
    reached: [...document.querySelectorAll(reaching.join())].map(({ outerHTML }) => outerHTML),
  };
}

describe('the search', () => {
  it('offers names and titles to who types, by keys alone, and says how many', async () => {
    const context = await browser.newContext({ viewport: PHONE });
    const page = await context.newPage();
    await page.goto(`${url}/search`);
    const box = page.getByRole('combobox', { name: /^Words or names/ });
    await box.focus();
    await page.keyboard.type('mov');
    const options = page.getByRole('option');
    await options.first().waitFor();
    expect(await box.getAttribute('aria-expanded')).toBe('true');
    await page
      .getByRole('status')
      .getByText(/^\d suggestions/)
      .waitFor();
    await page.keyboard.press('ArrowDown');
    const first = options.first();
    expect(await first.getAttribute('aria-selected')).toBe('true');
    expect(await box.getAttribute('aria-activedescendant')).toBe(await first.getAttribute('id'));
    await page.keyboard.press('ArrowUp');
    expect(await box.getAttribute('aria-activedescendant')).toBeNull();
    await page.keyboard.press('Escape');
    expect(await page.getByRole('listbox').isVisible()).toBe(false);
    expect(await box.inputValue()).toBe('mov');
    await page.keyboard.press('ArrowDown');
    const href = (await first.getAttribute('data-href')) ?? '';
    await page.keyboard.press('Enter');
    await page.waitForURL(url + href);
    await context.close();
  });

  it('is whole without a script, in an address to be shared', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${url}/search`);
    await page.getByLabel(/^Words or names/).fill('"the army" ceasefire');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${url}/search?q=%22the+army%22+ceasefire`);
    expect(await page.locator('mark').first().textContent()).toMatch(/army|ceasefire/i);
    await page
      .getByRole('link', { name: /^Findings/ })
      .nth(1)
      .click();
    await page.waitForURL((address) => address.searchParams.get('kind') === 'finding');
    expect(await page.locator('meta[name=robots]').getAttribute('content')).toBe('noindex');
    await context.close();
  });

  it('given a word a letter off, then shows what is meant, and says so, without a script', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${url}/search?q=ceasefier&topic=water`);
    const said = page.locator('.search-corrected');
    expect(await said.textContent()).toBe(
      'Showing results for ceasefire. Nothing was found for “ceasefier”.',
    );
    const meant = said.getByRole('link');
    expect(await meant.getAttribute('href')).toBe('/search?q=ceasefire&topic=water');
    expect(await page.locator('mark').first().textContent()).toMatch(/ceasefire/i);
    await page.goto(`${url}/search?q=zzyzx&topic=water`);
    expect(await page.locator('.search-total').textContent()).toContain('Nothing was found.');
    expect(await page.locator('.search-chosen').textContent()).toContain('Topic: Water');
    await context.close();
  });

  it('offers the same in the head of every page', async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    await page.goto(`${url}/findings`);
    const box = page.getByRole('combobox', { name: 'Search the journal' });
    await box.focus();
    await page.keyboard.type('mov');
    const first = page.getByRole('option').first();
    await first.waitFor();
    await page.keyboard.press('ArrowDown');
    expect(await box.getAttribute('aria-activedescendant')).toBe(await first.getAttribute('id'));
    const href = (await first.getAttribute('data-href')) ?? '';
    await page.keyboard.press('Enter');
    await page.waitForURL(url + href);
    await context.close();
  });

  it('finds a retracted piece as retracted, and pages about the journal', async () => {
    const text = async (q: string) => {
      const answer = await fetch(`${url}/search?${new URLSearchParams({ q })}`);
      return (await answer.text()).replaceAll(/<!--.*?-->/g, '');
    };
    const retracted = await text('naval lease');
    expect(retracted).toMatch(/class="flag">Retracted<.*memorandum-on-port-annis/s);
    expect(await text('privacy')).toContain('href="/about/privacy">Privacy</a>');
  });

  it('says what it ignored, and how many there are of each kind', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${url}/search?q=the+ceasefire+stance:banana`);
    const lines = await page.locator('.search-ignored li').allTextContents();
    expect(lines).toEqual([
      expect.stringMatching(/^Ignored: stance:banana \(no such value; try supports, .*silent\)\.$/),
      'Ignored: the (too common to search for).',
    ]);
    const tabs = page.getByRole('navigation', { name: 'Kinds of results' });
    const all = await tabs.getByRole('listitem').allTextContents();
    expect(all[0]).toBe('All');
    expect(all.slice(1)).toEqual(all.slice(1).map(() => expect.stringMatching(/^[A-Z]\w+ \d+$/)));
    await page.goto(`${url}/search?q=ceasefire&kind=actor`);
    expect(await page.locator('.search-total').textContent()).toContain('No actors were found.');
    expect(await page.locator('.found-names').count()).toBe(0);
    await context.close();
  });

  it('given more than a search takes, then says so, with the words still in the box', async () => {
    for (const q of ['和平'.repeat(155), 'peace '.repeat(200).trim()]) {
      const answer = await fetch(`${url}/search?${new URLSearchParams({ q })}`);
      expect(answer.status).toBe(200);
      const text = await answer.text();
      expect(text).toContain('That is too long; use fewer words.');
      expect(text).toContain(`value="${q}"`);
    }
    const answer = await fetch(`${url}/search?${new URLSearchParams({ q: 'peace '.repeat(40) })}`);
    expect(await answer.text()).not.toContain('peace peace</span>');
  });

  it('takes anything', async () => {
    for (const q of ['ceasefire', '%00', '%ff', '"', "'%3B--", 'x'.repeat(900), '%F0%9F%98%80']) {
      const answers = [await fetch(`${url}/search?q=${q}`), await fetch(`${url}/search?q=${q}`)];
      for (const answer of answers) {
        expect([q, answer.status]).toEqual([q, 200]);
      }
      expect((await fetch(`${url}/search/suggestions?q=${q}`)).status).toBe(200);
    }
  });
});

describe('a frame on another site', () => {
  it.each([
    ...['/embed/issues/foreign-monitors', '/embed/actors/velmark'],
    '/embed/articles/the-arithmetic-of-ashkand/charts/7c0ce7a2-5b1e-4f7e-9d0a-3a1f0c9b2e41',
  ])('can show %s, fresh and kept, and no other page', async (path) => {
    for (let time = 0; time < 2; time += 1) {
      const { headers } = await fetch(url + path);
      expect(headers.get('x-frame-options')).toBeNull();
      expect(headers.get('content-security-policy')).toContain('frame-ancestors *;');
      const page = await fetch(url + path.replace('/embed', ''));
      expect(page.headers.get('x-frame-options')).toBe('DENY');
      expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    }
  });
});

describe('what a reader is sent', () => {
  it('has no script but the site’s own, no inline style, no cookie, nothing of anybody else’s, and no dead link', async () => {
    const answers = await readEverything();
    expect(answers.length).toBeGreaterThan(150);
    const wrong = answers.flatMap(({ address, status, bytes }) => {
      const text = bytes.toString('utf8');
      const faults = [
        status !== 200 && `answers ${status}`,
        /<script(?![^>]* type="application\/ld\+json"|[^>]* src="\/_next\/static\/scripts\/)/i.test(
          text,
        ) && 'has a script of the framework or in its text',
        /<[^>]+\sstyle=/i.test(text) && 'has an inline style',
        /^set-cookie:/im.test(text) && 'sets a cookie',
        text
          .matchAll(/(?:src|srcset)="(https?:[^"]*)"/gi)
          // Feeds name what is theirs in full, since they are read in other places.
          .some(([, source = '']) => !source.startsWith(`${url}/`)) && 'loads from elsewhere',
        !/^content-security-policy: .*script-src 'self'; /im.test(text) &&
          !address.includes('/media/') &&
          'has no policy',
      ];
      return faults.flatMap((fault) => (fault === false ? [] : [`${address} ${fault}`]));
    });
    expect(wrong).toEqual([]);
  });

  it('tells machines what a page is, with one address to a page, and excludes older versions', async () => {
    const read = async (path: string) => (await fetch(url + path)).text();
    const path = '/articles/the-arithmetic-of-ashkand';
    const page = await read(path);
    expect(page).toContain(`<link rel="canonical" href="${url}${path}"/>`);
    expect(page).toContain(`<meta property="og:image" content="${url}${path}/share.png"/>`);
    const [, written = ''] =
      /<script type="application\/ld\+json">(.*?)<\/script>/.exec(page) ?? [];
    const graph = JSON.parse(written)['@graph'] as { '@type': string; correction?: unknown[] }[];
    expect(graph.map((thing) => thing['@type'])).toEqual([
      'AnalysisNewsArticle',
      'BreadcrumbList',
      'NewsMediaOrganization',
    ]);
    expect(graph[0]?.correction).toHaveLength(1);
    for (const unlisted of [`${path}/versions/1`, '/findings?stance=rejects', '/never-was']) {
      const other = await read(unlisted);
      expect(other).toContain('<meta name="robots" content="noindex"/>');
      expect(other).not.toContain('rel="canonical"');
    }
    const feed = await fetch(`${url}/feeds/articles.atom`);
    expect(feed.headers.get('link')).toContain(`<${url}/feeds/articles.atom>; rel="self"`);
    const known = { 'if-none-match': feed.headers.get('etag') ?? '' };
    expect((await fetch(`${url}/feeds/articles.atom`, { headers: known })).status).toBe(304);
  });

  it('says the same to the first and to the next reader', async () => {
    const head = async (path: string) => {
      const { status, headers } = await fetch(url + path);
      const shown = [...headers].filter(([name]) => !/^(?:date|last-modified)$/.test(name));
      return [status, ...shown.map((each) => each.join(': '))];
    };
    for (const path of ['/archive/2019', '/never-asked-for-before', '/search?q=ceasefire']) {
      const first = await head(path);
      expect(await head(path)).toEqual(first);
      expect(first.join()).not.toContain('cache-status');
    }
  });

  it('given an address with nothing behind it, is the same whatever the address', async () => {
    const bodies = await Promise.all(
      [
        '/articles/never-written',
        '/articles/BAD',
        '/findings/1',
        '/topics/none',
        '/x/y/z',
        '/findings?cursor=abc',
      ].map(async (path) => {
        const answer = await fetch(url + path);
        expect(answer.status).toBe(404);
        return answer.text();
      }),
    );
    expect(new Set(bodies).size).toBe(1);
  });

  it('says today’s date in the journal’s time zone', async () => {
    const today = new Intl.DateTimeFormat('en-GB', {
      dateStyle: 'full',
      timeZone: 'Europe/London',
    });
    expect(await (await fetch(url)).text()).toContain(today.format(new Date()));
  });

  it('refuses what is not reading', async () => {
    const answer = await fetch(url, { method: 'POST', body: 'x' });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });
});

describe('content of another site', () => {
  const path = '/articles/the-admirals-and-the-machine';

  it('is loaded when a reader presses, and by itself only if that was chosen', async () => {
    const context = await browser.newContext({ viewport: PHONE });
    const requests: { address: string; referer: string | undefined }[] = [];
    await context.route(/^https:/, async (route) => {
      requests.push({ address: route.request().url(), referer: route.request().headers().referer });
      await route.fulfill({ contentType: 'text/html', body: '<title>Map</title><p>A map.</p>' });
    });
    const page = await context.newPage();
    const elsewhere: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(url)) elsewhere.push(request.url());
    });
    const answer = await page.goto(url + path);
    expect(answer?.headers()['content-security-policy']).toMatch(
      /frame-src https:\/\/www\.openstreetmap\.org$/,
    );
    const embed = page.locator('figure.embed');
    await embed.scrollIntoViewIfNeeded();
    await page.waitForLoadState('networkidle');
    expect(elsewhere).toEqual([]);
    expect(await embed.locator('.embed-offer').textContent()).toContain(
      'OpenStreetMap will learn your address and that you look at this map.',
    );

    await embed.getByRole('button', { name: 'Show the map' }).click();
    await embed.frameLocator('iframe').getByText('A map.').waitFor();
    expect(requests).toEqual([
      {
        address: expect.stringMatching(/^https:\/\/www\.openstreetmap\.org\/export\/embed\.html\?/),
        referer: undefined,
      },
    ]);
    const frame = embed.locator('iframe');
    expect(await frame.getAttribute('sandbox')).not.toMatch(/top-navigation|modals|forms/);
    expect(await frame.getAttribute('title')).toBe('Null Island, where two lines meet');
    expect(await page.evaluate(() => [localStorage.length, document.cookie])).toEqual([0, '']);

    await page.reload();
    expect(await embed.locator('iframe').count()).toBe(0);
    await embed.getByRole('checkbox').check();
    await embed.getByRole('button', { name: 'Show the map' }).click();
    await page.reload();
    await embed.scrollIntoViewIfNeeded();
    await embed.frameLocator('iframe').getByText('A map.').waitFor();
    await embed.getByRole('button', { name: 'Ask before showing OpenStreetMap' }).click();
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    expect(await embed.locator('iframe').count()).toBe(0);
    await embed.getByRole('button', { name: 'Show the map' }).click();
    await embed.frameLocator('iframe').getByText('A map.').waitFor();
    await context.close();
  });

  it('is a link where no script runs, and nobody else may be framed', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(url + path);
    const embed = page.locator('figure.embed');
    expect(await embed.getByRole('button').count()).toBe(0);
    expect(await embed.getByRole('link').getAttribute('href')).toBe(
      'https://www.openstreetmap.org/?mlat=0&mlon=0#map=5/0/0',
    );
    await context.close();
    const front = await fetch(url);
    expect(front.headers.get('content-security-policy')).not.toContain('frame-src');
  });
});
