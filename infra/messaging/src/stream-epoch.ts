import type { StreamInfo } from '@nats-io/jetstream';

/** Metadata of a stream and of its consumers: how often the stream lost its end. */
export const epochKey = 'tyovayla-epoch';

/** Names one life of a stream: another value means that a consumer must start over. */
export const epochOf = (info: StreamInfo): string => `${info.created} ${info.config.metadata?.[epochKey] ?? '0'}`;
