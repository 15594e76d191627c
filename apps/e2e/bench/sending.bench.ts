import { fork } from 'node:child_process';
import { once } from 'node:events';
import { loadavg } from 'node:os';
import { createSubscriberMailer } from '@viewpoints/api/subscriptions/mail/subscriber-mailer';
import { sendMailings } from '@viewpoints/api/subscriptions/send/send-mailings';
import { createSubscriberKeys } from '@viewpoints/api/subscriptions/subscriber-keys';
import { connectEditorial } from '@viewpoints/db/client';
import { connectReader } from '@viewpoints/db/connect-reader';
import { addAccount, addArticle } from '@viewpoints/db/testing/builders';
import { listStatements } from '@viewpoints/db/testing/list-statements';
import { runSql } from '@viewpoints/db/testing/run-sql';
import { publish } from '@viewpoints/published/testing/publish';
import { serveMailSink } from '../src/bench/mail-sink.ts';
import { report } from '../src/bench/report.ts';
import { makeFixtureDatabase } from '../src/support/fixture-database.ts';

/**
 * How fast subscribers are written to, into a mail server of this machine that keeps nothing: a run of the job, which
 * ends after 50 seconds, with SENDING_SUBSCRIBERS waiting (by default 200,000), against the same messages handed to the
 * same server without a database.
 */
const subscribers = Number(process.env.SENDING_SUBSCRIBERS ?? 200_000);
const bare = 2_000;

if (process.argv.includes('--sink')) serveMailSink();
else await measure();

async function measure(): Promise<void> {
  const sink = fork(import.meta.filename, ['--sink']);
  const [{ address }] = (await once(sink, 'message')) as [{ address: { port: number } }];
  const smtpUrl = `smtp://127.0.0.1:${address.port}`;
  const taken = async (): Promise<number> => {
    sink.send('count');
    const [{ taken: count }] = (await once(sink, 'message')) as [{ taken: number }];
    return count;
  };
  const one = (name: string, unit: string, value: number) =>
    report({ name: `sending: ${name}`, unit, values: [Math.round(value * 100) / 100] });

  const database = await makeFixtureDatabase('nothing');
  const { url, readerUrl, secret } = database;
  const editorial = connectEditorial(url, { poolSize: 5 });
  const reader = connectReader(readerUrl, { poolSize: 5 });
  try {
    const keys = createSubscriberKeys(secret);
    await editorial.$executeRawUnsafe(
      `insert into journal (id, name, tagline, language, time_zone, notice, four_eyes, subscriptions, alert_delay)
     values (1, 'Harbour Review', 'Positions', 'en', 'UTC', '', true, true, 0)`,
    );
    await editorial.$executeRawUnsafe(
      `insert into mailing_cursor (cadence, number, at) select 'at_once', last, now() from public_change_count`,
    );
    // Addresses are decrypted for the row that they were encrypted for, so each is made here.
    const size = 5_000;
    for (let from = 0; from < subscribers; from += size) {
      const rows = Array.from({ length: Math.min(size, subscribers - from) }, (_, index) => {
        const number = (from + index).toString(16).padStart(12, '0');
        const id = `01900000-0000-7000-8000-${number}`;
        return {
          id,
          address: keys.encrypt(id, `reader-${number}@mail.example`),
          hash: number.padStart(64, '0'),
        };
      });
      await editorial.subscriber.createMany({
        data: rows.map(({ id, address, hash }) => ({
          id,
          address,
          addressHash: hash,
          language: 'en',
        })),
      });
      await editorial.subscription.createMany({
        data: rows.map(({ id }) => ({
          ...{ id: id.replace('0190', '0191'), subscriberId: id, subject: 'everything' },
          ...{ cadence: 'at_once', since: new Date(0) },
        })),
      });
    }
    await runSql(url, 'analyze subscriber, subscription');
    const { id } = await addArticle(editorial, { by: (await addAccount(editorial)).id });
    await publish(editorial, id, { at: new Date() });

    const context = {
      editorial,
      mail: { smtpUrl, mailFrom: 'viewpoints@reader.example', outboxDirectory: database.dataDir },
      instance: { readerUrl: 'http://reader.example' },
      subscriptions: { reader, keys, rate: 1_000, log: { warn: () => {} } },
    };
    const memory = () => process.memoryUsage().rss / 1024 / 1024;
    const before = memory();
    let most = before;
    const watch = setInterval(() => {
      most = Math.max(most, memory());
    }, 100);
    const began = performance.now();
    let statements = 0;
    statements = (await listStatements(() => sendMailings(context))).length;
    const seconds = (performance.now() - began) / 1000;
    clearInterval(watch);
    const sent = await taken();

    // The same number into the same server, by the mail library alone.
    const mailer = createSubscriberMailer({
      ...{ smtpUrl, mailFrom: 'viewpoints@reader.example', journal: 'Harbour Review' },
    });
    const content = {
      ...{ language: 'en', title: 'Ostrava waits', intro: ['Ostrava waits.'], sections: [] },
      ...{ outro: [], links: [] },
    };
    const bareBegan = performance.now();
    for (let from = 0; from < bare; from += 20)
      await Promise.all(
        Array.from({ length: 20 }, (_, index) =>
          mailer.send({
            ...{ id: `${from + index}`, recipient: `r${from + index}@mail.example` },
            ...{ subject: 'Ostrava waits', content, leaveAddress: 'http://reader.example/leave' },
          }),
        ),
      );
    const bareRate = bare / ((performance.now() - bareBegan) / 1000);
    mailer.close();

    one('messages in a second, at a rate of 1,000', '/s', sent / seconds);
    one('the same by the mail library alone', '/s', bareRate);
    one('share of that', '', sent / seconds / bareRate);
    one('statements of editors’ role for a message', '', statements / sent);
    one('memory that a run took more, at most', 'MB', most - before);
    one('subscribers that waited', '', subscribers);
    one('load of the machine', '', loadavg()[0] ?? 0);
  } finally {
    await Promise.all([editorial.$disconnect(), reader.$disconnect()]);
    await database.drop();
    sink.disconnect();
  }
}
