import { DiscardPolicy, RetentionPolicy, StorageType, type StreamConfig } from '@nats-io/jetstream';
import { nanos } from '@nats-io/transport-node';

/** What a service's stream is made of; the rest is fixed. */
export type StreamPlan = {
  /** The publishing service, e.g. "clients". */
  readonly service: string;
  /** The employment area, e.g. "meri-lappi". */
  readonly area: string;
  /** Copies in the cluster: 1 on one machine, 3 in production. */
  readonly replicas?: number;
  /** Age in days at which messages leave the stream; 35 where left out, 30 is the least. */
  readonly maxAgeDays?: number;
};

const dayMs = 86_400_000;
const leastAgeDays = 30;
const duplicateWindowMs = 120_000;
const maxMessageBytes = 262_144;

/** Name of a service's stream: "clients" → "TYOVAYLA_CLIENTS". */
export const streamName = (service: string): string => `TYOVAYLA_${service.replaceAll('-', '_').toUpperCase()}`;

/** All subjects of a service's events: "tyovayla.meri-lappi.clients.>". */
export const streamSubjects = (area: string, service: string): string => `tyovayla.${area}.${service}.>`;

/** The settings with which a stream is made. `discard: new`: a full stream says so to the relay, and nothing unread is lost. */
export const streamSettings = (plan: StreamPlan): Partial<StreamConfig> & { readonly name: string } => ({
  name: streamName(plan.service),
  subjects: [streamSubjects(plan.area, plan.service)],
  storage: StorageType.File,
  retention: RetentionPolicy.Limits,
  discard: DiscardPolicy.New,
  duplicate_window: nanos(duplicateWindowMs),
  max_age: nanos((plan.maxAgeDays ?? leastAgeDays + 5) * dayMs),
  max_msg_size: maxMessageBytes,
  num_replicas: plan.replicas ?? 1,
  deny_delete: true,
  deny_purge: true,
});

type Check = readonly [setting: string, isUnsafe: (config: StreamConfig, plan: StreamPlan) => boolean];

const isSet = (value: unknown): boolean => value !== undefined && value !== null;

/** Each way in which a stream could lose, alter, leak or swallow an event without anybody noticing. */
const checks: readonly Check[] = [
  ['storage', (config) => config.storage !== StorageType.File],
  ['retention', (config) => config.retention !== RetentionPolicy.Limits],
  ['discard', (config) => config.discard !== DiscardPolicy.New],
  ['duplicate_window', (config) => config.duplicate_window < nanos(duplicateWindowMs)],
  ['max_age', (config) => config.max_age > 0 && config.max_age < nanos(leastAgeDays * dayMs)],
  ['max_msgs_per_subject', (config) => config.max_msgs_per_subject > 0 && config.discard_new_per_subject !== true],
  ['max_msg_size', (config) => config.max_msg_size <= 0 || config.max_msg_size > maxMessageBytes],
  ['num_replicas', (config, plan) => config.num_replicas < (plan.replicas ?? 1)],
  ['subjects', (config, plan) => config.subjects?.join(' ') !== streamSubjects(plan.area, plan.service)],
  ['deny_delete', (config) => config.deny_delete !== true],
  ['deny_purge', (config) => config.deny_purge !== true],
  ['no_ack', (config) => config.no_ack === true],
  ['sealed', (config) => config.sealed === true],
  ['allow_rollup_hdrs', (config) => config.allow_rollup_hdrs === true],
  ['allow_msg_ttl', (config) => config.allow_msg_ttl === true],
  ['allow_msg_schedules', (config) => config.allow_msg_schedules === true],
  ['mirror', (config) => isSet(config.mirror)],
  ['sources', (config) => (config.sources ?? []).length > 0],
  ['subject_transform', (config) => isSet(config.subject_transform)],
  ['republish', (config) => isSet(config.republish)],
  ['persist_mode', (config) => String(config.persist_mode) === 'async'],
];

/** Names of the settings with which a stream must not be used; none where it is safe. */
export const unsafeSettings = (config: StreamConfig, plan: StreamPlan): readonly string[] =>
  checks.filter(([, isUnsafe]) => isUnsafe(config, plan)).map(([setting]) => setting);
