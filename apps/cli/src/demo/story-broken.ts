/** The story cannot go on: something was refused or did not come. The message is for the reader. */
export class StoryBroken extends Error {
  override readonly name = 'StoryBroken';
}
