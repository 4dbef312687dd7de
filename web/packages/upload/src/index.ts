/** Sending files to presigned addresses: limits, photos that fit them, progress, cancel, retries, three at a time. */
export { canSend, MAX_FILE_BYTES, type Refusal } from './limit.ts'
export { UploadCancelled, UploadRefused } from './patience.ts'
export { canBeFitted, type Fitted, fitPhoto, isHeic, type Pixels } from './photo.ts'
export { createQueue, type Queue } from './queue.ts'
export { type Ends, transferFile } from './transfer.ts'
export { type UploadTarget, uploadFile } from './upload.ts'
export {
  createUploads,
  type Item,
  isUnderWay,
  type Preparing,
  type Send,
  totalPercent,
  type Uploads,
} from './uploads.ts'
