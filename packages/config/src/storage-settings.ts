import { join } from 'node:path';
import { z } from 'zod';

/** A place where pictures and files are stored. */
export type StoragePlace =
  | { kind: 'files'; directory: string }
  | {
      kind: 's3';
      bucket: string;
      /** In front of every key; without a slash at its ends, and empty for none. */
      prefix: string;
      endpoint: string;
      region: string;
      /** Whether the bucket is in the path of addresses, and not in their host. */
      pathStyle: boolean;
      accessKeyId: string;
      secretAccessKey: string;
    };

/** A place as it is named in the settings. */
export const nameOfPlace = (place: StoragePlace): string =>
  place.kind === 'files'
    ? 'files'
    : `s3://${[place.bucket, place.prefix].filter((part) => part !== '').join('/')}`;

/** Where pictures and files are written, and the place that is read as well while they are moved. */
export type StorageSettings = { current: StoragePlace; also: StoragePlace | null };

const place = (of: string) =>
  z
    .string()
    .regex(
      /^(?:files|s3:\/\/[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](?:\/[A-Za-z0-9_-][A-Za-z0-9._-]*)*\/?)$/,
      { error: 'must be files, or an address such as s3://bucket/prefix' },
    )
    .optional()
    .describe(of);

/** The variables of storage, as in `environmentSchema`. */
export const storageVariables = {
  STORAGE_URL: place(
    'Where pictures and files are stored: files, or s3://bucket/prefix. Unset: files, in DATA_DIR/media.',
  ),
  STORAGE_ALSO: place(
    'Another such place that is read as well, while pictures and files are moved. Unset: none.',
  ),
  S3_ENDPOINT: z
    .url({
      protocol: /^https?$/,
      error: 'must be an address such as https://objects.example',
      abort: true,
    })
    .refine((text) => /^https?:\/\/[^/@?#]+\/?$/.test(text), {
      error: 'must have no path and no password: buckets are named in STORAGE_URL',
    })
    .optional()
    .describe('Address of the S3-compatible store. Unset: the one of Amazon in S3_REGION.'),
  S3_REGION: z
    .string()
    .regex(/^[A-Za-z0-9-]{1,64}$/, { error: 'must be a name such as eu-central-1' })
    .default('us-east-1')
    .describe('Region that requests to the store are signed for.'),
  S3_PATH_STYLE: z
    .enum(['on', 'off'], { error: 'must be on or off' })
    .optional()
    .describe(
      'on: the bucket is in the path of addresses, off: in their host. Unset: on where S3_ENDPOINT is set.',
    ),
  S3_ACCESS_KEY_ID: z.string().optional().describe('Key to the store; needs S3_SECRET_ACCESS_KEY.'),
  S3_SECRET_ACCESS_KEY: z.string().optional().describe('Secret of S3_ACCESS_KEY_ID.'),
};

type StorageVariables = z.infer<z.ZodObject<typeof storageVariables>>;

/** What is wrong with the variables of storage together. */
export function checkStorage(set: StorageVariables): { variable: string; problem: string }[] {
  const isS3 = [set.STORAGE_URL, set.STORAGE_ALSO].some((url) => url?.startsWith('s3:'));
  const missing = (['S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const)
    .filter((variable) => isS3 && set[variable] === undefined)
    .map((variable) => ({ variable, problem: 'must be set where media are stored at s3://' }));
  const current = normalised(set.STORAGE_URL ?? 'files');
  const isSame = set.STORAGE_ALSO !== undefined && normalised(set.STORAGE_ALSO) === current;
  return [
    ...missing,
    ...(isSame ? [{ variable: 'STORAGE_ALSO', problem: 'must differ from STORAGE_URL' }] : []),
  ];
}

const normalised = (url: string): string => url.replace(/\/$/, '');

/** The places that the variables name. */
export function storageOf(set: StorageVariables, dataDir: string): StorageSettings {
  const placeOf = (url: string): StoragePlace => {
    if (!url.startsWith('s3:')) return { kind: 'files', directory: join(dataDir, 'media') };
    const [bucket = '', ...prefix] = normalised(url).slice('s3://'.length).split('/');
    return {
      ...{ kind: 's3', bucket, prefix: prefix.join('/') },
      endpoint: normalised(set.S3_ENDPOINT ?? `https://s3.${set.S3_REGION}.amazonaws.com`),
      region: set.S3_REGION,
      pathStyle: (set.S3_PATH_STYLE ?? (set.S3_ENDPOINT === undefined ? 'off' : 'on')) === 'on',
      accessKeyId: set.S3_ACCESS_KEY_ID ?? '',
      secretAccessKey: set.S3_SECRET_ACCESS_KEY ?? '',
    };
  };
  return {
    current: placeOf(set.STORAGE_URL ?? 'files'),
    also: set.STORAGE_ALSO === undefined ? null : placeOf(set.STORAGE_ALSO),
  };
}
