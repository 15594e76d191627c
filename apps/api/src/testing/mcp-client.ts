import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';

/** Connects the SDK's own client to the tools of an API. */
export async function connectMcp(url: string, headers: Record<string, string> = {}) {
  const client = new Client(
    { name: 'test', version: '1.0.0' },
    { versionNegotiation: { mode: 'auto' } },
  );
  const transport = new StreamableHTTPClientTransport(new URL('/mcp', url), {
    requestInit: { headers },
  });
  await client.connect(transport);
  return client;
}

/** A message as programs sent it before the protocol had its newest version. */
export function mcpMessage(method: string, params: unknown = {}): RequestInit {
  return {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json, text/event-stream',
    },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
  };
}
