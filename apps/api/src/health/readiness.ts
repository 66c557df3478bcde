import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';

/** Turns red first of all when the process is asked to stop, so that nobody sends it new work. */
@Injectable()
export class Readiness implements BeforeApplicationShutdown {
  stopping = false;

  beforeApplicationShutdown(): void {
    this.stopping = true;
  }
}
