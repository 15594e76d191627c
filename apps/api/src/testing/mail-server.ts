import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A message as it came over the wire. */
export type Mailed = {
  to: string;
  from: string;
  /** The whole message, unfolded and without the encoding of its parts. */
  raw: string;
  /** Its headers, by their names in lower case. */
  headers: Map<string, string>;
};

export type MailServer = {
  url: string;
  received: Mailed[];
  /** The code with which recipients are refused, by their address; 0 breaks the connection off. */
  refuse: (code: ((address: string) => number | null) | null) => void;
  close: () => Promise<void>;
};

/** A real mail server that stores what it is sent. */
export async function startMailServer(): Promise<MailServer> {
  const received: Mailed[] = [];
  let refusal: ((address: string) => number | null) | null = null;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _session, done) => {
      const responseCode = refusal?.(address) ?? null;
      done(
        responseCode === null
          ? null
          : Object.assign(new Error(responseCode === 550 ? '5.1.1 no such mailbox' : 'not now'), {
              responseCode,
            }),
      );
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const { rcptTo, mailFrom } = session.envelope;
        received.push({
          to: rcptTo.map(({ address }) => address).join(),
          from: mailFrom === false ? '' : mailFrom.address,
          ...read(Buffer.concat(chunks).toString('latin1')),
        });
        done();
      });
    },
  });
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    refuse: (code) => {
      refusal = code;
    },
    close: () => new Promise<void>((resolve) => server.close(resolve)),
  };
}

function read(message: string): Pick<Mailed, 'raw' | 'headers'> {
  const [head = '', ...rest] = message.split('\r\n\r\n');
  const headers = new Map(
    head
      .replaceAll(/\r\n[ \t]+/g, ' ')
      .split('\r\n')
      .map((line): [string, string] => {
        const [name = ''] = line.split(':', 1);
        return [name.toLowerCase(), line.slice(name.length + 1).trim()];
      }),
  );
  const bytes = rest
    .join('\r\n\r\n')
    .replaceAll('=\r\n', '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
  return { headers, raw: `${head}\n\n${Buffer.from(bytes, 'latin1').toString('utf8')}` };
}
