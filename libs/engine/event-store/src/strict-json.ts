import canonicalize from 'canonicalize';
import { fail, ok, type Result } from '#libs/domain/kernel';
import type { JsonObject } from './json.js';

/** Deep enough for any form; stops what contains itself before the stack does. */
const DEEPEST = 64;

/**
 * The one text of a JSON object (RFC 8785): keys in order, no spaces, numbers as ECMAScript writes them. The same content
 * always gives the same bytes, so it can be hashed, compared and signed.
 *
 * Only strict JSON gets through. Left to itself a serialiser drops `undefined`, calls `toJSON`, fills holes in arrays and
 * so stores something that nobody has said; PostgreSQL has no text with NUL, and UTF-8 none with half a surrogate pair.
 *
 * @returns the reason, with the path of the member at fault and never its value, when it is no strict JSON.
 */
export function canonicalText(name: string, value: JsonObject): Result<string, string> {
  const root: unknown = value;
  if (typeof root !== 'object' || root === null || Array.isArray(root)) return fail(`${name} is not an object`);
  const short = shortCut(value);
  if (short !== undefined) return ok(short);
  const fault = faultOf(value, 1);
  return fault === undefined ? ok(canonicalize(value) as string) : fail(name + fault);
}

/**
 * The same text in half the time, where it is easy: RFC 8785 took its numbers and strings from `JSON.stringify`, so of an
 * object with its keys in order that is the canonical text. Half of what this process does for an append is this text.
 * `undefined` where it is not easy, or not strict: the long way says exactly what is wrong.
 */
function shortCut(value: unknown): string | undefined {
  const ordered = inOrder(value, 1);
  if (ordered === undefined) return undefined;
  const text = JSON.stringify(ordered);
  // An escape by number: a control character, NUL among them, or half a surrogate pair.
  return text.includes('\\u') ? undefined : text;
}

/** A copy with all keys in order; `undefined` when that is no strict JSON or cannot be had like this. */
function inOrder(value: unknown, depth: number): unknown {
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value !== 'object' || depth > DEEPEST) return undefined;
  if (Array.isArray(value)) {
    const copy: unknown[] = [];
    for (let index = 0; index < value.length; index++) {
      const element = inOrder(value[index], depth + 1);
      if (element === undefined) return undefined;
      copy.push(element);
    }
    return copy;
  }
  if (!isPlain(value) || 'toJSON' in value) return undefined;
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(value).sort()) {
    // Keys like numbers stand first in every object, whatever the order of writing; this one is no ordinary key at all.
    if (STARTS_WITH_DIGIT.test(key) || key === '__proto__') return undefined;
    const member = inOrder((value as Record<string, unknown>)[key], depth + 1);
    if (member === undefined) return undefined;
    copy[key] = member;
  }
  return copy;
}

const STARTS_WITH_DIGIT = /^\d/;

/** A prototype without one of its own is `Object.prototype`, also that of another realm. */
function isPlain(object: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(object);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function faultOf(value: unknown, depth: number): string | undefined {
  switch (typeof value) {
    case 'string':
      return textFaultOf(value);
    case 'number':
      return Number.isFinite(value) ? undefined : ' is not a finite number';
    case 'boolean':
      return undefined;
    case 'object':
      if (value === null) return undefined;
      if (depth > DEEPEST) return ` is nested deeper than ${DEEPEST} levels`;
      return Array.isArray(value) ? arrayFaultOf(value, depth) : objectFaultOf(value, depth);
    default:
      return ` is ${value === undefined ? 'undefined' : `a ${typeof value}`}`;
  }
}

/** With the flag u a whole pair is one character, and only a half is matched. */
const HALF_PAIR = /\p{Surrogate}/u;

/** What keeps a text from being stored as it is. */
export function textFaultOf(text: string): string | undefined {
  if (text.includes('\0')) return ' holds a NUL character';
  return HALF_PAIR.test(text) ? ' holds half a surrogate pair' : undefined;
}

function arrayFaultOf(array: readonly unknown[], depth: number): string | undefined {
  for (let index = 0; index < array.length; index++) {
    // A hole reads as undefined, and is refused as such.
    const fault = faultOf(array[index], depth + 1);
    if (fault !== undefined) return `[${index}]${fault}`;
  }
  return undefined;
}

function objectFaultOf(object: object, depth: number): string | undefined {
  if (!isPlain(object)) return ' is no plain object';
  if ('toJSON' in object && typeof object.toJSON === 'function') return ' has a method toJSON';
  for (const key of Object.keys(object)) {
    const keyFault = textFaultOf(key);
    if (keyFault !== undefined) return ` has a key that${keyFault}`;
    const fault = faultOf((object as Record<string, unknown>)[key], depth + 1);
    if (fault !== undefined) return `.${key}${fault}`;
  }
  return undefined;
}
