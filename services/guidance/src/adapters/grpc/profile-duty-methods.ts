import * as contract from '@tyovayla/proto/tyovayla/guidance/v1/profile_duty';
import { queryMethod } from '@tyovayla/runtime/grpc/query-method';
import { shown } from '../../application/case-query.ts';
import type { GuidanceCatalogue } from '../../application/catalogue.ts';
import { askedOf } from './case-request.ts';

/** The contract's method for what clients owe by the law on job-applicant profiles. */
export const profileDutyMethods = ({ queries }: GuidanceCatalogue) => ({
  getProfileDuty: queryMethod({
    query: queries.getProfileDuty,
    request: contract.GetProfileDutyRequest,
    response: contract.GetProfileDutyResponse,
    input: askedOf,
    view: (view) => {
      const { duty, publishedOn = '' } = shown(view);
      return {
        state: contract.profileDutyStateFromJSON(`PROFILE_DUTY_STATE_${duty?.state ?? 'UNSPECIFIED'}`),
        dueDate: duty?.dueOn ?? '',
        publishedDate: publishedOn,
        ruleValidFromDate: duty?.ruleValidFrom ?? '',
      };
    },
  }),
});
