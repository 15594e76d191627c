import { Command, CommanderError } from 'commander';
import { backupCommand } from './commands/backup.ts';
import { bounceCommand } from './commands/bounce.ts';
import { doctorCommand } from './commands/doctor.ts';
import { exportCommand } from './commands/export.ts';
import { mediaCommand } from './commands/media.ts';
import { prepareCommand } from './commands/prepare.ts';
import { redirectsCommand } from './commands/redirects.ts';
import { restoreCommand } from './commands/restore.ts';
import { secretCommand } from './commands/secret.ts';
import { subscribersCommand } from './commands/subscribers.ts';
import { tokenCommand } from './commands/token.ts';
import { userCommand } from './commands/user.ts';
import { importCommand } from './import/import-command.ts';
import { adoptRunning } from './running.ts';

/**
 * Runs a command of the command line: each is a file of its own under commands/, and is added here.
 * @param args what was given after the program's name
 * @returns the status to leave with
 * @throws {Failure} and other errors that are written for people, where the command cannot go on
 */
export async function runCommandLine(args: readonly string[]): Promise<number> {
  const commands = new Command('viewpoints')
    .description('Looks after a journal from the command line.')
    .usage('<command> [options]')
    .hook('preAction', adoptRunning())
    .addCommand(importCommand)
    .addCommand(exportCommand)
    .addCommand(backupCommand)
    .addCommand(restoreCommand)
    .addCommand(prepareCommand)
    .addCommand(mediaCommand)
    .addCommand(userCommand)
    .addCommand(tokenCommand)
    .addCommand(redirectsCommand)
    .addCommand(subscribersCommand)
    .addCommand(bounceCommand)
    .addCommand(secretCommand)
    .addCommand(doctorCommand);
  prepare(commands);
  process.exitCode = 0;
  try {
    await commands.parseAsync(args, { from: 'user' });
    return Number(process.exitCode);
  } catch (error) {
    // It has printed what is wrong, or the requested help.
    if (error instanceof CommanderError) return error.exitCode;
    throw error;
  }
}

/** Commands that are added do not inherit the settings of the one above them. */
function prepare(command: Command): void {
  command.showHelpAfterError('Add --help to see what there is.').exitOverride();
  for (const each of command.commands) prepare(each);
}
