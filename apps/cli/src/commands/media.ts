import { confirm } from '@inquirer/prompts';
import { copyMedia, type MoveReport, removeMoved } from '@viewpoints/api/media/move-media';
import { loadSettings } from '@viewpoints/config/env';
import { nameOfPlace, type StorageSettings } from '@viewpoints/config/storage-settings';
import type { EditorialDatabase } from '@viewpoints/db/client';
import { storeAt } from '@viewpoints/pictures/store/open-store';
import { Command } from 'commander';
import { withEditorial } from '../editorial.ts';
import { Failure } from '../failure.ts';
import { sayOver } from '../transfer/say-over.ts';

type Options = { to: string; deleteOld?: boolean; json?: boolean };

export const mediaCommand = new Command('media')
  .description('pictures and files, and where they are stored')
  .addCommand(
    new Command('move')
      .description(
        'copy pictures and files to the other of the two places that STORAGE_URL and STORAGE_ALSO name, and read each back; the journal may be in use meanwhile',
      )
      .requiredOption('--to <place>', 'files, or s3://bucket/prefix')
      .option('--delete-old', 'remove the copies in the other place at the end, without asking')
      .option('--json', 'answer with JSON')
      .action(async (options: Options) => {
        const { report, deleted, isWritten, ...names } = await move(options);
        if (report.damaged.length > 0) process.exitCode = 1;
        if (options.json) console.log(JSON.stringify({ ...names, ...report, deleted }, null, 2));
        else print(names, report, { deleted, isWritten });
      }),
  );

async function move({ to: given, deleteOld = false }: Options) {
  const { storage } = loadSettings();
  const { from, to } = placesOf(storage, given);
  // Until uploads go there, the other place still gets new ones.
  const isWritten = to === storage.current;
  const names = { from: nameOfPlace(from), to: nameOfPlace(to) };
  if (deleteOld && !isWritten)
    throw new Failure(
      `Pictures are still written to ${names.from}. Set STORAGE_URL=${names.to} and STORAGE_ALSO=${names.from} in every instance first.`,
    );
  const stores = { from: storeAt(from), to: storeAt(to) };
  await stores.to.probe();
  return withEditorial(async (_, editorial) => {
    const progress = sayOver(process.stderr);
    try {
      const report = await copyMedia(editorial, stores, (done) =>
        progress.say(`Pictures and files: ${done} looked at`),
      );
      progress.end();
      const removesOld = isWritten && (deleteOld || (await ask(names)));
      const deleted = removesOld ? await remove(editorial, stores, progress.say) : null;
      return { ...names, report, deleted, isWritten };
    } finally {
      progress.end();
    }
  });
}

const remove = (
  editorial: EditorialDatabase,
  stores: Parameters<typeof removeMoved>[1],
  say: (sentence: string) => void,
) => removeMoved(editorial, stores, (done) => say(`Old copies: ${done} removed`));

/** @throws {Failure} if the place is neither of the two that every instance reads */
function placesOf({ current, also }: StorageSettings, given: string) {
  const wanted = given.replace(/\/$/, '');
  if (also === null)
    throw new Failure(
      nameOfPlace(current) === wanted
        ? `Pictures are in ${wanted} already. To move what is elsewhere, set STORAGE_ALSO to the other place in every instance.`
        : `Set STORAGE_ALSO=${wanted} in every instance and start each again, so that both places are read. Then move.`,
    );
  if (nameOfPlace(current) === wanted) return { from: also, to: current };
  if (nameOfPlace(also) === wanted) return { from: current, to: also };
  throw new Failure(
    `${wanted} is neither of the places that are read: ${nameOfPlace(current)} and ${nameOfPlace(also)}.`,
  );
}

async function ask({ from, to }: { from: string; to: string }): Promise<boolean> {
  if (!process.stdin.isTTY) return false;
  return confirm({
    message: `${to} has them all. Remove the old copies from ${from}? Every instance has to run with STORAGE_URL=${to}.`,
    default: false,
  });
}

function print(
  { from, to }: { from: string; to: string },
  { copied, there, missing, damaged }: MoveReport,
  { deleted, isWritten }: { deleted: number | null; isWritten: boolean },
): void {
  const count = (number: number) => number.toLocaleString('en-GB');
  console.log(`Copied ${count(copied)} from ${from} to ${to}; ${count(there)} were there already.`);
  if (missing.length > 0) console.log(`Neither place has: ${missing.join(', ')}`);
  if (damaged.length > 0)
    console.log(
      `These are not what was stored, and were left where they are: ${damaged.join(', ')}. Restore them from a backup, and move again.`,
    );
  if (deleted !== null) console.log(`Removed ${count(deleted)} old copies from ${from}.`);
  console.log(nextStep({ from, to }, { deleted, isWritten }));
}

function nextStep(
  { from, to }: { from: string; to: string },
  { deleted, isWritten }: { deleted: number | null; isWritten: boolean },
): string {
  if (!isWritten)
    return `Now set STORAGE_URL=${to} and STORAGE_ALSO=${from} in every instance, start each again, and move once more: what was uploaded meanwhile is still in ${from}.`;
  if (deleted === null) return `The old copies are still in ${from}. To remove them: --delete-old`;
  return 'Now remove STORAGE_ALSO from the settings of every instance.';
}
