/** Sending files to presigned addresses: limits, progress, cancel, retries, three at a time. */
export { canSend, MAX_FILE_BYTES, type Refusal } from './limit.ts'
export { createQueue, type Queue } from './queue.ts'
export { UploadCancelled, UploadRefused, type UploadTarget, uploadFile } from './upload.ts'
