import { checkEntry } from '#libs/domain/campaign';
import { type Decision, ok, refuse } from '#libs/domain/kernel';
import { checkForm } from '../documents.js';
import { groundOf } from '../gate/ground.js';
import { checkHappened } from '../gate/times.js';
import { checkGrades } from '../grades.js';
import { listed, MAX_NOMINEES, nomineeKey } from '../nominees.js';
import { type Ask, type Feature, type Precondition, nextPlace } from './feature.js';

/** One more nominee has room. */
export const mayAddNominees: Precondition = ({ state }) =>
  state.nominees.size < MAX_NOMINEES ? ok(undefined) : refuse('TOO_MANY_NOMINEES', { params: { limit: MAX_NOMINEES } });

/** Thêm đối tượng: the next ids in the order of the list. */
export const addNominees: Feature<'add-nominees'> = ({ data, state, procedure }) => {
  if (state.nominees.size + data.nominees.length > MAX_NOMINEES) {
    return refuse('TOO_MANY_NOMINEES', { params: { limit: MAX_NOMINEES } });
  }
  const foreign = new Set(data.nominees.map(({ kind }) => kind).filter((kind) => !procedure.subjects.includes(kind)));
  if (foreign.size > 0) {
    return refuse('SUBJECT_NOT_ALLOWED', { ...groundOf(procedure), params: { subjects: [...foreign] } });
  }
  const detailed = data.nominees.flatMap(({ kind, sex, standing, birthDate }, index) =>
    kind !== 'individual' && (sex ?? standing ?? birthDate) !== undefined ? [`${index + 1}`] : [],
  );
  if (detailed.length > 0) return refuse('NOMINEE_DETAIL_NOT_ALLOWED', { params: { nominees: listed(detailed) } });
  const graded = checkGrades(
    data.nominees.map(({ grade }, index) => ({ place: `${index + 1}`, grade })),
    procedure,
  );
  if (!graded.ok) return graded;
  const twins = twinsAmong(data.nominees, state.nominees.values());
  if (twins.length > 0) return refuse('NOMINEE_TWICE', { params: { nominees: listed(twins) } });

  const nominees = data.nominees.map((nominee, index) => ({
    id: `N${state.nomineesNumbered + index + 1}`,
    ...nominee,
  }));
  return ok([{ type: 'NomineesAdded', data: { nominees } }]);
};

type Named = Parameters<typeof nomineeKey>[0];

/** Whoever stands twice, by place: `7 = 3` for two lines of the list, `7 = N12` for one that the dossier has already. */
function twinsAmong(added: readonly Named[], present: Iterable<Named & { readonly id: string }>): string[] {
  const places = new Map<string, string>();
  for (const nominee of present) places.set(nomineeKey(nominee), nominee.id);
  return added.flatMap((nominee, index) => {
    const key = nomineeKey(nominee);
    const first = places.get(key);
    if (first !== undefined) return [`${index + 1} = ${first}`];
    places.set(key, `${index + 1}`);
    return [];
  });
}

/** The procedure knows some document at all. */
export const mayAttachDocument: Precondition = ({ procedure }) =>
  procedure.documents.length > 0 ? ok(undefined) : refuse('DOCUMENT_UNKNOWN', { rule: 'R5' });

/** Đính kèm giấy tờ. Several documents may be of one component: 52 reports of 52 individuals. */
export const attachDocument: Feature<'attach-document'> = ({ data, state, procedure }) => {
  const component = procedure.documents.find(({ code }) => code === data.document);
  if (!component) return refuse('DOCUMENT_UNKNOWN', { rule: 'R5', params: { document: data.document } });
  if (state.secrecy !== 'none' && (!data.stub || data.sha256 !== undefined || data.formats !== undefined)) {
    return refuse('DOSSIER_IS_SECRET', { rule: 'R9' });
  }
  const { form, ...document } = data;
  if (form === undefined) return ok([{ type: 'DocumentAttached', data: document }]);
  const named = checkForm(component, form);
  return named.ok ? ok([{ type: 'DocumentAttached', data: { ...document, form: named.value } }]) : named;
};

/** Xác định độ mật (R9). Declared again as it is, it stays as it is. */
export const classify: Feature<'classify'> = ({ data, state }) =>
  ok(data.level === state.secrecy ? [] : [{ type: 'DossierClassified', data }]);

/** There is somebody to submit for. */
export const maySubmit: Precondition = ({ state }) => (state.nominees.size > 0 ? ok(undefined) : refuse('NO_NOMINEES'));

/** Submitted in a campaign, it comes within the campaign's time by when the act holds (R53). */
function checkCampaign({ data, state, context }: Ask<'submit'>): Decision<void> {
  const { campaignId } = data;
  if (campaignId === undefined) return ok(undefined);
  if (!context.campaign) return refuse('NOT_FOUND', { params: { what: campaignId } });
  return checkEntry(context.campaign, { bodyId: state.bodyId, award: state.procedureCode, at: context.effectiveAt });
}

/** Nộp hồ sơ. What is missing is asked at the receipt, under the version then in force (R1). */
export const submit: Feature<'submit'> = (ask) => {
  const { data, context } = ask;
  const happened = checkHappened(context, data.letter?.date);
  if (!happened.ok) return happened;
  const entered = checkCampaign(ask);
  if (!entered.ok) return entered;
  return ok([{ type: 'DossierSubmitted', data: { ...data, ...nextPlace(ask) } }]);
};
