import type { Refusal } from '@tyovayla/kernel/refusal';
import { accepted, refused } from '@tyovayla/kernel/result';
import type { Query } from '@tyovayla/runtime/query';
import type { InitialInterview } from '../../domain/initial-interview/initial-interview.ts';
import { withheldRule } from '../access-rules/withheld-rule.ts';
import type { InitialInterviews } from '../ports.ts';

/** No interview is planned, or the caller may not know that one is. */
const notFound: Refusal = { kind: 'missing', code: 'INITIAL_INTERVIEW_NOT_FOUND', data: {} };

/** When a client's initial interview is due. Shown to those who serve clients. */
export const getInitialInterview = (interviews: InitialInterviews): Query<string, InitialInterview> => ({
  name: 'GetInitialInterview',
  access: {
    roles: ['CASE_SPECIALIST', 'SERVICE_MANAGER', 'PROTECTED_CLIENT_HANDLER'],
    programs: ['portal'],
    programsAlone: [],
    purpose: 'employment-service',
    dataGroup: 'client-process',
  },
  missing: notFound,
  load: async (sql, clientId) => {
    const interview = await interviews.find(sql, clientId);
    return interview === undefined ? refused(notFound) : accepted(interview);
  },
  maySee: (interview, { actor }) => withheldRule(interview, actor),
  subjectOf: (clientId) => clientId,
});
