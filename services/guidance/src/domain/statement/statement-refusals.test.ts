import { GuidanceErrorReason } from '@tyovayla/proto/tyovayla/guidance/v1/guidance_error_reason';
import { neglectRefusalCodes } from '../neglect/neglect-refusals.ts';
import { statementRefusalCodes } from './statement-refusals.ts';

describe('the ways in which neglects and statements say no', () => {
  it('are the codes of the contract from 60 to 99, each without the contract’s prefix', () => {
    const inContract = Object.entries(GuidanceErrorReason)
      .filter(([, number]) => 60 <= number && number < 100)
      .map(([name]) => name.replace('GUIDANCE_ERROR_REASON_', ''));
    expect([...neglectRefusalCodes, ...statementRefusalCodes].sort()).toEqual(inContract.sort());
  });
});
