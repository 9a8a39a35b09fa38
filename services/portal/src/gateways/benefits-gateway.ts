import * as contract from '@tyovayla/proto/tyovayla/guidance/v1/benefit';
import * as schemas from '../api/benefit-schemas.ts';
import type { Benefits } from '../api/process-ports.ts';
import type { GuidanceCalls } from './guidance-calls.ts';
import { does, reads } from './process-call.ts';

export const benefitCodes = { kind: 'BENEFIT_KIND_', benefitToday: 'BENEFIT_KIND_', toldBy: 'BENEFIT_TELLER_' };
const codes = benefitCodes;

/** Unemployment benefits over gRPC, as the API needs them. */
export const benefitsGateway = (calls: GuidanceCalls): Benefits => ({
  listBenefits: reads({
    request: contract.ListBenefitsRequest,
    response: contract.ListBenefitsResponse,
    call: calls.listBenefits,
    answer: schemas.benefitList,
    codes,
  }),
  recordBenefit: does({
    request: contract.RecordBenefitRequest,
    response: contract.RecordBenefitResponse,
    call: calls.recordBenefit,
    answer: schemas.recordedBenefit,
    codes,
  }),
});
