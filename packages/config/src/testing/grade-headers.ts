import evaluator from 'csp_evaluator/dist/evaluator.js';
import finding from 'csp_evaluator/dist/finding.js';
import parser from 'csp_evaluator/dist/parser.js';

/** Half a year, the least that the HTTP Observatory takes for good. */
const leastHsts = 15_768_000;

const referrerPolicies = [
  'no-referrer',
  'same-origin',
  'strict-origin',
  'strict-origin-when-cross-origin',
];

type Rule = [fault: string, holds: (value: string) => boolean, header: string];

/** What Mozilla's HTTP Observatory requires besides the policy, and isolation from other windows. */
const rules: Rule[] = [
  ['type may be guessed', (value) => value === 'nosniff', 'x-content-type-options'],
  ['tells other sites the page', (value) => referrerPolicies.includes(value), 'referrer-policy'],
  ['may be framed', (value) => value === 'DENY', 'x-frame-options'],
  ['shares its window', (value) => value === 'same-origin', 'cross-origin-opener-policy'],
  [
    'may be loaded by other sites',
    (value) => value === 'same-origin' || value === 'same-site',
    'cross-origin-resource-policy',
  ],
  ['may use the camera', (value) => /\bcamera=\(\)/.test(value), 'permissions-policy'],
  ['is open to every origin', (value) => value === '', 'access-control-allow-origin'],
  ['names its program', (value) => value === '', 'x-powered-by'],
];

/**
 * Faults in the headers of an HTML response over TLS: the rules of Mozilla's HTTP Observatory, and
 * Google's CSP Evaluator on the policy. Names are in small letters.
 */
export function faultsOf(headers: Readonly<Record<string, string>>): string[] {
  const policy = headers['content-security-policy'] ?? '';
  const hsts = headers['strict-transport-security'] ?? '';
  const age = Number(/max-age=(\d+)/.exec(hsts)?.[1] ?? 0);
  return [
    ...faultsOfPolicy(policy),
    ...rules.flatMap(([fault, holds, header]) =>
      holds(headers[header] ?? '') ? [] : [`${header}: ${fault}`],
    ),
    ...(age >= leastHsts ? [] : ['strict-transport-security: too short']),
  ];
}

/**
 * Faults of a policy by CSP Evaluator, and by the Observatory's additional rules. It distrusts a
 * site's own scripts if user files may be on the same origin: ours are under `/media`, as pictures
 * that cannot be interpreted as anything else.
 */
export function faultsOfPolicy(policy: string): string[] {
  const findings = new evaluator.CspEvaluator(new parser.CspParser(policy).csp).evaluate();
  const directives = new Map(
    policy.split(';').map((each) => {
      const [name = '', ...values] = each.trim().split(/\s+/);
      return [name, values] as const;
    }),
  );
  const is = (name: string, ...values: string[]) =>
    values.includes(directives.get(name)?.join(' ') ?? '');
  return [
    ...findings
      .filter(({ severity, value }) => severity < finding.Severity.INFO && value !== "'self'")
      .map(({ directive, description }) => `${directive}: ${description}`),
    ...(/unsafe-(?:inline|eval|hashes)/.test(scriptSources(directives)) ? ['script: unsafe'] : []),
    ...(is('base-uri', "'none'", "'self'") ? [] : ['base-uri: may be set']),
    ...(is('form-action', "'none'", "'self'") ? [] : ['form-action: may lead anywhere']),
    ...(is('frame-ancestors', "'none'") ? [] : ['frame-ancestors: may be framed']),
    ...(is('default-src', "'none'", "'self'") ? [] : ['default-src: open']),
  ];
}

function scriptSources(directives: ReadonlyMap<string, string[]>): string {
  return (
    directives.get('script-src') ??
    directives.get('default-src') ?? ["'unsafe-inline'"]
  ).join(' ');
}
