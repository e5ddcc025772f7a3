/** A table as an XLSX file, given to one person in their direct messages. */
import type { WebClient } from '@slack/web-api';
import writeXlsxFile from 'write-excel-file/node';
import type { Log } from '../office/office.ts';
import { directMessage } from './mark.ts';

/** A table with its head. A number is an amount and shown with two decimals. */
export interface SheetFile {
  /** Of the file, with its ending. */
  name: string;
  /** Of the sheet within. */
  title: string;
  head: readonly string[];
  rows: readonly (readonly (string | number)[])[];
}

/** The bytes of the file. */
export function sheetBytes({ title, head, rows }: SheetFile): Promise<Buffer> {
  const cells = [
    head.map(value => ({ value, type: String, fontWeight: 'bold' as const })),
    ...rows.map(row =>
      row.map(value =>
        typeof value === 'number' ? { value, type: Number, format: '#,##0.00' } : { value, type: String },
      ),
    ),
  ];
  return writeXlsxFile(cells, { sheet: title }).toBuffer();
}

/** Uploads it and shares it with that person alone; false where Slack, or the way there, did not take it. */
export async function deliverSheet(client: WebClient, memberId: string, file: SheetFile, log: Log): Promise<boolean> {
  const content = await sheetBytes(file);
  try {
    const channel_id = await directMessage(client, memberId);
    const { upload_url, file_id } = await client.files.getUploadURLExternal({
      filename: file.name,
      length: content.length,
    });
    if (upload_url === undefined || file_id === undefined) throw new Error('Slack named no place for the file');
    const body = new Uint8Array(content);
    const sent = await fetch(upload_url, { method: 'POST', body, signal: AbortSignal.timeout(20_000) });
    if (!sent.ok) throw new Error(`the upload was answered by HTTP ${sent.status}`);
    await client.files.completeUploadExternal({ files: [{ id: file_id, title: file.name }], channel_id });
    return true;
  } catch (fault) {
    log.warn('file.lost', { error: String(fault) });
    return false;
  }
}
