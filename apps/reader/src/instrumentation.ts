import { currentRender } from './next/render-context.ts';

/** Next answers a failed render with a bare 500; this tells the server what went wrong. */
export function onRequestError(error: unknown): void {
  currentRender().failure ??= error;
}
