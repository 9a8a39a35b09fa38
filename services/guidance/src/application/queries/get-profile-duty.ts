import type { LocalDate } from '@tyovayla/kernel/local-date';
import { accepted } from '@tyovayla/kernel/result';
import { type ProfileDuty, profileDuty } from '../../domain/profile-duty/profile-duty.ts';
import { servesClients } from '../access.ts';
import type { OnCase } from '../case-command.ts';
import { type CaseQuery, caseQuery } from '../case-query.ts';
import type { GuidancePorts } from '../ports.ts';

/** What a client owes; no duty without a running job search. */
export type ProfileDutyView = { readonly duty?: ProfileDuty; readonly publishedOn?: LocalDate };

/** Whether and by when a client owes a published job-applicant profile. */
export const getProfileDutyQuery = (ports: GuidancePorts): CaseQuery<OnCase, ProfileDutyView> =>
  caseQuery(ports, {
    name: 'GetProfileDuty',
    access: servesClients('client-process'),
    load: async (sql, { clientId }, { clientCase }) => {
      const duty = profileDuty(clientCase, await ports.meetings.ofClient(sql, clientId));
      const { profilePublishedOn: publishedOn } = clientCase;
      return accepted({ ...(duty && { duty }), ...(publishedOn && { publishedOn }) });
    },
  });
