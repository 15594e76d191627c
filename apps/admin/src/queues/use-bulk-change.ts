import { useQueryClient } from '@tanstack/react-query';
import { invalidateKeys } from '../data/query-keys.ts';
import { useTask } from '../ui/use-task.ts';

/**
 * A change of several articles from a dialog. Where it succeeds, the choice and the dialog end and the
 * lists are read again; where it is refused, the dialog stays, with the error.
 */
export function useBulkChange({ onDone, onClose }: { onDone: () => void; onClose: () => void }) {
  const client = useQueryClient();
  const task = useTask();
  const run = async (change: () => Promise<void>) => {
    if (task.busy) return;
    await task.run(async () => {
      await change();
      onDone();
      onClose();
      await invalidateKeys(client, [['queues'], ['articles'], ['desk']]);
    });
  };
  return { busy: task.busy, error: task.error, run };
}
