import { valueOf } from '#libs/domain/kernel';
import { useLog, type OpenLog } from './log-under-test.js';
import { command, fact, facts, newStream, readWhole } from './facts.js';

export function describeCommandMemory(open: OpenLog): void {
  describe('remembering commands', () => {
    const store = useLog(open);

    test('a command sent again gets its first answer, though the stream has moved on', async () => {
      const stream = newStream();
      const submit = command();
      const first = valueOf(await store().append(stream, 'noStream', facts(2), submit));
      await store().append(stream, 1, facts(1), command());
      const again = await store().append(stream, 'noStream', facts(2), submit);
      expect(again).toEqual({ ok: true, value: { ...first, repeated: true } });
      expect(await readWhole(store(), stream)).toHaveLength(3);
    });

    test('a command sent twice at once is obeyed once, and both get the same answer', async () => {
      const stream = newStream();
      const submit = command();
      const event = fact();
      const answers = await Promise.all(
        Array.from({ length: 20 }, async () => store().append(stream, 'noStream', [event], submit)),
      );
      const values = answers.map((answer) => valueOf(answer));
      expect(values.filter((value) => !value.repeated)).toHaveLength(1);
      expect(new Set(values.map((value) => value.position)).size).toBe(1);
      expect(values.every((value) => value.firstRevision === 0 && value.lastRevision === 0)).toBe(true);
      expect(await readWhole(store(), stream)).toHaveLength(1);
    });

    test('the same command id with other content is refused, and the first stays', async () => {
      const stream = newStream();
      const submit = command();
      await store().append(stream, 'noStream', facts(1), submit);
      const other = await store().append(stream, 'any', facts(1), { ...submit, fingerprint: 'submit:2' });
      expect(other).toEqual({ ok: false, error: { code: 'COMMAND_ID_REUSED' } });
      expect(await readWhole(store(), stream)).toHaveLength(1);
    });

    test('command ids belong to their account', async () => {
      const stream = newStream();
      const mine = command();
      await store().append(stream, 'noStream', facts(1), mine);
      const hers = await store().append(stream, 0, facts(1), { ...mine, account: 'somebody else', fingerprint: 'x' });
      expect(hers).toMatchObject({ ok: true, value: { firstRevision: 1, repeated: false } });
    });

    test('a refusal is not remembered: the same command may succeed later', async () => {
      const stream = newStream();
      const receive = command();
      expect(await store().append(stream, 0, facts(1), receive)).toMatchObject({ ok: false });
      await store().append(stream, 'noStream', facts(1), command());
      expect(await store().append(stream, 0, facts(1), receive)).toMatchObject({
        ok: true,
        value: { repeated: false },
      });
    });

    test('a command without events is remembered as well, and makes no stream', async () => {
      const stream = newStream();
      const nothing = command();
      const head = await store().head();
      const first = valueOf(await store().append(stream, 'noStream', [], nothing));
      expect(first).toMatchObject({ firstRevision: 0, lastRevision: -1, repeated: false });
      expect(store().comparePositions(first.position, head)).toBe(0);
      expect(await store().streamRevision(stream)).toBe('noStream');

      await store().append(stream, 'noStream', facts(3), command());
      const again = valueOf(await store().append(stream, 'noStream', [], nothing));
      expect(again).toEqual({ ...first, repeated: true });
    });

    test('a command without events still asks for the expected revision', async () => {
      const refused = await store().append(newStream(), 4, [], command());
      expect(refused).toEqual({ ok: false, error: { code: 'REVISION_CONFLICT', expected: 4, actual: 'noStream' } });
    });

    test('the first answer can be asked for, with the content it was given to', async () => {
      const stream = newStream();
      const submit = command({ fingerprint: 'submit:7' });
      expect(await store().findCommand(stream, submit.account, submit.commandId)).toBeUndefined();
      const first = valueOf(await store().append(stream, 'any', facts(2), submit));
      const known = { appended: { ...first, repeated: true }, fingerprint: 'submit:7' };
      expect(await store().findCommand(stream, submit.account, submit.commandId)).toEqual(known);
      expect(await store().findCommand(stream, 'somebody else', submit.commandId)).toBeUndefined();
      expect(await store().findCommand(newStream(), submit.account, submit.commandId)).toBeUndefined();
    });
  });
}
