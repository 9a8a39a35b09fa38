import { stepsOf } from './case-steps.ts';

const plan = (state: string, awaitedSigners: readonly string[] = []) => ({
  planId: 'plan',
  state,
  madeDate: '2026-11-24',
  reviewDates: [],
  tasks: [],
  signatures: [],
  awaitedSigners: [...awaitedSigners],
});

const authority = 'EMPLOYMENT_AUTHORITY';

describe('What is offered to a member of a multi-sector case', () => {
  it('is the next step to the employment authority, which leads the case', () => {
    const first = ['REFERRED', 'CONSULTATION', 'ASSESSMENT', 'CLIENT'].map(
      (state) => stepsOf({ state, seenAs: authority, plans: [] })[0],
    );
    expect(first).toEqual(['CONSULT', 'ASSESS', 'ACCEPT', 'MAKE_PLAN']);
  });

  it('is nothing in a case that has ended, nor where the state is not known', () => {
    expect(stepsOf({ state: 'EXITED', seenAs: authority, plans: [] })).toEqual([]);
    expect(stepsOf({ state: 'A_NEW_ONE', seenAs: authority, plans: [] })).toEqual([]);
  });

  it.each(['WELLBEING_COUNTY', 'KELA'])('is the signature alone to %s, while its party has yet to sign', (seenAs) => {
    const awaiting = plan('DRAFT', [authority, 'CLIENT', seenAs]);
    expect(stepsOf({ state: 'CLIENT', seenAs, plans: [awaiting] })).toEqual(['SIGN']);
    expect(stepsOf({ state: 'CLIENT', seenAs, plans: [plan('DRAFT', [authority])] })).toEqual([]);
    expect(stepsOf({ state: 'CONSULTATION', seenAs, plans: [] })).toEqual([]);
  });

  it('lets the employment authority write the client’s signature down, and sign last', () => {
    const early = stepsOf({ state: 'CLIENT', seenAs: authority, plans: [plan('DRAFT', ['CLIENT', authority])] });
    const last = stepsOf({ state: 'CLIENT', seenAs: authority, plans: [plan('DRAFT', [authority])] });
    expect([early.includes('SIGN_FOR_CLIENT'), early.includes('SIGN')]).toEqual([true, false]);
    expect([last.includes('SIGN_FOR_CLIENT'), last.includes('SIGN')]).toEqual([false, true]);
  });

  it('is a review while a plan is in force', () => {
    expect(stepsOf({ state: 'CLIENT', seenAs: authority, plans: [plan('IN_FORCE')] })).toContain('REVIEW');
    expect(stepsOf({ state: 'CLIENT', seenAs: authority, plans: [plan('ENDED')] })).not.toContain('REVIEW');
  });
});
