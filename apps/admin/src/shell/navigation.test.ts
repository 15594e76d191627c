import { describe, expect, it } from 'vitest';
import { isWithin, navigationFor } from './navigation.ts';

const places = (roles: Parameters<typeof navigationFor>[0]) =>
  navigationFor(roles).flatMap((group) => group.items.map((item) => item.href));

describe('where a role can go', () => {
  it('shows a contributor the work and the reference, and nothing of running the journal', () => {
    expect(places(['contributor'])).toEqual(expect.arrayContaining(['/', '/articles', '/sources']));
    for (const href of ['/people', '/settings', '/audit']) {
      expect(places(['contributor'])).not.toContain(href);
    }
  });

  it('gives people and settings to admins alone', () => {
    expect(places(['editor', 'publisher'])).not.toContain('/people');
    expect(places(['admin'])).toEqual(expect.arrayContaining(['/people', '/settings', '/audit']));
    expect(places(['admin'])).not.toContain('/articles');
  });
});

describe('the place one is in', () => {
  it('holds what lies beneath it, and the desk only itself', () => {
    expect(isWithin('/articles/0190', '/articles')).toBe(true);
    expect(isWithin('/articles-of-old', '/articles')).toBe(false);
    expect(isWithin('/articles', '/')).toBe(false);
  });
});
