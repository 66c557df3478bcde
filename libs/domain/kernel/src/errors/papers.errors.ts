import { define } from './error-text.js';

/** Why a paper cannot be made yet: what it would state has not happened. */
export const papersErrors = define({
  PAPER_NEEDS_RECEIPT: {
    kind: 'conflict',
    vi: 'Chưa lập được giấy tiếp nhận: hồ sơ chưa được tiếp nhận.',
    en: 'There is no receipt yet: the dossier has not been received.',
  },
  PAPER_NEEDS_SUPPLEMENT_REQUEST: {
    kind: 'conflict',
    vi: 'Chưa lập được phiếu yêu cầu bổ sung: chưa ai yêu cầu bổ sung hồ sơ này.',
    en: 'There is no request to print: nobody has asked for a supplement to this dossier.',
  },
  PAPER_NEEDS_COUNCIL_RESULT: {
    kind: 'conflict',
    vi: 'Chưa lập được biên bản: chưa có kết quả của Hội đồng.',
    en: 'There are no minutes yet: no result of the council has been recorded.',
  },
  PAPER_NEEDS_FORWARDING: {
    kind: 'conflict',
    vi: 'Chưa lập được tờ trình cấp trên: hồ sơ chưa được trình lên cấp trên.',
    en: 'There is no letter to the superior body yet: the dossier has not been forwarded.',
  },
  PAPER_OF_GIVEN_UP_DECISION: {
    kind: 'conflict',
    vi: 'Không lập văn bản cho dự thảo quyết định đã bỏ.',
    en: 'No paper is made of a draft decision that was given up.',
  },
});
