import { LookUp, type PublicStanding } from '#libs/service/reading';
import { Controller, Get, Param } from '@nestjs/common';
import { orRefuse } from '../http/refusal.exception.js';
import { Route } from '../http/route.js';
import { publicStanding } from './look-up.answers.js';

/** For whoever holds a receipt, without an account. */
@Controller('api/v1/look-up')
export class LookUpController {
  constructor(private readonly lookUp: LookUp) {}

  /** Dashes, spaces and small letters do not matter; O is 0, I and L are 1. */
  @Get(':receiptCode')
  @Route({
    id: 'lookUp',
    summary: { vi: 'Tra cứu hồ sơ bằng mã tiếp nhận', en: 'Look a dossier up by its receipt code' },
    access: 'public',
    answer: publicStanding,
  })
  async find(@Param('receiptCode') receiptCode: string): Promise<PublicStanding> {
    return orRefuse(await this.lookUp.find(receiptCode.slice(0, 40)));
  }
}
