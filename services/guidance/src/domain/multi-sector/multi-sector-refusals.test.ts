import { GuidanceErrorReason } from '@tyovayla/proto/tyovayla/guidance/v1/guidance_error_reason';
import { multiSectorRefusalCodes } from './multi-sector-refusals.ts';

describe('the ways in which the multi-sector register says no', () => {
  it('are the codes of the contract between 100 and 149', () => {
    const inContract = Object.entries(GuidanceErrorReason)
      .filter(([, number]) => Number(number) >= 100 && Number(number) <= 149)
      .map(([name]) => name.replace('GUIDANCE_ERROR_REASON_', ''));
    expect([...multiSectorRefusalCodes].sort()).toEqual(inContract.sort());
  });
});
