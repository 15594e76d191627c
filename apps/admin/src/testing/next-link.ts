import { type ComponentProps, createElement, type MouseEvent } from 'react';
import { navigate } from './next-navigation.ts';

/** Replaces Next's link: its address becomes the current one, without a page behind it. */
// biome-ignore lint/style/noDefaultExport: Next's own is imported so.
export default function Link({ onClick, ...props }: ComponentProps<'a'> & { href: string }) {
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    if (event.defaultPrevented) return;
    event.preventDefault();
    navigate(props.href);
  };
  return createElement('a', { ...props, onClick: follow });
}
