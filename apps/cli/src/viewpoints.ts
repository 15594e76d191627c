import { Command } from 'commander';
import { Failure, runCommand } from './failure.ts';
import { adoptRunning } from './running.ts';
import { generate } from './tool.ts';

/** The command line: each command is a file of its own under commands/, and is added here. */
await runCommand(async () => {
  const { ok, output } = await generate();
  if (!ok) throw new Failure(output);
  const requireSecrets = adoptRunning();
  // Only now is there a database client for them to import.
  const { doctorCommand } = await import('./commands/doctor.ts');
  const { importCommand } = await import('./import/import-command.ts');
  const { secretCommand } = await import('./commands/secret.ts');
  const { tokenCommand } = await import('./commands/token.ts');
  const { userCommand } = await import('./commands/user.ts');
  await new Command('viewpoints')
    .description('Looks after a journal from the command line.')
    .usage('<command> [options]')
    .showHelpAfterError('Add --help to see what there is.')
    .hook('preAction', requireSecrets)
    .addCommand(importCommand)
    .addCommand(userCommand)
    .addCommand(tokenCommand)
    .addCommand(secretCommand)
    .addCommand(doctorCommand)
    .parseAsync();
  return Number(process.exitCode ?? 0);
});
