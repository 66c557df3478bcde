import { randomInt } from 'node:crypto';
import { digestOf } from '../digest.js';

/** No sign that looks like another. */
const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUPS = 4;
const GROUP_LENGTH = 4;
const COUNT = 10;

/** Ten codes of 79 random bits each, for the day the telephone is gone. Shown once. */
export const newRecoveryCodes = (): readonly string[] => Array.from({ length: COUNT }, newCode);

function newCode(): string {
  const group = () => Array.from({ length: GROUP_LENGTH }, () => SIGNS[randomInt(SIGNS.length)]).join('');
  return Array.from({ length: GROUPS }, group).join('-');
}

/** As it is kept, however it was typed; `undefined` for what can be no recovery code. */
export function recoveryDigest(typed: string): Buffer | undefined {
  const plain = typed.toLowerCase().replace(/[^a-z0-9]/g, '');
  return plain.length === GROUPS * GROUP_LENGTH ? digestOf(plain) : undefined;
}
