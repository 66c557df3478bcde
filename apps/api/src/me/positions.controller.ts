import { type Clock, id, localDateOf } from '#libs/domain/kernel';
import { usualStanding } from '#libs/domain/organization';
import { type Account, Accounts } from '#libs/service/access';
import { Acting, Organization } from '#libs/service/commands';
import { CLOCK } from '#libs/service/foundation';
import { Body, Controller, Get, Inject, Put, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { orRefuse } from '../http/refusal.exception.js';
import { accountOf, parse } from '../http/request.js';
import { Route } from '../http/route.js';
import { myPositions } from './positions.answers.js';

const defaultBody = z.strictObject({ positionId: id().nullable() });

type MyPositions = z.infer<typeof myPositions>;

/** Chuyển vị trí: in which positions somebody signed in may act, and in which he does unless he says otherwise. */
@Controller('api/v1/me')
export class MyPositionsController {
  constructor(
    private readonly acting: Acting,
    private readonly organization: Organization,
    private readonly accounts: Accounts,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Also for who stands nowhere: he is offered nothing. */
  @Get('positions')
  @Route({
    id: 'listMyPositions',
    summary: { vi: 'Các vị trí tôi được làm việc', en: 'The positions in which I may act' },
    access: 'signed-in',
    answer: myPositions,
  })
  mine(@Req() request: FastifyRequest): Promise<MyPositions> {
    return this.positionsOf(accountOf(request));
  }

  /** `null` takes the choice back. Refused as acting there would be. */
  @Put('default-position')
  @Route({
    id: 'chooseDefaultPosition',
    summary: { vi: 'Chọn vị trí mặc định', en: 'Choose my default position' },
    access: 'signed-in',
    body: defaultBody,
    answer: myPositions,
  })
  async choose(@Req() request: FastifyRequest, @Body() body: unknown): Promise<MyPositions> {
    const { positionId } = orRefuse(parse(defaultBody, body));
    const { defaultPositionId: _before, ...account } = accountOf(request);
    if (positionId !== null) orRefuse(await this.acting.as({ accountId: account.id, positionId }));
    await this.accounts.chooseDefault(account.id, positionId ?? undefined);
    return this.positionsOf({ ...account, ...(positionId === null ? {} : { defaultPositionId: positionId }) });
  }

  private async positionsOf({ id: accountId, defaultPositionId }: Account): Promise<MyPositions> {
    const standings = await this.acting.positionsOf(accountId);
    const usual = usualStanding(standings, defaultPositionId);
    const { units } = await this.organization.read();
    return {
      asInForce: localDateOf(this.clock.now()),
      defaultPositionId: defaultPositionId ?? null,
      items: standings.flatMap(({ accountId: _mine, roles, ...standing }) => {
        const unit = units.get(standing.unitId);
        const position = unit?.positions.get(standing.positionId);
        if (!unit || !position) return [];
        return [
          {
            ...standing,
            roles: [...roles],
            title: position.title,
            unitName: unit.name,
            usual: usual.ok && usual.value.positionId === standing.positionId,
          },
        ];
      }),
    };
  }
}
