import { Logger } from '@nestjs/common';
import { z } from 'zod';
import { ServiceUnavailable } from '@warren/contracts';

/** Error of the disk: no space left, or the user's quota is exhausted. */
const DiskFull = z.object({ code: z.enum(['ENOSPC', 'EDQUOT']) });
const logger = new Logger('Uploads');

/**
 * Runs work that writes to the upload folder.
 * @throws ServiceUnavailable if the disk is full
 */
export async function rejectWhenDiskFull<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!DiskFull.safeParse(error).success) {
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
