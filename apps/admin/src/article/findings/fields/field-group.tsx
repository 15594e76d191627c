import { type ReactNode, useId } from 'react';

/** Fields that belong together, under one name. */
export function FieldGroup(props: {
  legend: ReactNode;
  /** The target name for reasons of a refusal: "holders", "attribution". */
  name: string;
  hint?: ReactNode;
  action?: ReactNode;
  children: ReactNode;
}) {
  const legend = useId();
  return (
    <fieldset
      data-field={props.name}
      aria-labelledby={legend}
      className="min-w-0 border-t border-line pt-3"
    >
      <div className="mb-2 flex items-center gap-2">
        {/* A legend names its group only as a child of it, and could not share a line then. */}
        <span id={legend} className="flex-1 text-sm font-semibold text-ink">
          {props.legend}
        </span>
        {props.action}
      </div>
      {props.hint ? <p className="mb-2 text-sm text-ink-faint">{props.hint}</p> : null}
      <div className="grid gap-3">{props.children}</div>
    </fieldset>
  );
}
