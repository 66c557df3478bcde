import { Injectable } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { type DescribedRoute, describedRoutes } from '../http/described-routes.js';
import { openApiDocument, openApiText } from './openapi-document.js';

/** What the running API is, read from its own routes. */
@Injectable()
export class ApiDescription {
  #routes?: readonly DescribedRoute[];
  #text?: string;

  constructor(private readonly nest: ModulesContainer) {}

  /** @throws Error for a route that is not described, or not by a name of its own. */
  get routes(): readonly DescribedRoute[] {
    return (this.#routes ??= describedRoutes(this.nest));
  }

  /** The document as JSON; made when it is first asked for. */
  get text(): string {
    return (this.#text ??= openApiText(openApiDocument(this.routes)));
  }
}
