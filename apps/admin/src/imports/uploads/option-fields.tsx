'use client';

import type { ImportOptions } from '@viewpoints/domain/imports/import-options';
import { disclosures } from '../../form-labels.ts';
import { terms } from '../../labels.ts';
import { optionsOf } from '../../options-of.ts';
import { Select } from '../../ui/select.tsx';
import { Checkbox } from '../../ui/switch.tsx';
import { TextField } from '../../ui/text-field.tsx';

type Props = {
  options: ImportOptions;
  onChange: (options: ImportOptions) => void;
  errorOf: (path: string) => string | null;
};

/** What can be chosen for an import of a kind, as its command has it. */
export function OptionFields({ options, onChange, errorOf }: Props) {
  if (options.kind === 'sources')
    return (
      <div className="grid gap-4 sm:grid-cols-2">
        <Select
          label="Attribution"
          value={options.attribution}
          onChange={(attribution) => onChange({ ...options, attribution })}
          options={optionsOf(terms)}
          hint={terms[options.attribution].hint}
        />
        <Select
          label="Disclosure"
          value={options.disclosure}
          onChange={(disclosure) => onChange({ ...options, disclosure })}
          options={optionsOf(disclosures)}
          hint={disclosures[options.disclosure].hint}
        />
      </div>
    );
  return (
    <div className="grid gap-4">
      {'site' in options ? (
        <TextField
          label="Old site"
          optional={options.kind === 'feed'}
          required={options.kind !== 'feed'}
          type="url"
          dir="ltr"
          placeholder="https://old.example.org"
          hint={options.kind === 'feed' ? 'Where the feed does not say it.' : undefined}
          value={options.site ?? ''}
          onChange={(site) => onChange({ ...options, site: site.trim() } as ImportOptions)}
          error={errorOf('options.site')}
        />
      ) : null}
      {'addresses' in options ? (
        <TextField
          label="Address pattern"
          optional={options.kind === 'markdown'}
          required={options.kind === 'ghost'}
          dir="ltr"
          placeholder="/{year}/{slug}/"
          hint="How addresses were made there, of {slug}, {id}, {path}, {year}, {month}, {day} and {topic}. They lead to the articles here."
          value={options.addresses ?? ''}
          onChange={(addresses) => onChange({ ...options, addresses } as ImportOptions)}
          error={errorOf('options.addresses')}
        />
      ) : null}
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label="Language"
          optional
          dir="ltr"
          placeholder="en-GB"
          hint="Of what does not say its own."
          value={options.language ?? ''}
          onChange={(language) => onChange({ ...options, language: language.trim() || null })}
          error={errorOf('options.language')}
        />
        {'encoding' in options ? (
          <TextField
            label="Encoding"
            optional
            dir="ltr"
            placeholder="windows-1252"
            hint="Where the file says it wrongly."
            value={options.encoding ?? ''}
            onChange={(encoding) => onChange({ ...options, encoding: encoding.trim() || null })}
            error={errorOf('options.encoding')}
          />
        ) : null}
      </div>
      {options.kind === 'feed' ? (
        <Checkbox
          label="Whole texts"
          hint="Also where the feed calls them descriptions."
          checked={options.fullText}
          onChange={(fullText) => onChange({ ...options, fullText })}
        />
      ) : null}
      <Checkbox
        label="Import pages"
        hint="Pages such as “About us” become drafts of articles too."
        checked={options.pages}
        onChange={(pages) => onChange({ ...options, pages })}
      />
    </div>
  );
}

/** Options as they are sent, without optional fields that are empty. */
export function cleanOptions(options: ImportOptions): ImportOptions {
  if (options.kind === 'feed') return { ...options, site: options.site || null };
  if (options.kind === 'markdown') return { ...options, addresses: options.addresses || null };
  return options;
}
