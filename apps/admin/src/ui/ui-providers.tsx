'use client';

import { CSPProvider } from '@base-ui/react/csp-provider';
import { Tooltip } from '@base-ui/react/tooltip';
import { createContext, type ReactNode, useContext } from 'react';
import { Toaster } from './toast.tsx';

const NonceContext = createContext<string | undefined>(undefined);

/** The nonce under which this page may add style elements, for libraries that ask for one. */
export const useNonce = () => useContext(NonceContext);

/** What the components share: the page's nonce, one delay for tooltips, one place for toasts. */
export function UiProviders(props: { nonce: string | undefined; children: ReactNode }) {
  return (
    <NonceContext value={props.nonce}>
      <CSPProvider nonce={props.nonce}>
        <Tooltip.Provider>
          {props.children}
          <Toaster />
        </Tooltip.Provider>
      </CSPProvider>
    </NonceContext>
  );
}
