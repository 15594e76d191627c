import { input } from '@inquirer/prompts';
import type { CommandContext } from '@viewpoints/api/command';
import { readSubscriberCounts } from '@viewpoints/api/subscriptions/count-subscribers';
import { forgetAddress } from '@viewpoints/api/subscriptions/forget-address';
import { listAddresses, type ReadSubscriber } from '@viewpoints/api/subscriptions/list-addresses';
import {
  createSubscriberKeys,
  type SubscriberKeys,
} from '@viewpoints/api/subscriptions/subscriber-keys';
import { loadSettings } from '@viewpoints/config/env';
import { SubscriberAddress } from '@viewpoints/domain/subscriptions/subscriber-address';
import type { SubscriptionCounts } from '@viewpoints/domain/subscriptions/subscriber-counts';
import { Command } from 'commander';
import { withEditorial } from '../editorial.ts';
import { Failure } from '../failure.ts';
import { fromCaller } from '../from-caller.ts';
import { writeSubscribers } from '../subscribers/write-subscribers.ts';
import { renderTable } from '../text-table.ts';

export const subscribersCommand = new Command('subscribers')
  .description('readers who get e-mail: count them, list or export them, forget one')
  .addCommand(
    new Command('count')
      .description('count who subscribed, waits to confirm and left, by what and how often')
      .option('--json', 'answer with JSON')
      .action(async ({ json }: { json?: boolean }) => {
        const counts = await withEditorial((_, editorial) => readSubscriberCounts({ editorial }));
        if (json) console.log(JSON.stringify(counts, null, 2));
        else {
          const { subscribers, waiting, kinds, subjects } = counts;
          console.log(`${subscribers} subscribers; ${waiting} addresses wait to be confirmed.\n`);
          const rows = kinds.map(({ kind, counts: each }) => rowOf(kind, each));
          const each = subjects.map(({ subject, counts: own }) => rowOf(subject, own));
          console.log(renderTable([heads('Kind'), ...rows]));
          if (each.length > 0) console.log(`\n${renderTable([heads('Subject'), ...each])}`);
        }
      }),
  )
  .addCommand(
    new Command('list')
      .description('list them with their addresses; the audit record says that it was done')
      .option('--json', 'a line of JSON for each')
      .action(async ({ json }: { json?: boolean }) => {
        await withKeys(async (context, keys) => {
          for await (const each of listAddresses(context, keys, 'settings.list_subscribers'))
            process.stdout.write(`${json ? JSON.stringify(each) : lineOf(each)}\n`);
        });
      }),
  )
  .addCommand(
    new Command('export')
      .description('write them to a file, a line of JSON for each; the audit record says so')
      .argument('<file>', 'a new file: .jsonl, or .jsonl.age where it is encrypted')
      .option(
        '--recipient <key>',
        'encrypt it to a public key of age (age1…); may be given several times',
        (key: string, before: string[] = []) => [...before, key],
      )
      .option('--plain', 'do not encrypt it')
      .action(async (file: string, options: { recipient?: string[]; plain?: boolean }) => {
        const path = fromCaller(file);
        const written = await withKeys((context, keys) =>
          writeSubscribers(path, options, () =>
            listAddresses(context, keys, 'settings.export_subscribers'),
          ),
        );
        console.log(`Exported ${written} subscribers to ${path}.`);
      }),
  )
  .addCommand(
    new Command('forget')
      .description(
        'forget an address and all that it asked for; asks for it, or reads one line of standard input',
      )
      .action(async () => {
        const address = SubscriberAddress.safeParse(await readAddress());
        if (!address.success) throw new Failure('This is no e-mail address.');
        if (!(await withKeys((context, keys) => forgetAddress(context, keys, address.data))))
          throw new Failure('Nobody subscribed with this address, or asked to.');
        console.log('Forgotten. Backups that were made before have it until they are removed.');
      }),
  );

const withKeys = <Result>(
  work: (context: CommandContext, keys: SubscriberKeys) => Promise<Result>,
): Promise<Result> =>
  withEditorial((context) => work(context, createSubscriberKeys(loadSettings().secret)));

/** Read from a prompt, never an argument: arguments are visible to every user of the machine. */
async function readAddress(): Promise<string> {
  if (process.stdin.isTTY) return input({ message: 'Address' });
  let text = '';
  for await (const chunk of process.stdin.setEncoding('utf8')) text += chunk;
  return text.split('\n')[0] ?? '';
}

function lineOf({ address, language, subscriptions }: ReadSubscriber): string {
  const what = subscriptions.map(
    ({ subject, cadence, since }) => `${subject} (${cadence}, since ${since.slice(0, 10)})`,
  );
  return [address ?? '(encrypted with another secret)', language, what.join(', ')].join('  ');
}

const heads = (first: string) => [first, 'At once', 'Daily', 'Weekly', 'Waiting', 'Ended'];

const rowOf = (name: string, counts: SubscriptionCounts): string[] => [
  name,
  ...[counts.at_once, counts.daily, counts.weekly, counts.waiting, counts.ended].map(String),
];
