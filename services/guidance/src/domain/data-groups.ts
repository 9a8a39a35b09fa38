import type { LegalBasis } from '@tyovayla/kernel/rule-book';

/** Why and for what a group of what guidance keeps of a client is kept, and what belongs to it. */
export type DataGroup = {
  readonly code: string;
  /** What is kept, as the store names it: "plan_content". */
  readonly kinds: readonly string[];
  /** On which law it rests. A section is empty where none was verified. */
  readonly legalBasis: readonly LegalBasis[];
  /** For what it is kept, as a code that a text of each language belongs to. */
  readonly purpose: 'EMPLOYMENT_SERVICE' | 'TELL_BENEFIT_PAYER' | 'CHOOSE_SERVICE_BY_WORK_ABILITY' | 'JOINT_SUPPORT';
  /** GDPR 9: health and the like. */
  readonly specialCategory: boolean;
};

const handbook = 'handbook 1.3';
const duty: LegalBasis = { act: 'EU 2016/679', section: '6(1)(c), 6(1)(e)', source: handbook };
const health: LegalBasis = { act: 'EU 2016/679', section: '9(2)(b)', source: handbook };
const services: LegalBasis = { act: '380/2023', section: '', source: `${handbook}: chapter on client data` };
const benefits: LegalBasis = { act: '1290/2002', section: '', source: 'handbook 2.7' };
const joint: LegalBasis = { act: '381/2023', section: '', source: 'seed 4.6' };

const ordinary = { legalBasis: [duty, services], purpose: 'EMPLOYMENT_SERVICE', specialCategory: false } as const;
const forPayer = { legalBasis: [duty, benefits], purpose: 'TELL_BENEFIT_PAYER', specialCategory: false } as const;

/** Everything that guidance keeps of a client, by group, for the client's own extract. Handbook 1.3, R1.24. */
export const dataGroups: readonly DataGroup[] = [
  {
    code: 'CASE',
    kinds: ['client_case', 'client_assignment', 'caseload_exception', 'stated_need', 'day_task'],
    ...ordinary,
  },
  { code: 'MEETING', kinds: ['meeting'], ...ordinary },
  {
    code: 'SERVICE_NEED',
    kinds: ['service_need'],
    legalBasis: [duty, health, services],
    purpose: 'EMPLOYMENT_SERVICE',
    specialCategory: true,
  },
  { code: 'PLAN', kinds: ['plan', 'plan_content', 'plan_edit'], ...ordinary },
  {
    code: 'OBLIGATION',
    kinds: ['obligation_period', 'reported_application', 'job_offer_follow_up', 'study_application'],
    ...ordinary,
  },
  { code: 'BENEFIT', kinds: ['benefit'], ...forPayer },
  { code: 'NEGLECT', kinds: ['neglect_candidate', 'neglect', 'hearing', 'hearing_explanation'], ...ordinary },
  { code: 'STATEMENT', kinds: ['statement', 'statement_delivery', 'work_obligation_activity'], ...forPayer },
  {
    code: 'EXPERT',
    kinds: ['expert_order', 'expert_result'],
    legalBasis: [duty, health, services],
    purpose: 'CHOOSE_SERVICE_BY_WORK_ABILITY',
    specialCategory: true,
  },
  {
    code: 'MULTI_SECTOR',
    kinds: ['multi_sector_case', 'multi_sector_member', 'multi_sector_prompt'],
    legalBasis: [duty, health, joint],
    purpose: 'JOINT_SUPPORT',
    specialCategory: true,
  },
];

/** Every other table of the store, and why an extract tells nothing from it. */
export const notExtracted: Readonly<Record<string, string>> = {
  merged_record: 'which records are one person’s: the client registry decides and tells it',
  audit_entry: 'told by ListClientAccesses',
  audit_chain: 'sums over the access log; about nobody',
  audit_checkpoint: 'sums over the access log; about nobody',
  timer: 'when the service looks again at what is told',
  idempotency: 'answers kept for a short while against a request that comes twice',
  outbox: 'facts on their way to other services; told where they come from',
  inbox_event: 'facts of the client registry, which tells them itself',
  relay_state: 'how far facts were sent',
  inbox_cursor: 'how far facts were received',
  schema_migration: 'which form the store has',
  simulated_payer_receipt: 'what the simulated payer remembers; receipts are told with the statement’s delivery',
  management_group: 'about no client',
  specialist_load: 'figures of staff',
  substitution: 'about staff',
  told_team: 'about staff',
};
