import type { Journal } from '@viewpoints/domain/journal/journal';
import { LinesField } from '../ui/lines-field.tsx';
import { Switch } from '../ui/switch.tsx';
import { Panel } from '../ui/table.tsx';
import { TextField } from '../ui/text-field.tsx';

type Fields = Pick<Journal, 'subscriptions' | 'alertDelay' | 'digestHour' | 'newsletterLanguages'>;

/** Whether readers can subscribe by e-mail, and when they are written to. */
export function SubscriptionFields(props: {
  draft: Fields;
  onSwitch: (on: boolean) => void;
  onLanguages: (languages: string[]) => void;
  onNumber: (name: 'alertDelay' | 'digestHour', value: number) => void;
  fieldError: (name: keyof Fields) => string | null;
  labels: Record<keyof Fields, string>;
}) {
  const { draft, onSwitch, onLanguages, onNumber, fieldError, labels } = props;
  const number = (name: 'alertDelay' | 'digestHour', hint: string) => (
    <TextField
      label={labels[name]}
      required
      type="number"
      hint={hint}
      value={String(draft[name])}
      onChange={(value) => onNumber(name, Number(value))}
      error={fieldError(name)}
      dir="ltr"
    />
  );
  return (
    <Panel title="Subscriptions" padded>
      <div className="space-y-4">
        <Switch
          label={labels.subscriptions}
          hint="Readers subscribe by a form on the reading site. Needs a mail server. Off, nothing is sent, and no link in a message works."
          checked={draft.subscriptions}
          onChange={onSwitch}
        />
        <div className="grid gap-4 sm:grid-cols-2">
          {number(
            'alertDelay',
            'Minutes before an alert is sent. What you withdraw meanwhile is in none.',
          )}
          {number(
            'digestHour',
            'Hour of the time zone above, 0 to 23. Weekly digests go out on Mondays.',
          )}
        </div>
        <LinesField
          label={labels.newsletterLanguages}
          optional
          hint="One BCP 47 tag a line: en, fr. Readers subscribe to each. Empty for no newsletters."
          value={draft.newsletterLanguages}
          onChange={onLanguages}
          error={fieldError('newsletterLanguages')}
        />
      </div>
    </Panel>
  );
}
