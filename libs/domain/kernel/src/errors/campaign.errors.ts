import { define } from './error-text.js';

/** Why a campaign (đợt trình hồ sơ) takes no dossier, or is not changed (R53). Moments are in UTC. */
export const campaignErrors = define({
  OUTSIDE_CAMPAIGN: {
    kind: 'rule',
    vi: 'Nộp lúc {at} nằm ngoài đợt {campaign}: từ {from} đến trước {to}.',
    en: 'Submitted at {at}, outside the campaign {campaign}: from {from} until before {to}.',
  },
  CAMPAIGN_OF_OTHER_BODY: {
    kind: 'rule',
    vi: 'Đợt {campaign} do cơ quan khác mở, không phải cơ quan tiếp nhận hồ sơ này.',
    en: 'The campaign {campaign} was opened by another body than the one that receives this dossier.',
  },
  CAMPAIGN_NOT_FOR_AWARD: {
    kind: 'rule',
    vi: 'Đợt {campaign} chỉ nhận: {awards}.',
    en: 'The campaign {campaign} takes only: {awards}.',
  },
  CAMPAIGN_EXISTS: {
    kind: 'conflict',
    vi: 'Đã có đợt {campaign}.',
    en: 'There is a campaign {campaign} already.',
  },
  CAMPAIGN_ENDS_TOO_EARLY: {
    kind: 'rule',
    vi: 'Đợt phải kết thúc sau lúc bắt đầu, và gia hạn thì muộn hơn trước: {until} là quá sớm.',
    en: 'A campaign ends after it begins, and extended later than before: {until} is too early.',
  },
  CAMPAIGN_CLOSED: {
    kind: 'conflict',
    vi: 'Đợt đã đóng từ {at}.',
    en: 'The campaign has been closed since {at}.',
  },
});
