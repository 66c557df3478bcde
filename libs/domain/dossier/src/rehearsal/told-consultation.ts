import type { DossierCommand } from '../dossier.commands.js';
import type { RecordedDossierFact } from '../dossier.events.js';

/**
 * What was asked, answered, put up, objected to and sent, as the command that says it again; `undefined` for other facts. Questions and
 * copies that came in one command are told one by one: each has the next number of the dossier either way.
 */
export function toldConsultation(fact: RecordedDossierFact): DossierCommand | undefined {
  switch (fact.type) {
    case 'OpinionRequested': {
      const { body, question, nominees, letter } = fact.data;
      const more = { ...(nominees ? { nominees } : {}), ...(letter ? { letter } : {}) };
      return { type: 'ask-opinion', data: { bodies: [body], question, ...more } };
    }
    case 'OpinionReceived': {
      const { byBody, late: _late, document, ...said } = fact.data;
      if (byBody) return { type: 'answer-opinion', data: said };
      return { type: 'record-opinion', data: { ...said, ...(document ? { document } : {}) } };
    }
    case 'OpinionWithdrawn':
      return { type: 'withdraw-opinion', data: fact.data };
    case 'PublicNoticeOpened': {
      const { where, contact } = fact.data;
      return { type: 'open-notice', data: { where, contact } };
    }
    case 'ObjectionRecorded': {
      const { objectionId: _id, noticeId: _notice, inTime: _inTime, ...said } = fact.data;
      return { type: 'record-objection', data: said };
    }
    case 'ObjectionResolved':
      return { type: 'resolve-objection', data: fact.data };
    case 'DecisionCopied': {
      const { to, nominees, sentOn, channel } = fact.data;
      return { type: 'send-copies', data: { copies: [{ to, nominees }], sentOn, channel } };
    }
    case 'CopyCorrected':
      return { type: 'correct-copy', data: fact.data };
    default:
      return undefined;
  }
}
