// [MS-OXTNEF] 2.1.3.3.5, 2.3.3.4: the class names of Microsoft Mail and Schedule+, which stand in other containers, too

const PREFIX = 'Microsoft Mail v3.0 ';

const classes = new Map<string, string>([
  ['IPM.Microsoft Mail.Note', 'IPM.Note'],
  ['IPM.Microsoft Mail.Read Receipt', 'Report.IPM.Note.IPNRN'],
  ['IPM.Microsoft Mail.Non-Delivery', 'Report.IPM.Note.NDR'],
  ['IPM.Microsoft Schedule.MtgReq', 'IPM.Schedule.Meeting.Request'],
  ['IPM.Microsoft Schedule.MtgCncl', 'IPM.Schedule.Meeting.Canceled'],
  ['IPM.Microsoft Schedule.MtgRespP', 'IPM.Schedule.Meeting.Resp.Pos'],
  ['IPM.Microsoft Schedule.MtgRespN', 'IPM.Schedule.Meeting.Resp.Neg'],
  ['IPM.Microsoft Schedule.MtgRespA', 'IPM.Schedule.Meeting.Resp.Tent'],
]);

const byLowerCase = new Map([...classes].map(([name, today]) => [name.toLowerCase(), today]));

/** The message class that a class name of Microsoft Mail stands for, without case; any other is its own. */
export function messageClassOf(name: string): string {
  const bare = name.startsWith(PREFIX) ? name.slice(PREFIX.length) : name;
  return byLowerCase.get(bare.trim().toLowerCase()) ?? bare;
}
