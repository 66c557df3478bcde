// `npm run docs:openapi`: writes docs/openapi.json from what the routes say of themselves, without starting a server; with
// --check it only says whether it is up to date, and ends with 1 when it is not.
import { compiled, writeOrCheck } from './generated.mjs';

const { describeApi, openApiDocument, openApiText } = await compiled('apps', 'api', 'src', 'docs', 'index.js');
writeOrCheck('openapi.json', openApiText(openApiDocument(await describeApi())), 'docs:openapi');
