export { describeApi } from './describe-api.js';
export { errorsDocument } from './errors-document.js';
export { openApiDocument, openApiText } from './openapi-document.js';
