'use client';

import { CSPProvider } from '@base-ui/react/csp-provider';
import { Tooltip } from '@base-ui/react/tooltip';
import type { ReactNode } from 'react';
import { Toaster } from './toast.tsx';

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
