import { createServer } from 'node:net';

/**
 * Serves mail in a separate process that takes everything and keeps nothing: it sends its parent its address, and
 * how many messages it has taken when it is asked. One that parses messages would be what is measured.
 */
export function serveMailSink(): void {
  let taken = 0;
  const server = createServer((socket) => {
    let isData = false;
    let rest = '';
    socket.on('error', () => {});
    socket.write('220 sink.example ESMTP\r\n');
    socket.on('data', (chunk) => {
      rest += chunk.toString('latin1');
      for (;;) {
        const end = rest.indexOf(isData ? '\r\n.\r\n' : '\r\n');
        if (end < 0) return;
        const line = rest.slice(0, end);
        rest = rest.slice(end + (isData ? 5 : 2));
        if (isData) {
          isData = false;
          taken += 1;
          socket.write('250 taken\r\n');
        } else if (/^DATA/i.test(line)) {
          isData = true;
          socket.write('354 go on\r\n');
        } else if (/^QUIT/i.test(line)) socket.end('221 bye\r\n');
        else socket.write('250 fine\r\n');
      }
    });
  });
  server.listen(0, '127.0.0.1', () => process.send?.({ address: server.address() }));
  process.on('message', () => process.send?.({ taken }));
  process.on('disconnect', () => process.exit(0));
}
