import { RateLimit, networkOf } from '#libs/service/access';
import { LookUp, type PublicStanding } from '#libs/service/reading';
import { Controller, Get, Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { orRefuse } from '../http/refusal.exception.js';
import { Route } from '../http/route.js';
import { publicStanding } from './look-up.answers.js';

/** Enough for a counter where people ask all day; for who guesses at 2⁵⁵ codes it is nothing. */
const A_MINUTE = 20;

/** For whoever holds a receipt, without an account. */
@Controller('api/v1/look-up')
export class LookUpController {
  /** Beside the budget of all public routes: each address has a small one of its own here. */
  private readonly limit = new RateLimit(A_MINUTE);

  constructor(private readonly lookUp: LookUp) {}

  /** Dashes, spaces and small letters do not matter; O is 0, I and L are 1. */
  @Get(':receiptCode')
  @Route({
    id: 'lookUp',
    summary: { vi: 'Tra cứu hồ sơ bằng mã tiếp nhận', en: 'Look a dossier up by its receipt code' },
    access: 'public',
    answer: publicStanding,
  })
  async find(@Req() request: FastifyRequest, @Param('receiptCode') receiptCode: string): Promise<PublicStanding> {
    const within = await this.limit.take(networkOf(request.ip));
    if (!within.ok) await this.lookUp.count('limited');
    orRefuse(within);
    return orRefuse(await this.lookUp.find(receiptCode.slice(0, 40)));
  }
}
