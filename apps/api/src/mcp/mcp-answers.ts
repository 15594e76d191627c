import { AsyncLocalStorage } from 'node:async_hooks';
import {
  type CallToolResult,
  createMcpHandler,
  ProtocolError,
  ProtocolErrorCode,
  Server,
  type Tool,
} from '@modelcontextprotocol/server';
import { answerTool } from '@viewpoints/api/http/answer-tool';
import { describeTools, readsByTool } from '@viewpoints/api/http/read-tools';
import { problemOf } from '@viewpoints/api/problem';
import { problems } from '@viewpoints/domain/problem';
import type { Dependencies } from '../dependencies.ts';

/** Answers one message of the protocol, by its headers and its body. */
export type McpAnswers = (
  requestId: string,
  headers: Readonly<Record<string, string | string[] | undefined>>,
  message: unknown,
) => Promise<Response>;

export function createMcpAnswers(parts: Dependencies): McpAnswers {
  // Schemas are JSON, which their type does not say.
  const tools = describeTools() as object[] as Tool[];
  const handler = createMcpHandler(
    ({ requestInfo }) => {
      const requestId = requestInfo?.headers.get(requestIdHeader) ?? '';
      return createReadServer(parts, tools, requestId);
    },
    {
      // A stream would stay open, and there is nothing to send.
      maxSubscriptions: 0,
      onerror: (error) => {
        const level = isOfCaller(error) ? 'debug' : 'warn';
        parts.log[level]({ err: error, part: 'mcp', requestId: requestIds.getStore() });
      },
    },
  );
  const requestIds = new AsyncLocalStorage<string>();
  return (requestId, headers, message) => {
    const request = new Request(new URL('/mcp', parts.instance.apiUrl), {
      method: 'POST',
      headers: { ...protocolHeaders(headers), [requestIdHeader]: requestId },
    });
    return requestIds.run(requestId, () => handler.fetch(request, { parsedBody: message }));
  };
}

const requestIdHeader = 'x-request-id';

/** Whether a caller can cause the error by what it sends. */
const isOfCaller = (error: Error): boolean =>
  error instanceof ProtocolError || /^(?:Rejected inbound|Unsupported)/.test(error.message);

/** The headers that the protocol has a meaning for. */
function protocolHeaders(headers: Parameters<McpAnswers>[1]): Record<string, string> {
  const names = Object.keys(headers).filter((name) =>
    /^(?:accept|content-type|mcp-.*)$/.test(name),
  );
  return Object.fromEntries(names.map((name) => [name, String(headers[name])]));
}

/** A server for one message: it answers as the anonymous reader, from public views alone. */
function createReadServer(
  { reader, log, instance }: Dependencies,
  tools: Tool[],
  requestId: string,
): Server {
  const server = new Server(
    { name: 'viewpoints', title: 'Viewpoints', version: '1.0.0', websiteUrl: instance.readerUrl },
    { capabilities: { tools: {} }, instructions: instructionsFor(instance.readerUrl) },
  );
  server.setRequestHandler('tools/list', async () => ({ tools }));
  server.setRequestHandler('tools/call', async ({ params }) => {
    const read = readsByTool.get(params.name);
    if (read === undefined)
      throw new ProtocolError(ProtocolErrorCode.InvalidParams, 'There is no such tool.');
    try {
      return contentOf(await answerTool(read, { reader, requestId, log }, params.arguments ?? {}));
    } catch (error) {
      // Unexpected errors were logged where they were thrown.
      return problemContent(error);
    }
  });
  return server;
}

function contentOf(answer: object): CallToolResult {
  return {
    content: [{ type: 'text', text: JSON.stringify(answer) }],
    structuredContent: answer as Record<string, unknown>,
  };
}

/** A problem as a program that reads can act on it: in words. */
function problemContent(error: unknown): CallToolResult {
  const { code, reasons } = problemOf(error);
  const [, title, next] = problems[code];
  const words = reasons.map(({ at, message }) => (at === null ? message : `${at}: ${message}`));
  return {
    isError: true,
    content: [{ type: 'text', text: [`${title}.`, ...words, next].join(' ') }],
  };
}

const instructionsFor = (siteUrl: string) =>
  `A journal of reported positions, as it is published. A finding is one position: who holds it, what exactly, on what \
conditions, on whose word and under what terms. When you use a finding, keep its holders, its conditions, its state and \
the wording of its source: without them it says something else. A source that is described and not named was promised \
that. Do not use what is corrected, withdrawn or retracted. Cite by address: ${siteUrl}/articles/{slug}, \
${siteUrl}/findings/{id}; with .md behind it, the address of an article or a finding gives it as Markdown.`;
