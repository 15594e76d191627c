import type { IncomingMessage } from 'node:http';
import { isbot } from 'isbot';

/** Most user agents whose nature is remembered at once; forgotten with each writing. */
const maxUserAgents = 500;

/**
 * Distinguishes reads from requests that are none, or must not be counted: programs that identify
 * themselves, pages prefetched by a browser, and readers whose browser sends Do Not Track or Global
 * Privacy Control.
 */
export class CountedReads {
  /** Whether an agent is a browser: the list of programs is a long pattern to try each time. */
  readonly #agents = new Map<string, boolean>();

  includes({ method, headers }: Pick<IncomingMessage, 'method' | 'headers'>): boolean {
    if (method !== 'GET' || headers.dnt === '1' || headers['sec-gpc'] === '1') return false;
    if (headers['sec-purpose'] !== undefined || headers.purpose === 'prefetch') return false;
    if (headers['x-moz'] === 'prefetch') return false;
    const destination = headers['sec-fetch-dest'];
    if (destination !== undefined && destination !== 'document') return false;
    const agent = headers['user-agent'];
    return agent !== undefined && this.#isBrowser(agent);
  }

  forgetAgents(): void {
    this.#agents.clear();
  }

  #isBrowser(agent: string): boolean {
    const known = this.#agents.get(agent);
    if (known !== undefined) return known;
    const isBrowser = agent.length <= 500 && agent.length > 0 && !isbot(agent);
    if (agent.length <= 500 && this.#agents.size < maxUserAgents)
      this.#agents.set(agent, isBrowser);
    return isBrowser;
  }
}
