import type { FieldViolation } from '@tyovayla/kernel/refusal';

/** An answer that says no, as RFC 9457 problem details. `reason` is the service's permanent code. */
export type Problem = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly reason: string;
  /** Who says so: "portal" or the service's name. */
  readonly domain: string;
  readonly metadata: Readonly<Record<string, string>>;
  /** Every field that cannot be accepted, all at once, in this API's spelling. */
  readonly violations: readonly FieldViolation[];
  /** Only with faults: what to tell the help desk. */
  readonly incident?: string;
};

const titles: Readonly<Record<number, string>> = {
  400: 'The request has fields that cannot be accepted',
  401: 'Sign in first',
  403: 'Not allowed',
  404: 'Not found',
  409: 'The state of things does not allow it',
  413: 'The request is too large',
  415: 'The content type is not supported',
  429: 'A limit is used up',
  500: 'A fault on our side',
  503: 'A service is not available now',
  504: 'A service did not answer in time',
};

type ProblemFacts = {
  readonly status: number;
  readonly reason: string;
  readonly domain?: string;
  readonly metadata?: Readonly<Record<string, string>>;
  readonly violations?: readonly FieldViolation[];
  readonly incident?: string;
};

/** Problem details from their facts. */
export const problem = (facts: ProblemFacts): Problem => ({
  type: `urn:tyovayla:problem:${facts.reason}`,
  title: titles[facts.status] ?? 'Refused',
  status: facts.status,
  reason: facts.reason,
  domain: facts.domain ?? 'portal',
  metadata: facts.metadata ?? {},
  violations: facts.violations ?? [],
  ...(facts.incident === undefined ? {} : { incident: facts.incident }),
});

/** Carries problem details through the HTTP layer, which answers with them. */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(details: Problem) {
    super(details.reason);
    this.name = 'ProblemError';
    this.problem = details;
  }
}

export const refuse = (facts: ProblemFacts): ProblemError => new ProblemError(problem(facts));
