import {
  askedBodyCommands,
  clockCommands,
  draftCommand,
  type DossierCommand,
  dossierCommands,
  ruleCommands,
  type DossierCommandName,
  systemCommands,
} from '#libs/domain/dossier';
import type { z } from 'zod';
import { askedOfficer, type Move, people } from './dossier-desk.js';

const schemas = {
  draft: draftCommand,
  ...dossierCommands,
  ...clockCommands,
  ...ruleCommands,
  ...askedBodyCommands,
  ...systemCommands,
};

type Input<N extends DossierCommandName> = z.input<(typeof schemas)[N]>;
export type Circumstances = Omit<Move, 'command'>;

/** Who does it where the way is the usual one. */
const usually: Readonly<Record<DossierCommandName, Move['by']>> = {
  draft: people.submitter,
  'add-nominees': people.submitter,
  'attach-document': people.submitter,
  classify: people.officer,
  submit: people.submitter,
  receive: people.officer,
  'request-supplement': people.officer,
  supplement: people.submitter,
  'complete-step': people.officer,
  'ask-opinion': people.officer,
  'record-opinion': people.officer,
  'withdraw-opinion': people.officer,
  'answer-opinion': askedOfficer,
  'open-notice': people.officer,
  'record-objection': people.officer,
  'resolve-objection': people.officer,
  'send-copies': people.clerk,
  'correct-copy': people.clerk,
  return: people.officer,
  'appraise-nominees': people.officer,
  'complete-appraisal': people.officer,
  'record-council-result': people.secretary,
  approve: people.authority,
  reject: people.authority,
  forward: people.authority,
  'enter-in-decision': people.system,
  'release-from-decision': people.system,
  'receive-decision': people.system,
  confer: people.secretary,
  archive: people.clerk,
  withdraw: people.submitter,
  suspend: people.officer,
  resume: people.officer,
  'detach-nominees': people.officer,
  'escalate-nominees': people.officer,
  'correct-fact': people.officer,
  claim: people.officer,
  assign: people.head,
  release: people.officer,
  'extend-deadline': people.authority,
  'apply-favourable': people.officer,
  'open-detached': people.system,
  'open-escalated': people.system,
  'note-lost-evidence': people.system,
  'enter-in-submission': people.system,
  'release-from-submission': people.system,
  'forward-by-submission': people.system,
  'receive-by-submission': people.system,
  'record-missed-deadline': people.system,
  'settle-deadlines': people.system,
};

/** An act, its data read by the command's own shape as the edge would, in circumstances that may be unusual. */
export function act<N extends DossierCommandName>(
  type: N,
  data: Input<N>,
  circumstances: Partial<Circumstances> = {},
): Move {
  const command = { type, data: schemas[type].parse(data) } as DossierCommand;
  return { command, by: usually[type], childDossierId: 'D1-CHILD', ...circumstances };
}

/** A command without data takes circumstances only. */
type Given<N extends DossierCommandName> = (Input<N> extends Record<string, never> ? unknown : Partial<Input<N>>) &
  Partial<Circumstances>;

type Builder<N extends DossierCommandName> = (data?: Given<N>) => Move;

/** A builder for an act: usual data and circumstances, of which the test names only what it is about. */
export function builder<N extends DossierCommandName>(type: N, usual: Input<N>): Builder<N> {
  return (given?: Given<N>) => {
    const {
      by,
      at,
      recordedAt,
      reason: why,
      childDossierId,
      parent,
      standing,
      holders,
      histories,
      ...data
    } = (given ?? {}) as Partial<Circumstances> & { reason?: string };
    const circumstances = {
      ...(by ? { by } : {}),
      ...(at ? { at } : {}),
      ...(recordedAt ? { recordedAt } : {}),
      ...(childDossierId ? { childDossierId } : {}),
      ...(parent ? { parent } : {}),
      ...(standing === undefined ? {} : { standing }),
      ...(holders ? { holders } : {}),
      ...(histories ? { histories } : {}),
    };
    const hasReason = 'reason' in usual || type === 'assign' || type === 'complete-step';
    const reason = why === undefined ? {} : { reason: why };
    return act(type, { ...usual, ...data, ...(hasReason ? reason : {}) } as Input<N>, {
      ...circumstances,
      ...(hasReason ? {} : reason),
    });
  };
}
