import { dialogOnDemand } from '../../ui/on-demand.tsx';
import type { ArticleSession } from '../screen/use-article-session.ts';
import type { Scheduling } from './schedule-dialog.tsx';

const AssignDialog = dialogOnDemand(
  async () => (await import('../assignment/assign-dialog.tsx')).AssignDialog,
);
const ScheduleDialog = dialogOnDemand(
  async () => (await import('./schedule-dialog.tsx')).ScheduleDialog,
);
const dialogs = {
  changes: dialogOnDemand(async () => (await import('./publish-dialogs.tsx')).ChangesDialog),
  publish: dialogOnDemand(async () => (await import('./publish-dialogs.tsx')).PublishDialog),
  retract: dialogOnDemand(async () => (await import('./publish-dialogs.tsx')).RetractDialog),
  archive: dialogOnDemand(async () => (await import('./publish-dialogs.tsx')).ArchiveDialog),
  embargo: dialogOnDemand(async () => (await import('./embargo-dialog.tsx')).EmbargoDialog),
  correct: dialogOnDemand(async () => (await import('./correct-dialog.tsx')).CorrectDialog),
  trash: dialogOnDemand(async () => (await import('./trash-dialog.tsx')).TrashDialog),
};

/** A step of the article that opens a dialog first. */
export type DialogStep = keyof typeof dialogs | Scheduling | 'submit';

/** The dialog of a step. */
export function StepDialog(props: {
  step: DialogStep;
  session: ArticleSession;
  onClose: () => void;
}) {
  const { step, ...given } = props;
  if (step === 'submit') return <AssignDialog {...given} mode="submit" />;
  if (step === 'schedule' || step === 'reschedule' || step === 'suggest')
    return <ScheduleDialog {...given} scheduling={step} />;
  const Shown = dialogs[step];
  return <Shown {...given} />;
}
