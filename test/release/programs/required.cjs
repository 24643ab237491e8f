// The README's example, by require.
const { diagnose, readMessage } = require('mapilint');
const { fromFile } = require('mapilint/node');

readMessage(fromFile('samples/meetings/textbook-defect.msg')).then((message) => {
  for (const { displayName, trackStatus, trackStatusTime } of message.recipients)
    console.log(displayName, trackStatus ?? '(absent)', String(trackStatusTime ?? '(absent)'));
  for (const { severity, message: words } of diagnose(message).findings) console.log(`${severity}: ${words}`);
});
