import { reading } from '../endpoint.ts';
import { profileDueAnswer, profileDuty, profileDutyQuery } from '../profile-duty-schemas.ts';
import { clientParams } from './clients.ts';

export const getProfileDuty = reading({
  method: 'GET',
  path: '/api/clients/:clientId/profile-duty',
  summary: 'Tells whether the job-applicant profile is published, and by when the rule asks for it',
  params: clientParams,
  query: profileDutyQuery,
  answer: profileDuty,
  handle: async ({ services, caller, params, query }) => {
    const { jobSearchStartedDate, nextDiscussionDate, ...access } = query;
    const question = {
      jobSearchStartedOn: jobSearchStartedDate,
      ...(nextDiscussionDate === undefined ? {} : { nextDiscussionOn: nextDiscussionDate }),
    };
    const [publication, answered] = await Promise.all([
      services.clients.profilePublication(caller, params.clientId, access),
      services.guidance.explainRule(caller, 'profile-due', question, {}),
    ]);
    const { version, outcome, because } = profileDueAnswer.parse(answered);
    // A version for old job searches reaches back to them; the law asks nothing of them before this day.
    const asksFrom = because.find(({ data }) => data?.discussionFrom !== undefined)?.data?.discussionFrom;
    const due = outcome.dueOn === undefined ? {} : { dueDate: outcome.dueOn };
    return { ...publication, required: outcome.required, ...due, ruleValidFromDate: asksFrom ?? version.validFrom };
  },
});
