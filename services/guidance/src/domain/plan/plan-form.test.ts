import { checkCharacter } from '@tyovayla/kernel/identity-code';
import { type PlanFormText, readPlanForm } from './plan-form.ts';

/** An artificial identity code. */
const identityCode = `140588-900${checkCharacter('140588900')}`;

const written = (about: Partial<PlanFormText> = {}): PlanFormText => ({
  goal: 'OPEN_MARKET_WORK',
  goalText: '',
  language: 'fi',
  tasks: [{ taskId: '', taskCode: '063', dueOn: '2026-03-31', note: '' }],
  followUpOn: '2026-05-04',
  situation: '',
  occupationCode: '',
  ...about,
});

const violationsOf = (about: Partial<PlanFormText>): unknown => {
  const read = readPlanForm(written(about));
  return read.ok ? [] : read.refusal.map(({ field, code }) => `${field} ${code}`);
};

describe('what a specialist writes in a plan', () => {
  it('is understood without the parts that were left empty', () => {
    const read = readPlanForm(written());
    expect(read.ok && read.value).toEqual({
      goal: 'OPEN_MARKET_WORK',
      language: 'fi',
      tasks: [{ taskCode: '063', dueOn: '2026-03-31' }],
      followUpOn: '2026-05-04',
      wish: {},
    });
  });

  // Handbook 1.3: free text is scanned for identity codes.
  it('holds no identity code in any text', () => {
    const text = `kysy ${identityCode}`;
    expect(
      violationsOf({
        goalText: text,
        tasks: [{ taskId: '', taskCode: '063', dueOn: '2026-03-31', note: text }],
        reduction: { count: 1, ground: 'OTHER', text },
      }),
    ).toEqual([
      'draft.goal_text IDENTITY_CODE_IN_TEXT',
      'draft.tasks[0].note IDENTITY_CODE_IN_TEXT',
      'draft.reduction.ground_text IDENTITY_CODE_IN_TEXT',
    ]);
  });

  it('is named field by field where it is wrong', () => {
    expect(
      violationsOf({
        goal: 'FAME',
        language: 'no',
        tasks: [{ taskId: '', taskCode: '091', dueOn: '2026-02-30', note: '' }],
        followUpOn: '',
        situation: 'TIRED',
        occupationCode: '12',
        reduction: { count: 1, ground: 'OTHER', text: '  ' },
      }),
    ).toEqual([
      'draft.goal CODE_UNKNOWN',
      'draft.language CODE_UNKNOWN',
      'draft.tasks[0].task_code CODE_UNKNOWN',
      'draft.tasks[0].due_date DATE_IMPOSSIBLE',
      'draft.follow_up_date DATE_IMPOSSIBLE',
      'draft.situation CODE_UNKNOWN',
      'draft.occupation_code CODE_UNKNOWN',
      'draft.reduction.ground_text REQUIRED',
    ]);
  });

  // Handbook 2.3: the national list runs from 000 to 090.
  it.each(['000', '063', '079', '089', '090'])('takes the national task code %s', (taskCode) => {
    expect(violationsOf({ tasks: [{ taskId: '', taskCode, dueOn: '2026-03-31', note: '' }] })).toEqual([]);
  });
});
