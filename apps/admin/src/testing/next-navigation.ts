import { useSyncExternalStore } from 'react';

/*
 * Replaces Next's router: it stores the address that a screen went to. The address bar is Vitest's,
 * so a screen's own one is stored here.
 */

let address = new URL('http://admin.example/');
let params: Record<string, string> = {};
const listeners = new Set<() => void>();

/** The address of the screen under test, with its query. */
export const currentAddress = () => `${address.pathname}${address.search}`;

/** Goes to an address; `at` are the parameters that Next would read from its path. */
export function navigate(to: string, at: Record<string, string> = {}): void {
  address = new URL(to, address);
  params = at;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
const readAddress = () => address;
const readParams = () => params;

const router = {
  push: (to: string) => navigate(to),
  replace: (to: string) => navigate(to),
  refresh: () => {},
  prefetch: () => {},
  back: () => {},
  forward: () => {},
};

export const useRouter = () => router;
export const usePathname = () => useSyncExternalStore(subscribe, readAddress).pathname;
export const useSearchParams = () => useSyncExternalStore(subscribe, readAddress).searchParams;
export const useParams = () => useSyncExternalStore(subscribe, readParams);

// Next follows what a screen writes into the browser's history.
const follow = (_state: unknown, _title: string, to?: string | URL | null) => {
  if (to) navigate(String(to));
};
window.history.replaceState = follow;
window.history.pushState = follow;
