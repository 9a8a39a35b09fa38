const typeShape = /^tyovayla\.(?<service>[a-z][a-z0-9_]*)\.(?<version>v\d+)\.(?<message>[A-Z][A-Za-z0-9]*)$/;
const tokenShape = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

const partsOf = (type: string): { readonly service: string; readonly version: string; readonly message: string } => {
  const { service, version, message } = typeShape.exec(type)?.groups ?? {};
  if (service === undefined || version === undefined || message === undefined)
    throw new Error(`not an event type: ${type}`);
  return { service, version, message };
};

const kebab = (message: string): string => message.replace(/(?<=[a-z0-9])(?=[A-Z])/g, '-').toLowerCase();

const token = (text: string): string => {
  if (!tokenShape.test(text)) throw new Error(`not a subject token: ${text}`);
  return text;
};

/**
 * Broker subject of an event, for the relay and for consumers' filters:
 * ("meri-lappi", "tyovayla.clients.v1.JobSearchStarted", "client") →
 * "tyovayla.meri-lappi.clients.v1.client.job-search-started". Throws on anything that isn't a name of ours, so that
 * no wildcard and no data can slip into a subject.
 */
export const subjectOf = (area: string, type: string, concept: string): string => {
  const { service, version, message } = partsOf(type);
  return `tyovayla.${token(area)}.${token(service.replaceAll('_', '-'))}.${version}.${token(concept)}.${token(kebab(message))}`;
};

/** Service that publishes an event type: "tyovayla.clients.v1.JobSearchStarted" → "clients". Throws on another shape. */
export const producerOf = (type: string): string => partsOf(type).service.replaceAll('_', '-');
