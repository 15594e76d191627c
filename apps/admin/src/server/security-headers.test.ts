import { faultsOf } from '@viewpoints/config/testing/grade-headers';
import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy, makeNonce, pageHeaders } from './security-headers.ts';

describe('the headers of a screen', () => {
  it('leave a checker nothing to find', () => {
    const policy = contentSecurityPolicy(makeNonce(), false);
    const headers = { ...pageHeaders({ secure: true }), 'content-security-policy': policy };
    expect(faultsOf(headers)).toEqual([]);
  });

  it('speak of TLS only where there is TLS', () => {
    expect(pageHeaders({ secure: false })['strict-transport-security']).toBeUndefined();
  });

  it('carry another nonce each time', () => {
    expect(new Set(Array.from({ length: 100 }, makeNonce)).size).toBe(100);
  });
});
