/** A table as an XLSX file, given to one person in their direct messages. */
import type { WebClient } from '@slack/web-api';
import writeXlsxFile from 'write-excel-file/node';
import type { Log } from '../office/office.ts';
import { deliverFile } from './upload.ts';

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

/** Gives it to that person alone; false where Slack, or the way there, did not take it. */
export async function deliverSheet(client: WebClient, memberId: string, file: SheetFile, log: Log): Promise<boolean> {
  return deliverFile(client, memberId, { name: file.name, content: new Uint8Array(await sheetBytes(file)) }, log);
}
