import { localDateOf } from '#libs/domain/kernel';
import type { DossierPaperFacts, SupplementFact } from '../facts/dossier-paper-facts.js';
import type { Block, Paper } from '../paper.js';
import { paperNames } from '../paper-kinds.js';
import { officialDay } from '../words/official.js';
import { fill, words } from '../words/paper-words.js';
import { awardOf, type ComposeContext, kindOf, sayIn } from './context.js';
import { listed } from './ending.js';
import { headOf } from './head.js';

const { common, supplementRequest: own } = words;

/** Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ: what the last request asked for. */
export function composeSupplementRequest(
  { dossier }: DossierPaperFacts,
  { at, bodyId, data }: SupplementFact,
  context: ComposeContext,
): Paper {
  const { names } = context;
  const on = localDateOf(at);
  const said = (text: string): Block => ({ type: 'paragraph', text });
  const items = data.items.map(({ document, note }) => {
    if (document === undefined) return fill(own.other, { note: note ?? common.blank });
    const name = sayIn(context).document(document);
    return note === undefined ? name : fill(own.item, { document: name, note });
  });
  return {
    kind: 'supplement-request',
    title: paperNames['supplement-request'].vi,
    statedAt: at,
    head: headOf(names, { unitId: bodyId, on, dated: on }),
    name: own.title,
    blocks: [
      said(fill(own.from, { unit: names.unit(dossier.submittingUnitId) })),
      said(fill(own.about, { title: dossier.title })),
      said(fill(own.award, { award: awardOf(context, dossier), kind: kindOf(dossier) })),
      said(own.items),
      { type: 'items', items: listed(items, '.') },
      said(fill(own.reason, { reason: data.reason })),
      said(data.answerBy === undefined ? own.noDay : fill(own.answerBy, { day: officialDay(data.answerBy) })),
    ],
    signatures: [{ capacity: [own.officer], hint: common.signOnly }],
    recipients: listed([names.unit(dossier.submittingUnitId), common.file], ''),
    annexes: [],
  };
}
