import { randomBytes } from 'node:crypto';
import { secretPrefix } from '@viewpoints/domain/webhooks/webhook';
import {
  createInstallationCipher,
  type InstallationCipher,
} from '../accounts/installation-cipher.ts';

/** Encrypts secrets of webhooks for the database, each for one webhook. */
export const createWebhookCipher = (installationSecret: string): InstallationCipher =>
  createInstallationCipher(installationSecret, 'webhooks');

/** A secret that messages are signed with, as receivers are given it (Standard Webhooks). */
export const newWebhookSecret = (): string => secretPrefix + randomBytes(32).toString('base64');
