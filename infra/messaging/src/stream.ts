import {
  JetStreamApiCodes,
  JetStreamApiError,
  type JetStreamManager,
  jetstreamManager,
  type StreamInfo,
} from '@nats-io/jetstream';
import type { Broker } from './broker.ts';
import { type StreamPlan, streamName, streamSettings, unsafeSettings } from './stream-settings.ts';

/** Thrown where a stream exists with settings that could lose, alter or leak an event. */
export class UnsafeStream extends Error {
  override readonly name = 'UnsafeStream';
  readonly stream: string;
  readonly settings: readonly string[];

  constructor(stream: string, settings: readonly string[]) {
    super(`stream ${stream} has unsafe settings: ${settings.join(', ')}`);
    this.stream = stream;
    this.settings = settings;
  }
}

/** The broker's management interface, or undefined while it is away. Answers within two seconds or throws. */
export const managerOf = async (broker: Broker): Promise<JetStreamManager | undefined> => {
  const connection = broker.connection();
  return connection === undefined ? undefined : jetstreamManager(connection, { checkAPI: false, timeout: 2_000 });
};

/** What the broker says of a stream; undefined where it has none of this name. */
export const streamInfo = async (manager: JetStreamManager, name: string): Promise<StreamInfo | undefined> => {
  try {
    return await manager.streams.info(name);
  } catch (error) {
    if (error instanceof JetStreamApiError && error.code === JetStreamApiCodes.StreamNotFound) return undefined;
    throw error;
  }
};

/** The service's stream as it stands, made where it is missing. Throws UnsafeStream where it must not be used. */
export const openStream = async (manager: JetStreamManager, plan: StreamPlan): Promise<StreamInfo> => {
  const name = streamName(plan.service);
  const info = (await streamInfo(manager, name)) ?? (await manager.streams.add(streamSettings(plan)));
  const unsafe = unsafeSettings(info.config, plan);
  if (unsafe.length > 0) throw new UnsafeStream(name, unsafe);
  return info;
};

/**
 * Makes the service's stream where it is missing and refuses one with unsafe settings (UnsafeStream). For the start
 * of a service; the relay checks the same again whenever the broker comes back. "away": the broker can't be asked now.
 */
export const ensureStream = async (broker: Broker, plan: StreamPlan): Promise<'safe' | 'away'> => {
  const manager = await managerOf(broker);
  if (manager === undefined) return 'away';
  await openStream(manager, plan);
  return 'safe';
};
