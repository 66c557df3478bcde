import { type Bilingual, languages } from '#libs/domain/kernel';
import { type Command, type CommanderError, InvalidArgumentError, Option } from 'commander';
import type { Terminal } from './terminal.js';

/** Vietnamese first, English on the next line: how every help text of this program stands. */
export const both = (vi: string, en: string) => `${vi}\n${en}`;

/** What a value should look like, for `usageSentence` in both languages: commander carries one text, so they go on two lines. */
export const invalid = ({ vi, en }: Bilingual): InvalidArgumentError => new InvalidArgumentError(`${en}\n${vi}`);

/** `--lang vi|en`, where a command prints more than a sentence. */
export const languageOption = () =>
  new Option('--lang <vi|en>', both('ngôn ngữ in ra', 'language of the output')).choices(languages).default('vi');

/** Commander's own headings in both languages. */
const TITLES: Readonly<Record<string, string>> = {
  'Usage:': 'Cách dùng · Usage:',
  'Arguments:': 'Tham số · Arguments:',
  'Options:': 'Tùy chọn · Options:',
  'Commands:': 'Lệnh · Commands:',
};

/** Makes a command speak both languages and leave the decision about the exit to us. For all its subcommands too. */
export function speakBoth(command: Command, terminal: Terminal): Command {
  return command
    .exitOverride()
    .helpOption('-h, --help', both('in phần giúp đỡ này', 'print this help'))
    .configureHelp({ styleTitle: (title) => TITLES[title] ?? title, helpWidth: 110 })
    .configureOutput({
      writeOut: (text) => terminal.out(text.trimEnd()),
      writeErr: (text) => terminal.err(text.trimEnd()),
      // Said by us, in both languages.
      outputError: () => {},
    });
}

/** What was wrong with the way a command was asked for. */
export function usageSentence(error: CommanderError): Bilingual {
  const english = error.message.replace(/^error: /, '');
  const [plain = english, second] = english.split('\n');
  const name = /'([^']*)'/.exec(plain)?.[1] ?? '';
  if (error.code === 'commander.invalidArgument') {
    return { vi: `Giá trị của ${name} không hợp lệ. ${second ?? choicesIn(plain)}`.trim(), en: plain };
  }
  const meant = second?.match(/Did you mean (?:one of )?(.*)\?/)?.[1];
  const vi = VIETNAMESE[error.code]?.(name) ?? plain;
  return {
    vi: meant ? `${vi} Có phải bạn muốn gõ ${meant}?` : vi,
    en: meant ? `${plain} Did you mean ${meant}?` : plain,
  };
}

/** Commander's own remedy for a value that is none of the choices. */
function choicesIn(english: string): string {
  const choices = /Allowed choices are (.*)\.$/.exec(english)?.[1];
  return choices ? `Chỉ nhận: ${choices}.` : '';
}

const VIETNAMESE: Readonly<Record<string, (name: string) => string>> = {
  'commander.unknownOption': (name) => `Không có tùy chọn ${name}.`,
  'commander.unknownCommand': (name) => `Không có lệnh ${name}.`,
  'commander.missingArgument': (name) => `Thiếu tham số ${name}.`,
  'commander.excessArguments': () => 'Thừa tham số.',
  'commander.optionMissingArgument': (name) => `Tùy chọn ${name} cần một giá trị.`,
  'commander.missingMandatoryOptionValue': (name) => `Thiếu tùy chọn bắt buộc ${name}.`,
};
