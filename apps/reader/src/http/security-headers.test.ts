import { faultsOf, faultsOfPolicy } from '@viewpoints/config/testing/grade-headers';
import { describe, expect, it } from 'vitest';
import { securityHeaders } from './security-headers.ts';

const headersOf = (secure: boolean) =>
  Object.fromEntries(
    securityHeaders({ secure, dev: false }).map(([name, value]) => [name.toLowerCase(), value]),
  );

describe('the headers of a page', () => {
  it('leave a checker nothing to find', () => {
    expect(faultsOf(headersOf(true))).toEqual([]);
  });

  it('let scripts turn no text into code, and nothing come from elsewhere', () => {
    const policy = headersOf(true)['content-security-policy'];
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
  });

  it('speak of TLS only where there is TLS', () => {
    const plain = headersOf(false);
    expect(plain['strict-transport-security']).toBeUndefined();
    expect(plain['content-security-policy']).not.toContain('upgrade-insecure-requests');
  });
});

describe('the checker', () => {
  it.each([
    ["default-src 'self'; script-src 'self' 'unsafe-inline'", 'script: unsafe'],
    ["default-src *; base-uri 'none'", 'default-src: open'],
    ["default-src 'none'; script-src https:", 'script-src: '],
    ["default-src 'none'; script-src 'self' https://cdn.example", 'form-action: '],
    ['', 'script-src'],
  ])('finds what is wrong with %j', (policy, fault) => {
    expect(faultsOfPolicy(policy).join('\n')).toContain(fault);
  });

  it('misses every header that is not there', () => {
    const faults = faultsOf({ 'content-security-policy': "default-src 'none'" });
    expect(faults.join('\n')).toMatch(/nosniff|x-content-type-options/);
    expect(faults).toContain('strict-transport-security: too short');
    expect(faults.length).toBeGreaterThan(8);
  });
});
