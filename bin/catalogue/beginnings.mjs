// What several families have in common: how a dossier begins, how it comes to a ministry or province, and how it ends.
import { council, receive } from './blocks.mjs';

export const outcome = (to, vi, en, more = {}) => ({ to, names: { vi, en }, ...more });
export const BASE_COUNCIL = ['Hội đồng cơ sở', 'Base council'];
export const MP_COUNCIL = ['Hội đồng bộ, tỉnh', 'Council of the ministry or province'];

/** Report and meeting of the unit; after them the dossier is handed in. */
export function beginning(way, { skip, to }) {
  const hand = { to, act: to === 'base-council' ? 'submit' : 'complete-step' };
  const onward = (none) =>
    hand.act === 'submit'
      ? { submit: { to }, ...(none ? { 'complete-step': { outcomes: none } } : {}) }
      : { 'complete-step': { outcomes: { complete: outcome(to, 'đã xong', 'complete'), ...none } } };
  const draft = { 'add-nominees': {}, 'attach-document': {} };
  const names = ['Báo cáo thành tích, soạn hồ sơ', 'Merit report, draft'];
  if (skip.includes('unit-review')) {
    way.add('report', 'task', names, 'UNIT', ['submitter'], { ...draft, ...onward() });
    return;
  }
  way.add('report', 'task', names, 'UNIT', ['submitter'], {
    ...draft,
    'complete-step': { outcomes: { complete: outcome('unit-review', 'đã xong', 'complete') } },
  });
  way.add('unit-review', 'task', ['Bình xét tại tập thể', 'Meeting of the unit'], 'UNIT', ['submitter'], {
    ...draft,
    ...onward({ none: outcome('not-submitted', 'không đề nghị', 'nobody is proposed') }),
  });
}

export function ends(way, level) {
  way.end('granted', ['Đã khen thưởng, lưu trữ', 'Granted and archived'], level, 'granted');
  way.end('rejected', ['Không được khen thưởng', 'Not granted'], level, 'rejected');
  way.end('returned', ['Đã trả lại', 'Returned'], level, 'returned');
  way.end('refused', ['Từ chối tiếp nhận', 'Refused'], level, 'refused');
  way.end('not-submitted', ['Không trình', 'Not submitted'], level, 'not_submitted');
  way.end('withdrawn', ['Đã rút', 'Withdrawn'], level, 'withdrawn');
}

/** The base level before a ministry or province: a council that writes minutes, or none. */
export function upToProvince(way, { skip, next, noCouncilAt = 'report' }) {
  const none = skip.includes('base-council');
  beginning(way, { skip, to: none ? 'submit-up.mp' : 'base-council' });
  if (!none) {
    council(way, 'base-council', BASE_COUNCIL, 'BASE', 'minutes-base', {
      passed: 'submit-up.mp',
      none: 'not-submitted',
      clarify: 'report',
      written: true,
    });
  }
  receive(way, 'MP', {
    from: none ? 'UNIT' : 'BASE',
    next,
    below: none ? noCouncilAt : 'base-council',
    down: 'report',
    back: 'report',
  });
  return none ? ['UNIT', 'MP'] : ['UNIT', 'BASE', 'MP'];
}
