import { hash, parseOptions, verify } from '@node-rs/argon2';
import { randomSecret } from '../digest.js';

/** Turns passwords into hashes and compares them. */
export interface PasswordHasher {
  hash(password: string): Promise<string>;
  verify(hash: string, password: string): Promise<boolean>;
}

/** Argon2id with 19 MiB, two passes, one lane: the least that the OWASP Password Storage Cheat Sheet (2025) advises. */
export const ARGON2ID = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Algorithm 2 is Argon2id; the package exports the name as a `const enum`, which isolated modules cannot read. */
const options = { ...ARGON2ID, algorithm: 2 } as const;

/** The same word, however the keyboard composed it. */
const normal = (password: string): string => password.normalize('NFC');

export const argon2id: PasswordHasher = {
  hash: (password) => hash(normal(password), options),
  verify: (encoded, password) => verify(encoded, normal(password)),
};

/** Whether a hash was made with less than is asked for today. */
export function isWeaker(encoded: string): boolean {
  const { memoryCost, timeCost, parallelism } = parseOptions(encoded);
  return (
    !encoded.startsWith('$argon2id$') ||
    memoryCost < ARGON2ID.memoryCost ||
    timeCost < ARGON2ID.timeCost ||
    parallelism < ARGON2ID.parallelism
  );
}

/** What is compared with when there is no such account, or none with a password: the same work, and never a yes. */
export const hashOfNobody = (hasher: PasswordHasher): Promise<string> => hasher.hash(randomSecret());
