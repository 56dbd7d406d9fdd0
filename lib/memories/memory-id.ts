const uuidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether a text from a URL can be an id at all: Postgres refuses to compare anything else with one. */
export function isMemoryId(text: string): boolean {
  return uuidPattern.test(text);
}
