import type { LocalDate } from '@tyovayla/kernel/local-date';
import { accepted } from '@tyovayla/kernel/result';
import { type Benefit, benefitOn, ofJobSearch } from '../../domain/benefit/benefit.ts';
import { type BenefitKind, generalSupport } from '../../domain/rules/unemployment-benefit.ts';
import { servesClients } from '../access.ts';
import type { OnCase } from '../case-command.ts';
import { type CaseQuery, caseQuery } from '../case-query.ts';
import type { GuidancePorts } from '../ports.ts';

/** What a client gets in the running job search; nothing without one. */
export type BenefitsView = {
  readonly benefits: readonly Benefit[];
  /** By the law of today; absent where nobody told. */
  readonly today?: BenefitKind;
  /** From when general support is paid that is not over today. */
  readonly generalSupportFrom?: LocalDate;
};

/** What the client gets, as it was recorded and by the law of today. */
export const listBenefitsQuery = (ports: GuidancePorts): CaseQuery<OnCase, BenefitsView> =>
  caseQuery(ports, {
    name: 'ListBenefits',
    access: servesClients('client-process'),
    load: async (sql, { clientId }, { clientCase: { jobSearch }, context: { today: day } }) => {
      const recorded = await ports.benefits.ofClient(sql, clientId);
      const benefits = jobSearch === undefined ? [] : ofJobSearch(recorded, jobSearch.jobSearchId);
      const today = benefitOn(benefits, day);
      const supported = generalSupport(benefits).find(({ until }) => until === undefined || day < until);
      return accepted({ benefits, ...(today && { today }), ...(supported && { generalSupportFrom: supported.from }) });
    },
  });
