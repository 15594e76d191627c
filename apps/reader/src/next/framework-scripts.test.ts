import { describe, expect, it } from 'vitest';
import { removeFrameworkScripts } from './framework-scripts.ts';

describe('a finished page', () => {
  it('loses every script and what loads scripts, and nothing else', () => {
    const html =
      '<html><head><link rel="preload" as="script" href="/a.js"/><link rel="stylesheet" href="/a.css"/></head>' +
      '<body><p>a &lt;script&gt; in the text</p><script src="/a.js" async=""></script>' +
      '<script>self.__next_f.push([1,"<p>\\u003c/script>"])</script></body></html>';
    expect(removeFrameworkScripts(html)).toBe(
      '<html><head><link rel="stylesheet" href="/a.css"/></head>' +
        '<body><p>a &lt;script&gt; in the text</p></body></html>',
    );
  });

  it('keeps data for machines, which no browser runs', () => {
    const data = '<script type="application/ld+json">{"@type":"NewsArticle"}</script>';
    expect(removeFrameworkScripts(`<head>${data}<script>1</script></head>`)).toBe(
      `<head>${data}</head>`,
    );
  });

  it('keeps the scripts of our own', () => {
    const own = '<script type="module" async="" src="/_next/static/scripts/a.0.js"></script>';
    expect(removeFrameworkScripts(`<head>${own}<script src="/_next/a.js"></script></head>`)).toBe(
      `<head>${own}</head>`,
    );
  });

  it.each([
    '<div hidden="" id="S:0">late</div>',
    '<template id="B:0"></template>',
    '<html id="__next_error__"></html>',
  ])('is refused where a script would have to put %s in its place', (html) => {
    expect(() => removeFrameworkScripts(html)).toThrow();
  });
});
