import type { ReactNode } from 'react';

/** Fields that belong together, under one name. */
export function FieldGroup(props: {
  legend: string;
  /** Where a reason for refusal leads: "holders", "attribution". */
  name: string;
  hint?: ReactNode;
  action?: ReactNode;
  children: ReactNode;
}) {
  return (
    <fieldset data-field={props.name} className="min-w-0 border-t border-line pt-3">
      <div className="mb-2 flex items-center gap-2">
        <legend className="float-start flex-1 text-sm font-semibold text-ink">
          {props.legend}
        </legend>
        {props.action}
      </div>
      {props.hint ? <p className="mb-2 text-sm text-ink-faint">{props.hint}</p> : null}
      <div className="grid gap-3">{props.children}</div>
    </fieldset>
  );
}
