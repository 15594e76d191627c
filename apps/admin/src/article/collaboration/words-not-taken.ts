import { keepOnDevice, listOnDevice, releaseFromDevice } from '../../device/device-store.ts';
import { toast } from '../../ui/toast.ts';

const shown = new Set<string>();

/**
 * Shows words that are in no text, since the text that they were written in was deleted. They stay
 * on this device until the notice is closed, and are shown again when the article is opened.
 * @param words new ones, in addition to those stored already
 */
export async function showNotTaken(
  { accountId, articleId }: { accountId: string; articleId: string },
  words: readonly string[],
): Promise<void> {
  const name = ['not-taken', articleId];
  if (words.length > 0)
    await keepOnDevice(accountId, [...name, crypto.randomUUID()], words).catch(() =>
      show(words, () => {}),
    );
  for (const { parts, value } of await listOnDevice<string[]>(accountId, name)) {
    const key = parts.join(' ');
    if (shown.has(key)) continue;
    shown.add(key);
    show(value, () => {
      shown.delete(key);
      void releaseFromDevice(accountId, [parts]).catch(() => {});
    });
  }
}

function show(words: readonly string[], onClose: () => void): void {
  const text = words.join('\n');
  toast.warned(
    'Some words were not saved',
    `Somebody deleted the text that you wrote them in: “${words.join('”, “')}”`,
    {
      action: {
        label: 'Copy words',
        onClick: () =>
          void navigator.clipboard
            .writeText(text)
            .then(() => toast.done('Copied'))
            .catch(() =>
              toast.info('Your browser did not allow it. Select the text and copy it by hand.'),
            ),
      },
      onClose,
    },
  );
}
