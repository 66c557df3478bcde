import { createHash, randomBytes } from 'node:crypto';

/** SHA-256. Enough for what is random and long; passwords go through Argon2id. */
export const digestOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/** 256 random bits as text for headers and cookies. */
export const randomSecret = (bytes = 32): string => randomBytes(bytes).toString('base64url');
