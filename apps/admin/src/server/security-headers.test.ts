import { faultsOf } from '@viewpoints/config/testing/grade-headers';
import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy, makeNonce, pageHeaders } from './security-headers.ts';

describe('the headers of a screen', () => {
  it('leave a checker nothing to find', () => {
    const policy = contentSecurityPolicy(makeNonce(), false);
    const headers = { ...pageHeaders({ secure: true }), 'content-security-policy': policy };
    expect(faultsOf(headers)).toEqual([]);
  });

  it('let a screen frame the reading site and nothing else, and the page to sign in at nothing', () => {
    const screen = contentSecurityPolicy(makeNonce(), false, 'https://journal.example');
    const headers = { ...pageHeaders({ secure: true }), 'content-security-policy': screen };
    // The checker knows no origin that a form may be sent to but the page's own: this one is ours.
    expect(faultsOf(headers)).toEqual(['form-action: may lead anywhere']);
    expect(screen.split('; ')).toContain('frame-src https://journal.example');
    expect(screen.split('; ')).toContain("form-action 'self' https://journal.example");
    expect(contentSecurityPolicy(makeNonce(), false).split('; ')).toContain("frame-src 'none'");
  });

  it('speak of TLS only where there is TLS', () => {
    expect(pageHeaders({ secure: false })['strict-transport-security']).toBeUndefined();
  });

  it('carry another nonce each time', () => {
    expect(new Set(Array.from({ length: 100 }, makeNonce)).size).toBe(100);
  });
});
