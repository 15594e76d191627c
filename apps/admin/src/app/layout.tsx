import type { Metadata, Viewport } from 'next';
import { cookies, headers } from 'next/headers';
import type { ReactNode } from 'react';
import { asTheme, THEME_COOKIE } from '../shell/theme.ts';
import { UiProviders } from '../ui/ui-providers.tsx';
import './globals.css';

export const metadata: Metadata = {
  title: { default: 'Viewpoints', template: '%s · Viewpoints' },
  robots: { index: false, follow: false },
};

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f3f5f7' },
    { media: '(prefers-color-scheme: dark)', color: '#12151b' },
  ],
};

/** Reads the request, since every page carries its own nonce and is rendered for it. */
export default async function RootLayout(props: { children: ReactNode }) {
  const nonce = (await headers()).get('x-nonce') ?? undefined;
  const theme = asTheme((await cookies()).get(THEME_COOKIE)?.value);
  return (
    <html lang="en-GB" {...(theme === 'system' ? {} : { 'data-theme': theme })}>
      <body>
        <UiProviders nonce={nonce}>
          <div className="app-root">{props.children}</div>
        </UiProviders>
      </body>
    </html>
  );
}
