import { loadSettings } from '@viewpoints/config/env';
import { listPendingMigrations } from '@viewpoints/postgres/migrations/migrate';
import { adoptSecret } from '@viewpoints/postgres/roles/adopt-secret';
import { Command } from 'commander';
import { openDatabase } from '../database.ts';
import { Failure } from '../failure.ts';

export const secretCommand = new Command('secret')
  .description('the secret that signs sessions and derives the reading site’s password')
  .addCommand(
    new Command('adopt')
      .description(
        'make this installation’s SECRET the journal’s, where the old one is lost or is to be changed; everybody has to sign in again',
      )
      .action(async () => {
        const settings = loadSettings();
        const database = await openDatabase(settings, {
          join: true,
          say: (sentence) => console.error(sentence),
        });
        try {
          if ((await listPendingMigrations(database.url)).length > 0)
            throw new Failure(
              'The database has not been prepared for this version. Run: npm start',
            );
          await adoptSecret(database.url, settings.secret);
        } finally {
          await database.stop();
        }
        console.log(
          'SECRET is the journal’s now. Give it to every other instance, and start each of them again.',
        );
      }),
  );
