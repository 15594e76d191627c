/** Every byte that one address answered with: status line, headers and body. */
export type Answer = { address: string; status: number; bytes: Buffer };

/**
 * A `content` attribute is an address only if it looks like one. A comma in plain text ends an address:
 * it is the next value of a table.
 */
const LINK =
  /(?:href|src|srcset|action)\s*=\s*["']([^"']+)["']|content\s*=\s*["'](\/[^"']+)["']|https?:\/\/[^\s"',<>)\\]+/g;

/**
 * Fetches `seeds` and every address of the same origins that any answer names, once each, as a
 * reader without a session or script would.
 * @param limit How many addresses at most; more is an error, since then not all was looked at.
 */
export async function crawl(seeds: string[], limit = 3000): Promise<Answer[]> {
  const origins = new Set(seeds.map((seed) => new URL(seed).origin));
  const waiting = [...seeds];
  const seen = new Set(seeds);
  const answers: Answer[] = [];
  for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
    if (answers.length >= limit) throw new Error(`More than ${limit} addresses, up to ${address}`);
    const answer = await ask(address);
    answers.push(answer);
    for (const link of linksIn(answer)) {
      if (seen.has(link) || !origins.has(new URL(link).origin)) continue;
      seen.add(link);
      waiting.push(link);
    }
  }
  return answers;
}

/** One request, redirects not followed: where they lead is found in their `location` header. */
export async function ask(address: string, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(address, { redirect: 'manual', ...init });
  const headers = [...response.headers].map(([name, value]) => `${name}: ${value}`).join('\n');
  const body = Buffer.from(await response.arrayBuffer());
  const head = `${address}\n${response.status} ${response.statusText}\n${headers}\n\n`;
  return { address, status: response.status, bytes: Buffer.concat([Buffer.from(head), body]) };
}

function linksIn({ address, bytes }: Answer): string[] {
  const text = bytes.toString('utf8');
  const found = [...text.matchAll(LINK)].map((match) => match[1] ?? match[2] ?? match[0]);
  const location = text.match(/^location: (.+)$/m)?.[1];
  return [...found, ...(location ? [location] : [])].flatMap((link) => {
    const target = link.replaceAll('&amp;', '&').split(/[#\s]/)[0];
    if (!target || !URL.canParse(target, address)) return [];
    const url = new URL(target, address);
    return url.protocol.startsWith('http') && !isNarrowed(url) ? [url.href] : [];
  });
}

/** Whether it is a search narrowed further: of those there is no end, and robots.txt forbids them. */
export function isNarrowed({ pathname, searchParams }: URL): boolean {
  return pathname === '/search' && searchParams.size > 1;
}

/** The responses that contain `secret`: as it is, or as URLs, HTML, JSON or base64 would encode it. */
export function answersWith(secret: string, answers: Answer[]): Answer[] {
  const forms = [
    secret,
    secret.toLowerCase(),
    encodeURIComponent(secret),
    Buffer.from(secret).toString('base64').slice(0, -4),
  ];
  return answers.filter(({ bytes }) => {
    const text = bytes.toString('utf8');
    const lower = text.toLowerCase();
    return forms.some((form) => text.includes(form) || lower.includes(form));
  });
}
