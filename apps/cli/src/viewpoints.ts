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
  const commands = new Command('viewpoints')
    .description('Looks after a journal from the command line.')
    .usage('<command> [options]')
    .hook('preAction', requireSecrets)
    .addCommand(importCommand)
    .addCommand(userCommand)
    .addCommand(tokenCommand)
    .addCommand(secretCommand)
    .addCommand(doctorCommand);
  showHintAfterError(commands);
  await commands.parseAsync();
  return Number(process.exitCode ?? 0);
});

/** Commands that are added do not inherit the settings of the one above them. */
function showHintAfterError(command: Command): void {
  command.showHelpAfterError('Add --help to see what there is.');
  for (const each of command.commands) showHintAfterError(each);
}
