import * as contract from '@tyovayla/proto/tyovayla/guidance/v1/statement';
import type { WrittenContent } from '../../application/commands/read-statement.ts';
import type { StatementContent } from '../../domain/statement/statement.ts';

type Case = NonNullable<contract.StatementContent['content']>;

const allowanceFrom = (allowance: contract.ExpenseAllowance): string =>
  contract.expenseAllowanceToJSON(allowance).replace('EXPENSE_ALLOWANCE_', '');

const findingFrom = (finding: contract.ConditionFinding): string =>
  contract.conditionFindingToJSON(finding).replace('CONDITION_FINDING_', '');

const days = (period: contract.StatedPeriod | undefined): { readonly from: string; readonly to: string } => ({
  from: period?.fromDate ?? '',
  to: period?.toDate ?? '',
});

const ofSanction = ({ neglectId, fromDate }: contract.WaitingPeriod | contract.WorkObligation) => ({
  neglectId: neglectId.toLowerCase(),
  from: fromDate,
});

const serviceFrom = (service: contract.ServiceParticipation): WrittenContent => ({
  kind: 'SERVICE_PARTICIPATION',
  ...days(service.period),
  serviceCode: service.serviceCode,
  daysPerWeek: service.daysPerWeek,
  allowance: allowanceFrom(service.expenseAllowance),
});

const writtenFrom = (given: Case): WrittenContent => {
  switch (given.$case) {
    case 'jobSearchValid': {
      const seeks = given.value.fullTimeWorkSought ? 'FULL_TIME' : 'PART_TIME';
      return { kind: 'JOB_SEARCH_VALID', ...days(given.value.period), seeks };
    }
    case 'waitingPeriod':
      return { kind: 'WAITING_PERIOD', ...ofSanction(given.value) };
    case 'workObligation':
      return { kind: 'WORK_OBLIGATION', ...ofSanction(given.value) };
    case 'obligationMet':
      return { kind: 'OBLIGATION_MET', obligationStatementId: given.value.obligationStatementId.toLowerCase() };
    case 'notUnemployedEntrepreneur':
      return { kind: 'NOT_UNEMPLOYED_ENTREPRENEUR', from: given.value.fromDate };
    case 'notUnemployedStudent':
      return { kind: 'NOT_UNEMPLOYED_STUDENT', from: given.value.fromDate };
    case 'serviceParticipation':
      return serviceFrom(given.value);
    case 'serviceInterrupted': {
      const { serviceCode, interruptedDate } = given.value;
      return { kind: 'SERVICE_INTERRUPTED', serviceCode, from: interruptedDate };
    }
    case 'youthEducationDuty':
      return { kind: 'YOUTH_EDUCATION_DUTY', from: given.value.fromDate, finding: findingFrom(given.value.finding) };
    case 'changeSecurity':
      return { kind: 'CHANGE_SECURITY', from: given.value.noticeDate, finding: findingFrom(given.value.finding) };
    case 'noObstacle':
      return { kind: 'NO_OBSTACLE', ...days(given.value.period), freeGround: given.value.freeGround };
    case 'obstacle':
      return { kind: 'OBSTACLE', ...days(given.value.period), freeGround: given.value.freeGround };
    case 'euJobSearch':
      return { kind: 'EU_JOB_SEARCH', from: given.value.fromDate, countryCode: given.value.countryCode };
  }
};

/** What a request asks a statement to say, as it was written; undefined where nothing is set. */
export const writtenContentFrom = (content: contract.StatementContent | undefined): WrittenContent | undefined =>
  content?.content && writtenFrom(content.content);

const periodTo = ({ from, to = '' }: { readonly from: string; readonly to?: string }): contract.StatedPeriod => ({
  fromDate: from,
  toDate: to,
});

const findingTo = (finding: 'MET' | 'NOT_MET'): contract.ConditionFinding =>
  contract.conditionFindingFromJSON(`CONDITION_FINDING_${finding}`);

const serviceTo = (service: Extract<StatementContent, { readonly kind: 'SERVICE_PARTICIPATION' }>): Case => ({
  $case: 'serviceParticipation',
  value: {
    serviceCode: service.serviceCode,
    period: periodTo(service),
    daysPerWeek: service.daysPerWeek,
    expenseAllowance: contract.expenseAllowanceFromJSON(`EXPENSE_ALLOWANCE_${service.allowance}`),
    allowanceCents: BigInt(service.allowanceCents),
  },
});

const caseTo = (content: StatementContent): Case => {
  switch (content.kind) {
    case 'JOB_SEARCH_VALID': {
      const fullTimeWorkSought = content.seeks === 'FULL_TIME';
      return { $case: 'jobSearchValid', value: { period: periodTo(content), fullTimeWorkSought } };
    }
    case 'WAITING_PERIOD': {
      const { neglectId, from, days: length } = content;
      return { $case: 'waitingPeriod', value: { neglectId, fromDate: from, days: length } };
    }
    case 'WORK_OBLIGATION': {
      const { neglectId, from, weeks } = content;
      return { $case: 'workObligation', value: { neglectId, fromDate: from, weeks } };
    }
    case 'OBLIGATION_MET': {
      const { obligationStatementId, from } = content;
      return { $case: 'obligationMet', value: { obligationStatementId, metDate: from } };
    }
    case 'NOT_UNEMPLOYED_ENTREPRENEUR':
      return { $case: 'notUnemployedEntrepreneur', value: { fromDate: content.from } };
    case 'NOT_UNEMPLOYED_STUDENT':
      return { $case: 'notUnemployedStudent', value: { fromDate: content.from } };
    case 'SERVICE_PARTICIPATION':
      return serviceTo(content);
    case 'SERVICE_INTERRUPTED': {
      const { serviceCode, from } = content;
      return { $case: 'serviceInterrupted', value: { serviceCode, interruptedDate: from } };
    }
    case 'YOUTH_EDUCATION_DUTY':
      return { $case: 'youthEducationDuty', value: { finding: findingTo(content.finding), fromDate: content.from } };
    case 'CHANGE_SECURITY':
      return { $case: 'changeSecurity', value: { finding: findingTo(content.finding), noticeDate: content.from } };
    case 'NO_OBSTACLE':
      return { $case: 'noObstacle', value: { period: periodTo(content), freeGround: content.freeGround } };
    case 'OBSTACLE':
      return { $case: 'obstacle', value: { period: periodTo(content), freeGround: content.freeGround } };
    case 'EU_JOB_SEARCH':
      return { $case: 'euJobSearch', value: { countryCode: content.countryCode, fromDate: content.from } };
  }
};

/** What a statement says, as a message. */
export const contentTo = (content: StatementContent): contract.StatementContent => ({ content: caseTo(content) });
