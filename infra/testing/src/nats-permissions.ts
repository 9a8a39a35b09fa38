/** A NATS user: known by its certificate, allowed these subjects and no others. */
export type NatsUser = {
  readonly user: string;
  readonly publish: readonly string[];
  readonly subscribe: readonly string[];
};

/** Who is on the bus of an area: services with their own stream, and what they listen to. */
export type BusPlan = {
  readonly area: string;
  /** Every service with a stream of its own. */
  readonly services: readonly string[];
};

/** The name of a service's stream. */
export const streamOf = (service: string): string => `TYOVAYLA_${service.toUpperCase()}`;

/**
 * What each service may do on the bus: publish its own events, look after its own stream (never purge or delete it),
 * and read others' streams through one consumer of its own on each. Replies go to a private inbox. Beside them
 * `operator`, who sees everything and tends the streams, but cannot publish an event.
 */
export const busUsers = ({ area, services }: BusPlan): readonly NatsUser[] => [
  ...services.map((service) => serviceUser(area, service, services)),
  {
    user: `operator.${area}.tyovayla`,
    publish: ['$JS.API.>', '$JS.ACK.>'],
    subscribe: ['_INBOX_operator.>', `tyovayla.${area}.>`, '$JS.EVENT.>'],
  },
];

const serviceUser = (area: string, service: string, services: readonly string[]): NatsUser => ({
  user: `${service}.${area}.tyovayla`,
  publish: [
    `tyovayla.${area}.${service}.>`,
    '$JS.API.INFO',
    ...['CREATE', 'UPDATE', 'INFO'].map((verb) => `$JS.API.STREAM.${verb}.${streamOf(service)}`),
    // The relay looks what the end of its stream is, to see whether the broker lost something.
    `$JS.API.STREAM.MSG.GET.${streamOf(service)}`,
    ...services.filter((producer) => producer !== service).flatMap((producer) => reading(service, producer)),
  ],
  subscribe: [`_INBOX_${service}.>`],
});

/** Subjects for one durable pull consumer `<service>__from__<producer>` on the producer's stream. */
const reading = (service: string, producer: string): readonly string[] => {
  const stream = streamOf(producer);
  const consumer = `${service}__from__${producer}`;
  return [
    `$JS.API.STREAM.INFO.${stream}`,
    `$JS.API.CONSUMER.CREATE.${stream}.${consumer}`,
    `$JS.API.CONSUMER.CREATE.${stream}.${consumer}.>`,
    `$JS.API.CONSUMER.INFO.${stream}.${consumer}`,
    `$JS.API.CONSUMER.DELETE.${stream}.${consumer}`,
    `$JS.API.CONSUMER.MSG.NEXT.${stream}.${consumer}`,
    `$JS.ACK.${stream}.${consumer}.>`,
  ];
};
