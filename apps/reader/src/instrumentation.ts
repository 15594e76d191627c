import { currentRender } from './next/render-context.ts';

/** Next answers a failed render with a bare 500; the server wants to know what went wrong. */
export function onRequestError(error: unknown): void {
  currentRender().failure ??= error;
}
