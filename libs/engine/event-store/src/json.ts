/** What may stand in an event: plain JSON and nothing that JSON would silently change or drop. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;

export interface JsonObject {
  readonly [key: string]: JsonValue;
}
