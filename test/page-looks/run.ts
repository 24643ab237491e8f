// `npm run page-looks`: every state of the page at every width, in light, dark and forced colours. Prints what is inaccessible
// or does not fit, ends with 1 if anything is, and leaves a picture of each in test-artifacts.
import { browserTitle, hasBrowser, launchBrowser } from '../support/browser';
import { faultsOf, looks } from '../support/page-states';
import { openViewer } from '../support/viewer';

async function lookAtEverything(): Promise<void> {
  const browser = await launchBrowser();
  const { page } = await openViewer(browser, { reducedMotion: 'reduce' });
  const faults = await faultsOf(page, looks);
  await browser.close();
  for (const fault of faults) console.log(fault);
  console.log(`${faults.length} faults in ${looks.length} looks at each state`);
  if (faults.length > 0) process.exitCode = 1;
}

if (hasBrowser) await lookAtEverything();
else console.log(browserTitle);
