import { type Instant, localDateOf } from '#libs/domain/kernel';
import type { SubmissionCommand } from '#libs/domain/submission';
import { submissionReactions, Submissions, submissionStream } from '#libs/service/commands';
import { StartFailure } from '#libs/service/foundation';
import { Chance } from './chance.js';
import type { Scene } from './play-story.js';
import { accountIn } from './sample-chart.js';
import { actorOf } from './sample-dossier.js';
import { type SampleGround, sampleId, StandingClock } from './sample-ground.js';
import type { StoryLetter } from './story.js';

/** Puts dossiers that wait at their signing on the letters of their stories, and sends and receives those that were. */
export async function sendLetters(scenes: readonly Scene[], ground: SampleGround): Promise<void> {
  const letters = new Map(scenes.flatMap(({ story: { letter } }) => (letter ? [[letter.name, letter]] : [])));
  for (const letter of letters.values()) {
    const draftedAt = ground.hours.before(ground.today, letter.draftedBefore);
    const listed = scenes.filter(({ story }) => story.letter?.name === letter.name);
    await sendLetter(
      letter,
      listed.filter((scene) => isReady(scene, draftedAt)),
      draftedAt,
      ground,
    );
  }
}

/** It waits for a letter since before that was drafted; also where a load that was cut off goes on. */
const isReady = ({ dossier }: Scene, draftedAt: Instant): boolean =>
  dossier.facts.has('DossierEnteredInSubmission') || dossier.lastAt < draftedAt;

async function sendLetter(
  { name, title, from, to, stays }: StoryLetter,
  scenes: readonly Scene[],
  draftedAt: Instant,
  { store, law, hours }: SampleGround,
): Promise<void> {
  const [first] = scenes;
  if (!first) return;
  const { dossier } = first;
  const clock = new StandingClock(draftedAt);
  const submissions = new Submissions(store, dossier.dossiers, law, clock);
  const id = sampleId('letter', name);
  const give = async (by: string, command: SubmissionCommand, at: Instant): Promise<void> => {
    clock.put(at);
    dossier.put(at);
    const commandId = sampleId('letter', name, command.type);
    const request = { actor: actorOf(by), commandId, fingerprint: 'sample', correlationId: commandId };
    const done = await submissions.execute(id, command, request);
    if (!done.ok) throw new StartFailure(`samples: letter ${name}, ${command.type}: ${done.error.code}`);
    // What the worker does because of it, under the ids by which it would: when it starts, it finds it done.
    for await (const event of store.readStream(submissionStream(id)))
      for (const reaction of submissionReactions(submissions))
        if (reaction.type === event.type) await reaction.react(event);
  };
  const dossiers = scenes.map((scene) => scene.dossier.id);
  await give(accountIn(from, 'officer'), { type: 'draft', data: { title, to, dossiers } }, draftedAt);
  if (stays === 'drafted') return;
  const sentAt = hours.later(draftedAt, 1, 1);
  const letter = { number: `${Chance.for('letter', name).whole(20, 180)}/TTr`, date: localDateOf(sentAt) };
  await give(accountIn(from, 'authority'), { type: 'send', data: { letter } }, sentAt);
  if (stays === 'sent') return;
  await give(accountIn(to.bodyId ?? from, 'officer'), { type: 'receive', data: {} }, hours.later(sentAt, 1, 2));
}
