import type { SignerCapacity } from '#libs/domain/decision';
import type { Signature } from '../paper.js';
import { capitals } from '../words/official.js';
import { words } from '../words/paper-words.js';

/** Who signs, as far as it is known: the position of the head, that of who signed, and in whose place he did (R44). */
export interface Signing {
  readonly capacity: SignerCapacity;
  readonly body: string;
  readonly headTitle?: string | undefined;
  readonly signerTitle?: string | undefined;
  readonly name?: string | undefined;
}

/** Quyền hạn, chức vụ, họ tên của người ký, from top to bottom. No title stands before the name. */
export function signatureOf({ capacity, body, headTitle, signerTitle, name }: Signing): Signature {
  const head = capitals(headTitle ?? words.common.headOfUnit);
  const own = signerTitle === undefined ? undefined : capitals(signerTitle);
  const lines: Readonly<Record<SignerCapacity, readonly (string | undefined)[]>> = {
    none: [own ?? head],
    'TM.': [`TM. ${capitals(body)}`, own ?? head],
    'Q.': [`Q. ${head}`],
    'KT.': [`KT. ${head}`, own === head ? undefined : own],
    'TL.': [`TL. ${head}`, own === head ? undefined : own],
    'TUQ.': [`TUQ. ${head}`, own === head ? undefined : own],
  };
  return {
    capacity: lines[capacity].filter((line) => line !== undefined),
    ...(name === undefined ? { hint: words.common.sign } : { name }),
  };
}
