import { dayText, shortId } from '#libs/domain/kernel';
import { because, movedTo, nominees } from './phrases.js';
import type { Sentences } from './sentence.js';

export const closingSentences: Sentences<
  | 'NomineesEnteredInDecision'
  | 'NomineesReleasedFromDecision'
  | 'DecisionReceived'
  | 'AwardConferred'
  | 'DossierArchived'
> = {
  NomineesEnteredInDecision: {
    vi: ({ data }, names) =>
      `Đưa ${nominees(data.nominees, 'vi', names)} vào dự thảo quyết định ${shortId(data.decisionId)}`,
    en: ({ data }, names) =>
      `Entered ${nominees(data.nominees, 'en', names)} in the draft decision ${shortId(data.decisionId)}`,
  },
  NomineesReleasedFromDecision: {
    vi: ({ data }) => `Rút khỏi dự thảo quyết định ${shortId(data.decisionId)}${because(data.reason, 'vi')}`,
    en: ({ data }) => `Released from the draft decision ${shortId(data.decisionId)}${because(data.reason, 'en')}`,
  },
  DecisionReceived: {
    vi: ({ data }, names) =>
      `Nhận Quyết định số ${data.symbol} ngày ${dayText(data.date)} cho ${nominees(data.nominees, 'vi', names)}${movedTo(names.step(data.step))}`,
    en: ({ data }, names) =>
      `Received Decision ${data.symbol} of ${dayText(data.date)} on ${nominees(data.nominees, 'en', names)}${movedTo(names.step(data.step))}`,
  },
  AwardConferred: {
    vi: ({ data }, names) =>
      `Trao tặng ngày ${dayText(data.heldOn)}${data.place ? ` tại ${data.place}` : ''} cho ${nominees(data.nominees, 'vi', names)}${movedTo(names.step(data.step))}`,
    en: ({ data }, names) =>
      `Conferred on ${dayText(data.heldOn)}${data.place ? ` at ${data.place}` : ''} to ${nominees(data.nominees, 'en', names)}${movedTo(names.step(data.step))}`,
  },
  DossierArchived: {
    vi: ({ data }, names) =>
      `Lưu trữ hồ sơ${data.location ? ` tại ${data.location}` : ''}${movedTo(names.step(data.step))}`,
    en: ({ data }, names) => `Archived${data.location ? ` at ${data.location}` : ''}${movedTo(names.step(data.step))}`,
  },
};
