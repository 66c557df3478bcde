// `npm run docs:events`: writes docs/events.md from the schemas; with --check it only says whether the page is up to date,
// and ends with 1 when it is not.
import { compiled, writeOrCheck } from './generated.mjs';

const { eventsDocument } = await compiled('libs', 'service', 'event-catalogue', 'src', 'index.js');
writeOrCheck('events.md', eventsDocument(), 'docs:events');
