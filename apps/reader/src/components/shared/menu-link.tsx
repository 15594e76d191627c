import type { MenuLink } from '@viewpoints/domain/menus/menus-view';
import { currentRender } from '../../next/render-context.ts';

/** Whether a page is the one that a link of a menu leads to, or below it: `/about/who-we-are` in About. */
function currentOf(href: string): 'page' | 'true' | undefined {
  const { path } = currentRender();
  if (path === href) return 'page';
  return href !== '/' && path.startsWith(`${href}/`) ? 'true' : undefined;
}

/** A link of a menu. */
export function MenuItem({ link: { href, label, language } }: { link: MenuLink }) {
  return (
    <li>
      <a href={href} aria-current={currentOf(href)} lang={language ?? undefined} dir="auto">
        {label}
      </a>
    </li>
  );
}
