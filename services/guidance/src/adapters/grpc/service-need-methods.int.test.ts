import { randomUUID } from 'node:crypto';
import { checkCharacter } from '@tyovayla/kernel/identity-code';
import { type AssessServiceNeedRequest, Stated } from '@tyovayla/proto/tyovayla/guidance/v1/service_need';
import { type Caller, type GuidanceServer, startGuidanceServer } from '../../testing/guidance-server.ts';
import { aServiceNeedRequest, refusalOf, registered } from '../../testing/portal-calls.ts';

let guidance: GuidanceServer;

const manager: Caller = { staffId: 'staff-0003', role: 'SERVICE_MANAGER' };

beforeAll(async () => {
  guidance = await startGuidanceServer();
});

afterAll(() => guidance?.stop());

const assess = async (clientId: string, about: Partial<AssessServiceNeedRequest> = {}) =>
  guidance.portal.assessServiceNeed(aServiceNeedRequest(clientId, about), await guidance.as(manager));

describe('the assessment of service needs as its callers meet it', () => {
  it('is stored, shown and told without its words', async () => {
    const clientId = randomUUID();
    await guidance.hear(registered(clientId));
    const { assessmentId } = await assess(clientId);
    const { assessments } = await guidance.portal.getServiceNeed({ clientId }, await guidance.as(manager));
    expect(assessments).toMatchObject([
      {
        assessmentId,
        assessedDate: '2026-02-02',
        segmentCode: '03',
        note: 'Iltavuorot sopivat',
        assessedBy: 'staff-0003',
      },
    ]);
  });

  it('takes no note with an identity code, and does not repeat it', async () => {
    const clientId = randomUUID();
    await guidance.hear(registered(clientId));
    const code = `140588-955${checkCharacter('140588955')}`;
    const refusal = await refusalOf(assess(clientId, { note: `tunnus ${code}` }));
    expect(refusal).toMatchObject({
      code: 'INVALID_ARGUMENT',
      violations: [{ field: 'note', code: 'IDENTITY_CODE_IN_TEXT' }],
    });
    expect(JSON.stringify(refusal)).not.toContain('140588');
  });

  it('says since 2026 whether work ability was considered', async () => {
    const clientId = randomUUID();
    await guidance.hear(registered(clientId));
    const refusal = await refusalOf(assess(clientId, { workAbilityConsidered: Stated.STATED_UNSPECIFIED }));
    expect(refusal).toMatchObject({ code: 'FAILED_PRECONDITION', reason: 'WORK_ABILITY_NOT_STATED' });
  });
});
