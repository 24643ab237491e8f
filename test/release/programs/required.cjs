// The README's example, by require.
const { check } = require('mapilint');

check('samples/meetings/textbook-defect.msg').then(({ message, diagnosis }) => {
  for (const { displayName, trackStatus, trackStatusTime } of message.recipients)
    console.log(displayName, trackStatus ?? '(absent)', String(trackStatusTime ?? '(absent)'));
  for (const { attendees } of diagnosis.unreached)
    console.log('tell:', attendees.map(({ address }) => address).join(', '));
});
