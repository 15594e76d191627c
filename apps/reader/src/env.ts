import { loadSettings, type Settings } from '@viewpoints/config/env';

let settings: Settings | null = null;

/** The settings, read at run time and once: a build needs none of them. */
export function readSettings(): Settings {
  settings ??= loadSettings();
  return settings;
}

/** Whether this runs from source and rebuilds as files change. */
export const isDevelopment = process.env.NODE_ENV === 'development';
