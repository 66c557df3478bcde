import { type Language, type Recorded, type SentenceNames, dayText } from '#libs/domain/kernel';
import type { ClusterEventType, ClusterFactOf, RecordedClusterFact } from '../cluster/cluster.events.js';

type SentencesOf<T extends ClusterEventType> = Readonly<
  Record<Language, (fact: Recorded<ClusterFactOf<T>>, names: SentenceNames) => string>
>;

const kinds = { cum: { vi: 'cụm thi đua', en: 'cluster' }, khoi: { vi: 'khối thi đua', en: 'block' } };

/** Total by its type: an event without both sentences does not compile. */
const sentences: { readonly [T in ClusterEventType]: SentencesOf<T> } = {
  ClusterFormed: {
    vi: ({ data }, names) =>
      `${names.unit(data.organizerId)} thành lập ${kinds[data.kind].vi} ${data.name.vi} từ ${dayText(data.from)}, tiêu chí: ${data.criterion}`,
    en: ({ data }, names) =>
      `${names.unit(data.organizerId)} formed the ${kinds[data.kind].en} ${data.name.en} from ${dayText(data.from)}, criterion: ${data.criterion}`,
  },
  ClusterMemberJoined: {
    vi: ({ data }, names) => `${names.unit(data.unitId)} vào từ ${dayText(data.from)}`,
    en: ({ data }, names) => `${names.unit(data.unitId)} joined from ${dayText(data.from)}`,
  },
  ClusterMemberLeft: {
    vi: ({ data }, names) => `${names.unit(data.unitId)} ra từ ${dayText(data.on)}; lý do: ${data.reason}`,
    en: ({ data }, names) => `${names.unit(data.unitId)} left on ${dayText(data.on)}; reason: ${data.reason}`,
  },
  CouncilMemberPutInCharge: {
    vi: ({ data }, names) => `${names.actor(data.accountId)} phụ trách từ ${dayText(data.from)}`,
    en: ({ data }, names) => `${names.actor(data.accountId)} is in charge from ${dayText(data.from)}`,
  },
  CouncilMemberRelieved: {
    vi: ({ data }, names) => `${names.actor(data.accountId)} thôi phụ trách từ ${dayText(data.on)}`,
    en: ({ data }, names) => `${names.actor(data.accountId)} is no longer in charge from ${dayText(data.on)}`,
  },
  ClusterEnded: {
    vi: ({ data }) => `Giải thể từ ${dayText(data.on)}; lý do: ${data.reason}`,
    en: ({ data }) => `Ended on ${dayText(data.on)}; reason: ${data.reason}`,
  },
};

/** One fact of a cluster as a line of its history. May hold personal data in a reason: for readers, never for a log. */
export function clusterSentence(fact: RecordedClusterFact, language: Language, names: SentenceNames): string {
  // Each type has the sentence of its own facts; the compiler cannot see that the two unions go in step.
  const say = sentences[fact.type][language] as (fact: RecordedClusterFact, names: SentenceNames) => string;
  return say(fact, names);
}
