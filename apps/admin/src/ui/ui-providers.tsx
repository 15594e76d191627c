'use client';

import { CSPProvider } from '@base-ui/react/csp-provider';
import { Tooltip } from '@base-ui/react/tooltip';
import type { ReactNode } from 'react';
import { Toaster } from './toaster.tsx';

/**
 * In the scripts of the root layout, so that the error page and the desk share one copy of it.
 * @public
 */
// biome-ignore lint/performance/noBarrelFile: for the bundler alone; components import the button itself.
export { Button, ButtonLink } from './button.tsx';

/** Shared context of the components: the page's nonce, one delay for tooltips, one place for toasts. */
export function UiProviders(props: { nonce: string | undefined; children: ReactNode }) {
  return (
    <CSPProvider nonce={props.nonce}>
      <Tooltip.Provider>
        {props.children}
        <Toaster />
      </Tooltip.Provider>
    </CSPProvider>
  );
}
