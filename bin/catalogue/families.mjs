// The families of procedures: step graphs of blocks. Steps that an award skips are replaced by their first outcome's target.
import { BASE_COUNCIL, beginning, ends, MP_COUNCIL, outcome, upToProvince } from './beginnings.mjs';
import { close, consult, council, decide, receive, refusalNotice, Way } from './blocks.mjs';
import { shortWay } from './short-way.mjs';
import { simplified, state, youthVolunteers } from './state-families.mjs';

/** F1: decided by the head of an agency or the chair of a commune. */
function base({ skip, vote: asked }) {
  const way = new Way();
  const vote = asked === 'minutes' ? 'minutes-base' : asked;
  const noCouncil = skip.includes('base-council');
  beginning(way, { skip, to: 'submit-up.base' });
  receive(way, 'BASE', {
    from: 'UNIT',
    next: noCouncil ? 'decide.base' : 'base-council',
    below: 'unit-review',
    down: 'report',
    back: 'report',
  });
  if (!noCouncil) {
    council(way, 'base-council', BASE_COUNCIL, 'BASE', vote, {
      passed: 'decide.base',
      none: 'refusal-notice',
      clarify: 'appraise.base',
    });
  }
  decide(way, 'decide.base', ['Thủ trưởng, Chủ tịch UBND xã quyết định', 'Head or chair decides'], 'BASE', {
    passed: noCouncil ? undefined : vote,
    back: 'appraise.base',
  });
  close(way, 'BASE', { decides: 'decide.base' });
  refusalNotice(way, 'refusal-notice', 'BASE');
  ends(way, 'BASE');
  return { way, levels: ['UNIT', 'BASE'], decides: 'decide.base' };
}

/** F2 and F3: decided by a minister or the chair of a province, on minutes or a ballot. */
function province({ skip, vote, noCouncil = false }) {
  const way = new Way();
  const after = noCouncil ? 'decide.mp' : 'council.mp';
  const asks = !skip.includes('consult.mp');
  const levels = upToProvince(way, { skip, next: asks ? 'consult.mp' : after });
  if (asks) consult(way, 'MP', after);
  if (!noCouncil) {
    council(way, 'council.mp', MP_COUNCIL, 'MP', vote, {
      passed: 'decide.mp',
      none: 'refusal-notice',
      clarify: 'appraise.mp',
    });
  }
  decide(way, 'decide.mp', ['Bộ trưởng, Chủ tịch UBND tỉnh quyết định', 'Minister or chair decides'], 'MP', {
    passed: noCouncil ? undefined : vote,
    back: 'appraise.mp',
  });
  close(way, 'MP', { decides: 'decide.mp' });
  refusalNotice(way, 'refusal-notice', 'MP');
  ends(way, 'MP');
  return { way, levels, decides: 'decide.mp' };
}

/** F8: listed, and not receivable. */
function unread() {
  const way = new Way();
  way.add(
    'report',
    'task',
    ['Chưa tiếp nhận: quy trình chưa được đọc', 'Not receivable: the procedure has not been read'],
    'UNIT',
    ['submitter'],
    {
      'complete-step': { outcomes: { close: outcome('refused', 'đóng', 'closed') } },
    },
  );
  way.end('refused', ['Từ chối tiếp nhận', 'Refused'], 'UNIT', 'refused');
  return { way, levels: ['UNIT'] };
}

/** An award's steps, levels, and the step by which its appraisal has to be over. */
export function familyOf(award) {
  const { family } = award;
  if (award.short) return shortWay({ ...award.short, vote: award.vote });
  if (family === 'F1') return base(award);
  if (family === 'F2' || family === 'F3') return province(award);
  if (family === 'F7a') return province({ skip: ['unit-review', 'base-council', 'consult.mp'], noCouncil: true });
  if (family === 'F7b') return youthVolunteers();
  if (family === 'F6') return simplified(award);
  return family === 'F8' ? unread() : state(award);
}
