'use client';

import { Field as Base } from '@base-ui/react/field';
import type { Direction } from '@viewpoints/domain/values';
import type { HTMLInputAutoCompleteAttribute, KeyboardEvent, Ref } from 'react';
import { classNames } from './class-names.ts';
import { Field, type FieldProps, useOwnMessage } from './field.tsx';

export type TextFieldProps = FieldProps & {
  value: string;
  onChange: (value: string) => void;
  /** Leaving the field, for what is saved by itself. */
  onBlur?: () => void;
  onKeyDown?: (event: KeyboardEvent<HTMLElement>) => void;
  name?: string;
  type?: 'text' | 'email' | 'password' | 'url' | 'number' | 'search';
  /** Given, the field grows with its text and starts at so many rows. */
  rows?: number;
  placeholder?: string;
  autoComplete?: HTMLInputAutoCompleteAttribute;
  autoFocus?: boolean;
  required?: boolean;
  readOnly?: boolean;
  maxLength?: number;
  dir?: Direction | 'auto';
  lang?: string;
  inputClassName?: string;
  ref?: Ref<HTMLInputElement>;
};

/** One line of text, or several where `rows` is given. `onChange` gets the text itself. */
export function TextField(props: TextFieldProps) {
  const { label, labelHidden, hint, error, optional, disabled, className } = props;
  const own = useOwnMessage();
  const field = { label, labelHidden, hint, optional, disabled, className };
  const left = props.maxLength === undefined ? null : props.maxLength - props.value.length;
  // The limit is shown, not enforced by cutting: pasted text must not be lost unseen.
  const counted = left !== null && left < (props.maxLength ?? 0) * 0.15;
  return (
    <Field
      {...field}
      error={error ?? own.message}
      hint={
        counted ? (
          <span className={left < 0 ? 'text-danger' : undefined}>
            {left < 0 ? `${-left} characters too many` : `${left} characters left`}
          </span>
        ) : (
          hint
        )
      }
    >
      <Base.Control
        ref={props.ref}
        value={props.value}
        onValueChange={(value) => {
          own.clear();
          props.onChange(String(value));
        }}
        onInvalid={own.onInvalid}
        {...(props.onBlur ? { onBlur: props.onBlur } : {})}
        {...(props.onKeyDown ? { onKeyDown: props.onKeyDown } : {})}
        name={props.name}
        type={props.rows ? undefined : (props.type ?? 'text')}
        placeholder={props.placeholder}
        autoComplete={props.autoComplete ?? 'off'}
        autoFocus={props.autoFocus}
        required={props.required}
        readOnly={props.readOnly}
        dir={props.dir ?? 'auto'}
        lang={props.lang}
        {...(props.rows ? { render: <textarea rows={props.rows} /> } : {})}
        className={classNames(
          'control',
          props.rows ? 'field-sizing-content max-h-96 resize-y leading-normal' : null,
          props.inputClassName,
        )}
      />
    </Field>
  );
}
