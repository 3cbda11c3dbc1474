import { Logger } from '@nestjs/common';
import { ServiceUnavailable } from '@warren/contracts';
import { z } from 'zod';

/** No space left on the device, and none left of what the user may take. */
const NoRoom = z.object({ code: z.enum(['ENOSPC', 'EDQUOT']) });
const logger = new Logger('Uploads');

/**
 * Does what writes to a disk.
 * @throws ServiceUnavailable where the disk is full
 */
export async function whereRoom<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!NoRoom.safeParse(error).success) {
      throw error;
    }
    logger.error(`UPLOAD_DIR is full: free some of it, or name another. ${String(error)}`);
    throw new ServiceUnavailable(
      'The gateway has no room left for the file: send it again later, or in smaller parts; whoever runs it frees room in its UPLOAD_DIR.',
      {},
      { cause: error },
    );
  }
}
