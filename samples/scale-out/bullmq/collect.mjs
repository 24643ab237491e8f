// Prints the lines of what was checked, and says how much is still to do: node collect.mjs > out.ndjson
import { Queue } from 'bullmq';

const queue = new Queue('mapilint', {
  connection: { url: process.env.REDIS_URL ?? 'redis://127.0.0.1:6379' },
});
const PAGE = 1000;
for (let start = 0; ; start += PAGE) {
  const jobs = await queue.getCompleted(start, start + PAGE - 1);
  for (const { returnvalue } of jobs) for (const line of returnvalue) console.log(JSON.stringify(line));
  if (jobs.length < PAGE) break;
}
const { waiting, active, failed } = await queue.getJobCounts('waiting', 'active', 'failed');
console.error(`${waiting + active} still to do, ${failed} failed`);
await queue.close();
